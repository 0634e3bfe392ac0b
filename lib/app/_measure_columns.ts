import { type QueryOptions, quoteName, type Warehouse } from "../query/mod.ts";
import type { Column, LogicalType, Table } from "../schema/mod.ts";
import type { ColumnPicture, ColumnShape } from "./profile_table.ts";

/** A table of a run that is being measured. */
export interface Measured {
  readonly warehouse: Warehouse;
  readonly table: Table;
  readonly rowCount: number;
  readonly options: QueryOptions;
}

/** Steps of a histogram: enough for a shape, few enough for the width of a card. */
const STEP_COUNT = 24;

/** Columns of few values are shown value by value. */
const TOP_COUNT = 6;
const CATEGORY_COUNT_MAX = 24;

/** Above it most values are on their own, and how long they are says more. */
const TOP_DISTINCT_MAX = 200;

/** Numbers asked of every column. */
const MEASURE_COUNT = 6;

interface Basics extends Omit<ColumnPicture, "shape"> {
  readonly low: number | null;
  readonly high: number | null;
}

/** Values that can be told apart one by one while somebody waits. */
const EXACT_VALUES_MAX = 10_000_000;

/** Tells whether distinct values are counted; in larger tables they are estimated. */
export function isSmall({ table, rowCount }: Pick<Measured, "table" | "rowCount">): boolean {
  return table.columns.length * rowCount <= EXACT_VALUES_MAX;
}

/** Measures every column: all at once what one pass can tell, then each one's shape. */
export async function measureColumns(measured: Measured): Promise<readonly ColumnPicture[]> {
  const pictures: ColumnPicture[] = [];
  const all = await basics(measured);
  for (const [i, column] of measured.table.columns.entries()) {
    const { low, high, ...rest } = all[i]!;
    const shape = await shapeOf(measured, column, { low, high, ...rest });
    pictures.push({ ...rest, shape });
  }
  return pictures;
}

async function basics(measured: Measured): Promise<readonly Basics[]> {
  const { warehouse, table, options } = measured;
  const measures = table.columns.flatMap(({ name, type }) => {
    const [column, place] = [quoteName(name), placeSql(quoteName(name), type)];
    return [
      `count(*) - count(${column})`,
      isSmall(measured)
        ? `count(DISTINCT ${column})`
        : `least(approx_count_distinct(${column}), count(${column}))`,
      ...["min", "max"].map((end) => `${end}(${column})::VARCHAR`),
      ...["min", "max"].map((end) => `${end}(${place})::DOUBLE`),
    ];
  });
  const sql = `SELECT ${measures.join(", ")} FROM ${quoteName(table.name)}`;
  const [row] = await warehouse.ask(sql, options);
  return table.columns.map(({ name }, i) => {
    const [nulls, distinct, min, max, low, high] = row!.slice(i * MEASURE_COUNT);
    return {
      ...{ name, nullCount: Number(nulls), distinctCount: Number(distinct) },
      ...{ min: textOf(min), max: textOf(max), low: numberOf(low), high: numberOf(high) },
    };
  });
}

/** A number that orders the values of a column; the length where only that is one. */
function placeSql(column: string, { kind }: LogicalType): string {
  switch (kind) {
    case "integer":
    case "decimal":
    case "float":
      return `${column}::DOUBLE`;
    case "date":
    case "time":
    case "timestamp":
      return `epoch(${column})`;
    case "interval":
      return `epoch(${column})`;
    case "boolean":
      return `${column}::INTEGER`;
    case "binary":
      return `octet_length(${column})`;
    default:
      return `length(${column}::VARCHAR)`;
  }
}

async function shapeOf(
  measured: Measured,
  column: Column,
  { distinctCount, nullCount, low, high, min, max }: Basics,
): Promise<ColumnShape> {
  const presentCount = measured.rowCount - nullCount;
  if (presentCount === 0 || low === null || high === null) return { kind: "none" };
  const isText = isTextual(column.type);
  if (distinctCount <= (isText ? TOP_DISTINCT_MAX : CATEGORY_COUNT_MAX)) {
    return await topOf(measured, column, presentCount);
  }
  const counts = await stepsOf(measured, column, { low, high });
  return isText
    ? { kind: "histogram", of: "lengths", low: String(low), high: String(high), counts }
    : { kind: "histogram", of: "values", low: min ?? "", high: max ?? "", counts };
}

function isTextual({ kind }: LogicalType): boolean {
  return ["string", "binary", "json", "uuid", "geography", "boolean"].includes(kind);
}

async function topOf(
  { warehouse, table, options }: Measured,
  { name }: Column,
  presentCount: number,
): Promise<ColumnShape> {
  const column = quoteName(name);
  const rows = await warehouse.ask(
    `SELECT left(${column}::VARCHAR, 200), count(*) FROM ${quoteName(table.name)} ` +
      `WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY count(*) DESC, ${column} ` +
      `LIMIT ${TOP_COUNT}`,
    options,
  );
  const values = rows.map(([text, count]) => ({ text: String(text), count: Number(count) }));
  const told = values.reduce((sum, { count }) => sum + count, 0);
  return { kind: "top", values, otherCount: presentCount - told };
}

async function stepsOf(
  { warehouse, table, options }: Measured,
  { name, type }: Column,
  { low, high }: { readonly low: number; readonly high: number },
): Promise<readonly number[]> {
  const place = placeSql(quoteName(name), type);
  // Whole numbers take as much room as there are of them, or steps of few would have gaps.
  const width = isWhole(type) ? high - low + 1 : high - low || 1;
  const stepCount = isWhole(type) ? Math.min(STEP_COUNT, width) : STEP_COUNT;
  const step = `least(${stepCount - 1}, ` +
    `greatest(0, floor((${place} - (${low})) / (${width}) * ${stepCount})::INTEGER))`;
  const rows = await warehouse.ask(
    `SELECT ${step}, count(*) FROM ${quoteName(table.name)} ` +
      `WHERE ${quoteName(name)} IS NOT NULL GROUP BY 1`,
    options,
  );
  const counts = new Array<number>(stepCount).fill(0);
  for (const [at, count] of rows) counts[Number(at)] = Number(count);
  return counts;
}

/** Integers, and lengths. */
function isWhole(type: LogicalType): boolean {
  return type.kind === "integer" || isTextual(type);
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** The engine's infinities and NaN come as texts; no axis can show them. */
function numberOf(value: unknown): number | null {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}
