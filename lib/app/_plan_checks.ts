import { quoteName } from "../query/mod.ts";
import {
  childCountBounds,
  type ExperimentSchema,
  type ForeignKey,
  keysOf,
  type Table,
} from "../schema/mod.ts";

/**
 * - `row_count`: the files hold as many rows as the manifest says.
 * - `unique`: no two rows share a key; rows with a NULL in it do not count.
 * - `sequence`: a surrogate key counts 1, 2, … N.
 * - `reference`: every foreign key has its row; rows with a NULL in it do not count.
 * - `per_parent`: parents have as many rows as their foreign key says, and as many of them have none.
 * - `required`: no NULL where none may be.
 * - `range`: values lie between the bounds that the schema gives.
 * - `length`: texts are no longer than their type.
 * - `rule`: values are what their rule makes of other columns, or lie between its bounds.
 * - `null_rate`: as many NULLs as planned, give or take chance.
 * - `distribution`: values are distributed as asked, give or take chance.
 * - `check`: no row fails a CHECK; one that is NULL does not.
 * - `files`: every file is, byte by byte, the one that was written.
 */
export type CheckKind =
  | "row_count"
  | "unique"
  | "sequence"
  | "reference"
  | "per_parent"
  | "required"
  | "range"
  | "length"
  | "null_rate"
  | "distribution"
  | "check"
  | "rule"
  | "files";

/**
 * One question to a run, as SQL that answers with a single number: how many rows are wrong, or, where
 * there is a limit, how far off the whole is.
 */
export interface Check {
  readonly kind: CheckKind;
  readonly table: string;
  readonly columns: readonly string[];
  /** The table a `reference` leads to. */
  readonly references?: string;
  /** How far off chance may lead, as a share of the rows. */
  readonly limit?: number;
  /** Of a `check` or a `rule`, as it was written. */
  readonly condition?: string;
  /** Of a `check`, where it has one. */
  readonly name?: string;
  /** Text of somebody else's is in the SQL, in the words of the schema's dialect. */
  readonly isForeign?: boolean;
  /** The answer goes on with the fewest, the mean and the most rows of a parent. */
  readonly tellsSpread?: boolean;
  readonly sql: string;
}

/**
 * Lists everything that has to hold of a run.
 *
 * @param schema What was promised.
 * @param rowCounts Rows by table, as the manifest has them.
 */
export function planChecks(
  schema: ExperimentSchema,
  rowCounts: ReadonlyMap<string, number>,
): readonly Check[] {
  return schema.tables.flatMap((table) => [
    rowCountCheck(table, rowCounts.get(table.name) ?? 0),
    ...keysOf(table).map((key) => uniqueCheck(table, key)),
    ...sequenceChecks(table),
    ...table.foreignKeys.map((key) => referenceCheck(table, key)),
    ...table.foreignKeys.flatMap((key) => perParentChecks(table, key, rowCounts)),
    ...requiredChecks(table),
  ]);
}

function rowCountCheck({ name }: Table, rowCount: number): Check {
  const sql = `SELECT abs(count(*) - ${rowCount}) FROM ${quoteName(name)}`;
  return { kind: "row_count", table: name, columns: [], sql };
}

function uniqueCheck({ name }: Table, columns: readonly string[]): Check {
  const list = columns.map(quoteName).join(", ");
  const sql = `SELECT coalesce(sum(copies - 1), 0) FROM (
    SELECT count(*) AS copies FROM ${quoteName(name)}
    WHERE ${columns.map((column) => `${quoteName(column)} IS NOT NULL`).join(" AND ")}
    GROUP BY ${list} HAVING count(*) > 1)`;
  return { kind: "unique", table: name, columns, sql };
}

/** A surrogate key stands in for a composite one, and counts from 1 without a gap. */
function sequenceChecks({ name, primaryKey, compositeKeys }: Table): readonly Check[] {
  const [surrogate] = primaryKey;
  if (compositeKeys.length === 0 || primaryKey.length !== 1 || surrogate === undefined) return [];
  const column = quoteName(surrogate);
  const sql = `SELECT count(*) - count(DISTINCT ${column})
    FILTER (${column} BETWEEN 1 AND (SELECT count(*) FROM ${quoteName(name)}))
    FROM ${quoteName(name)}`;
  return [{ kind: "sequence", table: name, columns: [surrogate], sql }];
}

function referenceCheck({ name }: Table, key: ForeignKey): Check {
  const { columns, referencesTable, referencesColumns } = key;
  const present = columns.map((column) => `child.${quoteName(column)} IS NOT NULL`);
  const equal = columns.map((column, i) =>
    `child.${quoteName(column)} = parent.${quoteName(referencesColumns[i]!)}`
  );
  const sql = `SELECT count(*) FROM ${quoteName(name)} AS child
    ANTI JOIN ${quoteName(referencesTable)} AS parent ON ${equal.join(" AND ")}
    WHERE ${present.join(" AND ")}`;
  return { kind: "reference", table: name, columns, references: referencesTable, sql };
}

function perParentChecks(
  { name }: Table,
  { columns, referencesTable, perParent: law }: ForeignKey,
  rowCounts: ReadonlyMap<string, number>,
): readonly Check[] {
  const parentCount = rowCounts.get(referencesTable) ?? 0;
  if (law === undefined || parentCount === 0 || (rowCounts.get(name) ?? 0) === 0) return [];
  const { min, max } = childCountBounds(law);
  const outside = [`size < ${min}`, ...max === Infinity ? [] : [`size > ${max}`]].join(" OR ");
  const childless = `${parentCount} - count(*)`;
  const strays = min === 0
    ? ""
    : ` + abs(${childless} - ${Math.round((law.childless ?? 0) * parentCount)})`;
  const names = columns.map(quoteName);
  const sql = `SELECT count(*) FILTER (${outside})${strays},
      CASE WHEN ${childless} > 0 THEN 0 ELSE min(size) END,
      coalesce(sum(size), 0) / ${parentCount}, coalesce(max(size), 0)
    FROM (SELECT count(*) AS size FROM ${quoteName(name)}
      WHERE ${names.map((column) => `${column} IS NOT NULL`).join(" AND ")}
      GROUP BY ${names.join(", ")})`;
  const check = { kind: "per_parent", table: name, columns, references: referencesTable } as const;
  return [{ ...check, tellsSpread: true, sql }];
}

function requiredChecks({ name, columns }: Table): readonly Check[] {
  const required = columns.filter(({ nullable }) => !nullable).map((column) => column.name);
  if (required.length === 0) return [];
  const missing = required.map((column) => `count(*) - count(${quoteName(column)})`);
  const sql = `SELECT ${missing.join(" + ")} FROM ${quoteName(name)}`;
  return [{ kind: "required", table: name, columns: required, sql }];
}
