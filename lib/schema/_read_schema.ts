import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { present } from "./_json_path.ts";
import type { ColumnJson, ExperimentJson, PerParentJson, TableJson } from "./_json_shape.ts";
import { readColumn } from "./_read_column.ts";
import type { BrokenParts } from "./_salvage.ts";
import { type Check, readCheck } from "./check.ts";
import type { Column, ExperimentSchema, ForeignKey, Table } from "./experiment_schema.ts";
import { keyIdentity } from "./keys_of.ts";
import type { PerParent } from "./per_parent.ts";

/** A schema as the JSON says it, before its meaning is validated. */
export interface ReadSchema {
  readonly schema: ExperimentSchema;
  readonly problems: readonly Diagnostic[];
  /** The broken parts, and the columns whose type cannot be read. */
  readonly broken: BrokenParts;
  readonly foreignKeyPaths: ReadonlyMap<ForeignKey, string>;
}

/**
 * Reads a whole document.
 *
 * @param json Of the right shape.
 * @param broken Parts that only stand in for something unreadable.
 * @returns The schema and the problems that only the JSON shows.
 */
export function readSchema(json: ExperimentJson, broken: BrokenParts): ReadSchema {
  const problems: Diagnostic[] = [];
  const columns = new Set(broken.columns);
  const foreignKeyPaths = new Map<ForeignKey, string>();
  const parents = new Map<string, TableJson>();
  for (const table of json.tables) {
    const key = table.name.toLowerCase();
    if (!parents.has(key)) parents.set(key, table);
  }
  const tables = json.tables.map((table, place): Table => {
    const drafts = table.columns.map((column, index) => {
      const options = { path: `$.tables[${place}].columns[${index}]`, ...keyRole(table, column) };
      const read = readColumn(column, options);
      if (!columns.has(`${place},${index}`)) problems.push(...read.problems);
      if (!read.typeKnown) columns.add(`${place},${index}`);
      return read.column;
    });
    problems.push(...uniqueContradictions(table, place));
    const foreignKeys = readForeignKeys(table, { place, parents });
    for (const { foreignKey, path } of foreignKeys) foreignKeyPaths.set(foreignKey, path);
    const checks = table.checks?.map((check) => {
      const { name, text } = typeof check === "string" ? { text: check } : check;
      const columns = drafts.map((column) => column.name);
      const options = { columns, table: table.name, dialect: json.dialect };
      return readCheck(text, name === undefined ? options : { ...options, name });
    });
    return readTable(table, {
      columns: drafts,
      foreignKeys: foreignKeys.map((e) => e.foreignKey),
      checks: checks?.length === 0 ? undefined : checks,
    });
  });
  const { name, description, dialect, locale } = json;
  const schema = present<ExperimentSchema>({ name, description, dialect, locale, tables });
  return { schema, problems, broken: { tables: broken.tables, columns }, foreignKeyPaths };
}

interface TableParts {
  readonly columns: readonly Column[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly Check[] | undefined;
}

function readTable(json: TableJson, { columns, foreignKeys, checks }: TableParts): Table {
  const spell = (names: readonly string[]) => names.map((name) => spelling(json, name));
  return present<Table>({
    name: json.name,
    schemaName: json.schema_name,
    nameInSchema: json.name_in_schema,
    comment: json.comment,
    targetRows: json.target_rows,
    columns,
    primaryKey: spell(primaryKeyOf(json)),
    uniqueKeys: (json.unique_keys ?? []).map(spell),
    foreignKeys,
    compositeKeys: (json.composite_keys ?? []).map(spell),
    checks,
    properties: json.properties,
    warnings: json.warnings ?? [],
  });
}

/**
 * The primary key as it stands. A composite one that is recorded beside its unique `_row_id` has
 * had its surrogate already, from us or from the Python tool.
 */
function primaryKeyOf(json: TableJson): readonly string[] {
  const { primary_key: key = [], composite_keys: composites = [] } = json;
  if (composites.length === 0 || key.length === 1) return key;
  const recorded = composites.some((each) => keyIdentity(each) === keyIdentity(key));
  if (key.length > 1 && !recorded) return key;
  const surrogate = json.columns.find(({ name, is_unique }) =>
    is_unique === true && /^_row_id(_[0-9]+)?$/i.test(name)
  );
  return surrogate === undefined ? key : [surrogate.name];
}

function keyRole(table: TableJson, column: ColumnJson): { inPrimaryKey: boolean; isKey: boolean } {
  const primaryKey = primaryKeyOf(table);
  const inPrimaryKey = primaryKey.some((name) => same(name, column.name));
  const isKey = [primaryKey, ...(table.unique_keys ?? [])].some((key) =>
    key.length === 1 && same(key[0]!, column.name)
  );
  return { inPrimaryKey, isKey };
}

function uniqueContradictions(table: TableJson, place: number): Diagnostic[] {
  const key = table.primary_key ?? [];
  const index = table.columns.findIndex(({ name }) => key.length === 1 && same(name, key[0]!));
  const column = table.columns[index];
  if (column?.is_unique !== false) return [];
  const path = `$.tables[${place}].columns[${index}].is_unique`;
  const detail = { table: table.name, column: column.name };
  return [diagnostic("PRIMARY_KEY_NOT_UNIQUE", detail, { path })];
}

interface PlacedForeignKey {
  readonly foreignKey: ForeignKey;
  readonly path: string;
}

interface ForeignKeyOptions {
  readonly place: number;
  readonly parents: ReadonlyMap<string, TableJson>;
}

/** Those of columns in column order, then those of the table. */
function readForeignKeys(
  table: TableJson,
  { place, parents }: ForeignKeyOptions,
): readonly PlacedForeignKey[] {
  const ofColumns = table.columns.flatMap((column, index): PlacedForeignKey[] => {
    if (column.foreign_key === undefined) return [];
    const { references_table, references_column, per_parent } = column.foreign_key;
    const key = {
      columns: [column.name],
      references_table,
      references_columns: [references_column],
      per_parent,
    };
    const path = `$.tables[${place}].columns[${index}].foreign_key`;
    return [{ foreignKey: readForeignKey(table, { key, parents }), path }];
  });
  const ofTable = (table.foreign_keys ?? []).map((key, index): PlacedForeignKey => ({
    foreignKey: readForeignKey(table, { key, parents }),
    path: `$.tables[${place}].foreign_keys[${index}]`,
  }));
  return [...ofColumns, ...ofTable];
}

type ForeignKeyJson = NonNullable<TableJson["foreign_keys"]>[number];

function readForeignKey(
  table: TableJson,
  { key, parents }: {
    readonly key: ForeignKeyJson;
    readonly parents: ReadonlyMap<string, TableJson>;
  },
): ForeignKey {
  const parent = parents.get(key.references_table.toLowerCase());
  const referenced = key.references_columns ?? parent?.primary_key ?? parent?.composite_keys?.[0];
  return present<ForeignKey>({
    name: key.name,
    columns: key.columns.map((name) => spelling(table, name)),
    referencesTable: parent?.name ?? key.references_table,
    referencesColumns: (referenced ?? []).map((name) => parent ? spelling(parent, name) : name),
    perParent: key.per_parent && readPerParent(key.per_parent),
  });
}

/** Field by field the same law, whose name alone is called otherwise. */
function readPerParent({ type, ...law }: PerParentJson): PerParent {
  return present<PerParent>({ kind: type, ...law } as PerParent);
}

/** The name as its column declares it, whatever case a key writes it in. */
function spelling({ columns }: TableJson, name: string): string {
  return columns.find((column) => same(column.name, name))?.name ?? name;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
