import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { columnWords } from "../generation/mod.ts";
import type { Sample } from "../query/mod.ts";
import type { Column, ForeignKey, Table } from "../schema/mod.ts";
import { isNamedAfter, type TableKeys } from "./_find_keys.ts";

/** A table of the sample with what identifies its rows; nothing but names and types is told yet. */
export interface KeyedTable {
  readonly table: Table;
  readonly keys: TableKeys;
}

/** Foreign keys by the child's name, and what was found on the way. */
export interface FoundForeignKeys {
  readonly byTable: ReadonlyMap<string, readonly ForeignKey[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The best matches by name whose values are compared; joins of large files take long. */
const PARENTS_TRIED_MAX = 3;

/** Fewer orphans than this, and a column with the right name may be a damaged reference. */
const ORPHAN_SHARE_MAX = 0.5;

/**
 * Finds references: columns named like another table's key, all of whose values are there. Values
 * alone prove nothing, for every small number is somebody's id; nor do names alone.
 */
export async function findForeignKeys(
  sample: Sample,
  tables: readonly KeyedTable[],
): Promise<FoundForeignKeys> {
  const parents = tables.flatMap(parentKeys);
  const byTable = new Map<string, readonly ForeignKey[]>();
  const diagnostics: Diagnostic[] = [];
  for (const child of tables) {
    const tuples = await findTuples(sample, child, parents);
    const singles: ForeignKey[] = [];
    for (const column of child.table.columns) {
      if (isOwnKey(child, column)) continue;
      const found = await findParent(sample, { child, column }, parents);
      if (found !== null && "columns" in found) singles.push(found);
      else if (found !== null) diagnostics.push(found);
    }
    byTable.set(child.table.name, [...tuples, ...singles]);
  }
  return { byTable, diagnostics };
}

/** A key that others may refer to. */
interface ParentKey {
  /** It is named after its table. */
  readonly isOwn: boolean;
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly words: readonly string[];
  readonly isPrimary: boolean;
}

function parentKeys(keyed: KeyedTable): readonly ParentKey[] {
  const { table, keys } = keyed;
  const primary = keys.primaryKey;
  const others = [...keys.unique].filter((name) => !primary.includes(name)).map((name) => [name]);
  return [primary, ...others].filter((names) => names.length > 0).map((names) => {
    const columns = names.map((name) => table.columns.find((column) => column.name === name)!);
    const words = columns.map((column) => columnWords(column, table));
    const isOwn = columns.length === 1 && isOwnKey(keyed, columns[0]!);
    return { table, columns, words, isOwn, isPrimary: names === primary };
  });
}

/** The key that names its own table leads nowhere: others lead to it. */
function isOwnKey({ table, keys }: KeyedTable, { name }: Column): boolean {
  if (keys.primaryKey.length !== 1 || keys.primaryKey[0] !== name) return false;
  return isNamedAfter(name, table.name);
}

interface ChildColumn {
  readonly child: KeyedTable;
  readonly column: Column;
}

async function findParent(
  sample: Sample,
  { child, column }: ChildColumn,
  parents: readonly ParentKey[],
): Promise<ForeignKey | Diagnostic | null> {
  const ranked = parents
    .map((parent) => ({ parent, score: nameScore({ child, column }, parent) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, PARENTS_TRIED_MAX);
  let broken: Diagnostic | null = null;
  const table = child.table.name;
  for (const { parent } of ranked) {
    const parentColumn = parent.columns[0]!.name;
    const { rowCount, orphanCount } = await sample.orphanCount(
      { table, columns: [column.name] },
      { table: parent.table.name, columns: [parentColumn] },
    );
    if (rowCount > 0 && orphanCount === 0) {
      const referencesTable = parent.table.name;
      return { columns: [column.name], referencesTable, referencesColumns: [parentColumn] };
    }
    if (broken !== null || orphanCount > rowCount * ORPHAN_SHARE_MAX || rowCount === 0) continue;
    broken = diagnostic("SAMPLE_FOREIGN_KEY_BROKEN", {
      ...{ table, column: column.name, parent: parent.table.name, orphanCount, rowCount },
    });
  }
  return broken;
}

/** Words for a row of the same table. */
const SELF_WORDS = /^(?:parent|manager|supervisor|referrer|previous|original|root)(?: id| key)?$/;

function nameScore({ child, column }: ChildColumn, parent: ParentKey): number {
  const [key] = parent.columns;
  if (parent.columns.length !== 1 || key === undefined || !sameFamily(column, key)) return 0;
  const isSelf = parent.table === child.table;
  if (isSelf && key.name === column.name) return 0;
  // Two tables that count their rows alike are not one: a primary key needs a better reason.
  const { primaryKey } = child.keys;
  if (primaryKey.length === 1 && primaryKey[0] === column.name && !parent.isOwn) return 0;
  const words = columnWords(column, child.table);
  const bonus = parent.isPrimary ? 0.5 : 0;
  if (isSelf && parent.isPrimary && SELF_WORDS.test(words)) return 2 + bonus;
  const [target] = parent.words;
  if (target === undefined || !tellsWhose(target)) return 0;
  if (words === target) return 3 + bonus;
  return words.endsWith(` ${target}`) ? 2 + bonus : 0;
}

/** A bare `id`, a `code` or a `line number` says nothing of whose it is. */
function tellsWhose(words: string): boolean {
  const whose = words.replace(/ ?(?:id|key|sk|code|no|number|num|seq|uuid|guid)$/, "");
  return whose.length >= 3 && !/^(?:row|line|item line|sequence|name|type|value)$/.test(whose);
}

/** Tables whose primary key is a pair, and which a child refers to with both columns. */
async function findTuples(
  sample: Sample,
  child: KeyedTable,
  parents: readonly ParentKey[],
): Promise<readonly ForeignKey[]> {
  const found: ForeignKey[] = [];
  for (const parent of parents.filter(({ columns }) => columns.length > 1)) {
    if (parent.table === child.table) continue;
    const columns = parent.columns.flatMap((key, i) =>
      child.table.columns.filter((column) => {
        const words = columnWords(column, child.table);
        const target = parent.words[i]!;
        const fits = words === target || words.endsWith(` ${target}`);
        return tellsWhose(target) && fits && sameFamily(column, key);
      }).slice(0, 1).map(({ name }) => name)
    );
    if (columns.length !== parent.columns.length) continue;
    const referencesColumns = parent.columns.map(({ name }) => name);
    const { rowCount, orphanCount } = await sample.orphanCount(
      { table: child.table.name, columns },
      { table: parent.table.name, columns: referencesColumns },
    );
    if (rowCount === 0 || orphanCount > 0) continue;
    found.push({ columns, referencesTable: parent.table.name, referencesColumns });
  }
  return found;
}

/** Kinds whose values can be equal, as the schema room sees it. */
function sameFamily(one: Column, other: Column): boolean {
  return familyOf(one) === familyOf(other) && FAMILIES.has(familyOf(one));
}

const FAMILIES: ReadonlySet<string> = new Set(["integer", "string", "uuid"]);

function familyOf({ type }: Column): string {
  return type.kind === "decimal" && type.scale === 0 ? "integer" : type.kind;
}
