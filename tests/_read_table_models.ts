/** A table of a published benchmark, in words that follow no warehouse. */
export interface TableModel {
  readonly name: string;
  readonly columns: readonly ColumnModel[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKeyModel[];
}

export interface ColumnModel {
  readonly name: string;
  /** `identifier`, `big identifier`, `integer`, `date`, `char(16)`, `decimal(7,2)` … */
  readonly type: string;
  readonly nullable: boolean;
}

export interface ForeignKeyModel {
  readonly columns: readonly string[];
  readonly referencesTable: string;
  readonly referencesColumns: readonly string[];
}

/**
 * Reads what a specification says its tables are.
 *
 * @param name A file of `tests/fixtures`; its first lines tell the format.
 * @returns Its tables, in the order they stand.
 */
export async function readTableModels(name: string): Promise<readonly TableModel[]> {
  const text = await Deno.readTextFile(new URL(`./fixtures/${name}`, import.meta.url));
  return text.split(/^table /m).slice(1).map(tableModel);
}

function tableModel(section: string): TableModel {
  const [name, ...lines] = section.trim().split("\n").map((line) => line.trim());
  const startingWith = (start: string) =>
    lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
  return {
    name: name!,
    columns: lines.filter((line) => !line.includes(":")).map(columnModel),
    primaryKey: startingWith("primary key: ").flatMap(names),
    foreignKeys: startingWith("foreign key: ").map(foreignKeyModel),
  };
}

function columnModel(line: string): ColumnModel {
  const [, name, type, notNull] = /^(\w+) (.+?)( not null)?$/.exec(line)!;
  return { name: name!, type: type!, nullable: notNull === undefined };
}

function foreignKeyModel(line: string): ForeignKeyModel {
  const [, columns, referencesTable, referencesColumns] = /^(.+) -> (\w+): (.+)$/.exec(line)!;
  return {
    columns: names(columns!),
    referencesTable: referencesTable!,
    referencesColumns: names(referencesColumns!),
  };
}

function names(list: string): readonly string[] {
  return list.split(", ");
}
