import { isRecord } from "./_json_path.ts";
import type { ShapeIssue } from "./_shape_problems.ts";

/** Parts whose shape is wrong: what they mean is unknown, so nothing more is said about them. */
export interface BrokenParts {
  readonly tables: ReadonlySet<number>;
  /** Columns as `table,column`. */
  readonly columns: ReadonlySet<string>;
}

export const NOTHING_BROKEN: BrokenParts = { tables: new Set(), columns: new Set() };

/** A document with the wrong parts replaced, so that the rest can be checked all the same. */
export interface Salvaged {
  readonly document: unknown;
  readonly broken: BrokenParts;
}

/** Fields that can be left out without changing what the rest of their column means. */
const SPARE_COLUMN_FIELDS: ReadonlySet<unknown> = new Set(
  ("rule pattern default_share distribution min_value max_value date_start date_end faker_rule null_rate identity default " +
    "comment properties declared_type").split(" "),
);

/** The same for tables; rows are counted as 0. */
const SPARE_TABLE_FIELDS: ReadonlySet<unknown> = new Set(
  "target_rows schema_name name_in_schema comment properties warnings checks".split(" "),
);

/**
 * Puts harmless values where the shape is wrong. Places stay as they are, and so do paths.
 *
 * @param document What was checked.
 * @param issues What the shape objects to.
 * @returns The document in the right shape, as far as possible.
 */
export function salvage(document: unknown, issues: readonly ShapeIssue[]): Salvaged {
  const wrong = sortIssues(issues);
  const tables = new Set(wrong.tables);
  const columns = new Set(wrong.columns);
  if (!isRecord(document) || !Array.isArray(document.tables)) {
    return { document, broken: { tables, columns } };
  }
  const fixed = document.tables.map((table: unknown, place) => {
    const spared = isRecord(table) ? without(table, wrong.spare.get(`${place}`)) : table;
    const whole = tables.has(place) ? harmlessTable(spared) : spared;
    if (!isRecord(whole) || !Array.isArray(whole.columns)) return whole;
    const fixedColumns = whole.columns.map((column: unknown, index) => {
      const key = `${place},${index}`;
      if (!isRecord(column)) columns.add(key);
      if (columns.has(key) || !isRecord(column)) return harmlessColumn(column);
      return without(column, wrong.spare.get(key));
    });
    return { target_rows: 0, ...whole, columns: fixedColumns };
  });
  const kept = ["name", "dialect", "locale"].filter((field) =>
    Object.hasOwn(document, field) && !wrong.experimentFields.has(field)
  );
  const top = Object.fromEntries(kept.map((field) => [field, document[field]]));
  return { document: { name: "x", ...top, tables: fixed }, broken: { tables, columns } };
}

interface SortedIssues {
  readonly experimentFields: ReadonlySet<string>;
  readonly tables: ReadonlySet<number>;
  readonly columns: ReadonlySet<string>;
  /** Fields to leave out, by `table` or `table,column`. */
  readonly spare: ReadonlyMap<string, readonly string[]>;
}

function sortIssues(issues: readonly ShapeIssue[]): SortedIssues {
  const experimentFields = new Set<string>();
  const tables = new Set<number>();
  const columns = new Set<string>();
  const spare = new Map<string, string[]>();
  for (const { path: [top, table, field, column, inner] } of issues) {
    const key = `${String(table)},${String(column)}`;
    if (top !== "tables" || typeof table !== "number") experimentFields.add(String(top));
    else if (SPARE_TABLE_FIELDS.has(field)) push(spare, [`${table}`, String(field)]);
    else if (field !== "columns" || typeof column !== "number") tables.add(table);
    else if (SPARE_COLUMN_FIELDS.has(inner)) push(spare, [key, String(inner)]);
    else columns.add(key);
  }
  return { experimentFields, tables, columns, spare };
}

function push(lists: Map<string, string[]>, [key, entry]: readonly [string, string]): void {
  lists.set(key, [...(lists.get(key) ?? []), entry]);
}

function without(
  record: Readonly<Record<string, unknown>>,
  fields: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));
}

/** Only its name and columns are kept: which other field is wrong does not matter. */
function harmlessTable(table: unknown): unknown {
  const { name, columns } = isRecord(table) ? table : {};
  const kept = Array.isArray(columns) && columns.length > 0 ? columns : [undefined];
  return { name: typeof name === "string" ? name : "", target_rows: 0, columns: kept };
}

/** Not required, so that it closes no circle of references. */
function harmlessColumn(column: unknown): unknown {
  const name = isRecord(column) ? column.name : undefined;
  return { name: typeof name === "string" ? name : "", data_type: "TEXT", required: false };
}
