import { type ExpectedShare, expectedShares, type GenerationPlan } from "../generation/mod.ts";
import { quoteName } from "../query/mod.ts";
import { type Column, type ExperimentSchema, findTable, type Table } from "../schema/mod.ts";
import type { Check } from "./_plan_checks.ts";

/** Chance leads further than this once in a million columns. */
const SIGMAS = 5;

/** The distance of Kolmogorov and Smirnov that chance passes once in a thousand, times √rows. */
const DISTANCE = 1.95;

/** Distributions are drawn with 32 bits and tables of 4 096 places. */
const DISTANCE_OF_TABLES = 0.002;

/**
 * Lists what has to hold of single values, and of their frequencies.
 *
 * @param schema What was promised.
 * @param plan How it was to be made: its NULL rates and distributions.
 */
export function planValueChecks(
  schema: ExperimentSchema,
  { tables, pools }: GenerationPlan,
): readonly Check[] {
  return tables.flatMap((planned) => {
    const table = findTable(schema, planned.name);
    return table.columns.flatMap((column, at) => {
      const { nulls, ...plan } = planned.columns[at]!;
      const shares = column.distribution === undefined || plan.rule !== undefined
        ? []
        : expectedShares({ ...plan, nulls }, pools);
      return [
        ...rangeChecks(table, column),
        ...lengthChecks(table, column),
        // A rule may be NULL where others are, so that the rate is not all there is to it.
        ...plan.rule !== undefined
          ? []
          : nullRateChecks(table, column, { rate: nulls?.rate ?? 0, rowCount: planned.rowCount }),
        ...distributionChecks(table, column, { shares, rowCount: planned.rowCount }),
      ];
    });
  });
}

/** Foreign keys take the values of their parents, whose columns have bounds of their own. */
function rangeChecks(table: Table, column: Column): readonly Check[] {
  if (table.foreignKeys.some(({ columns }) => columns.includes(column.name))) return [];
  const name = quoteName(column.name);
  const { range, dateRange } = column;
  const outside = [
    ...range?.min === undefined ? [] : [`${name} < ${range.min}`],
    ...range?.max === undefined ? [] : [`${name} > ${range.max}`],
    ...dateRange?.start === undefined || !isMoment(column)
      ? []
      : [`${name}::TIMESTAMP < TIMESTAMP '${momentText(dateRange.start)}'`],
    ...dateRange?.end === undefined || !isMoment(column)
      ? []
      : [`${name}::TIMESTAMP > TIMESTAMP '${endText(dateRange.end)}'`],
  ];
  if (outside.length === 0 || (range !== undefined && !isNumber(column))) return [];
  const sql = `SELECT count(*) FROM ${quoteName(table.name)} WHERE ${outside.join(" OR ")}`;
  return [{ kind: "range", table: table.name, columns: [column.name], sql }];
}

function isNumber({ type: { kind } }: Column): boolean {
  return kind === "integer" || kind === "decimal" || kind === "float";
}

/** Those with a zone would have to be compared in one. */
function isMoment({ type }: Column): boolean {
  return type.kind === "date" || (type.kind === "timestamp" && !type.zoned);
}

function momentText(iso: string): string {
  return iso.replace("T", " ").replace(/Z$/, "");
}

/** A day as an end means all of that day. */
function endText(iso: string): string {
  return iso.includes("T") ? momentText(iso) : `${iso} 23:59:59.999999`;
}

function lengthChecks(table: Table, { name, type }: Column): readonly Check[] {
  if (type.kind !== "string" || type.maxLength === null) return [];
  // Counted in bytes, as Redshift does; a text that fits in bytes fits in characters.
  const sql = `SELECT count(*) FROM ${quoteName(table.name)}
    WHERE strlen(${quoteName(name)}) > ${type.maxLength}`;
  return [{ kind: "length", table: table.name, columns: [name], sql }];
}

interface PlannedNulls {
  readonly rate: number;
  readonly rowCount: number;
}

function nullRateChecks(
  table: Table,
  { name, nullable }: Column,
  { rate, rowCount }: PlannedNulls,
): readonly Check[] {
  if (!nullable || rowCount === 0) return [];
  // A row either way: the root of a tree has no parent whatever the rate.
  const limit = SIGMAS * Math.sqrt(rate * (1 - rate) / rowCount) + 1.5 / rowCount;
  const sql = `SELECT abs(1 - count(${quoteName(name)}) / count(*) - ${rate})
    FROM ${quoteName(table.name)}`;
  return [{ kind: "null_rate", table: table.name, columns: [name], limit, sql }];
}

interface PlannedShares {
  readonly shares: readonly ExpectedShare[];
  readonly rowCount: number;
}

function distributionChecks(
  table: Table,
  { name }: Column,
  { shares, rowCount }: PlannedShares,
): readonly Check[] {
  if (shares.length === 0 || rowCount === 0) return [];
  const column = quoteName(name);
  const distances = shares.map(({ value, compare, share }) => {
    const literal = typeof value === "number" ? `${value}` : `'${value.replaceAll("'", "''")}'`;
    const operator = compare === "equals" ? "=" : "<=";
    return `abs(count(*) FILTER (${column} ${operator} ${literal}) / count(${column}) - ${share})`;
  });
  const sql = `SELECT coalesce(greatest(${distances.join(", ")}), 0) FROM ${quoteName(table.name)}`;
  const limit = DISTANCE / Math.sqrt(rowCount) + DISTANCE_OF_TABLES;
  return [{ kind: "distribution", table: table.name, columns: [name], limit, sql }];
}
