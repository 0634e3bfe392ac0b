import type { ColumnPage, PageValues } from "../columns/mod.ts";
import type { LogicalType } from "../schema/mod.ts";
import { bindTable } from "./bind_table.ts";
import type { ColumnKernel } from "./column_kernel.ts";
import { columnLayout } from "./column_layout.ts";
import { plainValues } from "./plain_values.ts";
import type { ColumnPlan, GenerationPlan, TablePlan } from "./plan/plan_types.ts";

/**
 * Makes the first rows of a table and writes them as people read them, without a file.
 *
 * @param plan The plan, for its pools.
 * @param table One of its tables.
 * @param rowCount At most PAGE_ROWS_MAX and the rows of the table.
 * @returns Texts by column, in the order of the columns; null for NULL.
 */
export function previewValues(
  plan: GenerationPlan,
  table: TablePlan,
  rowCount: number,
): readonly (readonly (string | null)[])[] {
  const kernels = bindTable(plan, table);
  return table.columns.map((column, i) => {
    const kernel = kernels[i]!;
    return columnTexts(column, kernel, kernel.page(0, rowCount));
  });
}

function columnTexts(
  { type }: ColumnPlan,
  { format }: ColumnKernel,
  { values, valueCount, validity }: ColumnPage,
): readonly (string | null)[] {
  const texts = rawTexts(values, valueCount, format).map((value) => valueText(type, value));
  if (validity === null) return texts;
  let next = 0;
  return Array.from(validity, (present) => present === 1 ? texts[next++]! : null);
}

type Raw = number | bigint | boolean | Uint8Array;

function rawTexts(values: PageValues, count: number, format: ColumnKernel["format"]): Raw[] {
  switch (values.kind) {
    case "int32":
    case "float":
    case "double":
      return [...values.data.subarray(0, count)];
    case "int64":
      return [...new BigInt64Array(values.data.slice(0, 2 * count).buffer)];
    case "boolean":
      return Array.from(values.data.subarray(0, count), (byte) => byte === 1);
    case "bytes":
      return plainValues(values.data).slice(0, count);
    case "fixed":
      return Array.from(
        { length: count },
        (_, i) => values.data.slice(i * format.width!, (i + 1) * format.width!),
      );
    case "indices": {
      const words = plainValues(format.dictionary!.plain);
      return Array.from(values.data.subarray(0, count), (index) => words[index]!);
    }
    case "sequence":
      return Array.from({ length: count }, (_, i) => values.first + i * values.step);
  }
}

const DAY_MS = 86_400_000;

function valueText(type: LogicalType, value: Raw): string {
  if (value instanceof Uint8Array) return bytesText(type, value);
  switch (type.kind) {
    case "decimal":
      return decimalText(BigInt(value), type.scale);
    case "date":
      return new Date(Number(value) * DAY_MS).toISOString().slice(0, 10);
    case "time":
    case "timestamp":
      return momentText(type, BigInt(value));
    case "float":
      return String(type.bits === 32 ? shortest(Number(value)) : value);
    default:
      return String(value);
  }
}

/** Of 32 bits, the number of fewest digits that is none of its neighbours. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}

function bytesText(type: LogicalType, bytes: Uint8Array): string {
  const hex = bytes.toHex();
  switch (type.kind) {
    case "uuid":
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    case "binary":
      return `0x${hex}`;
    case "decimal":
      return decimalText(BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`)), type.scale);
    case "interval":
      return intervalText(new DataView(bytes.buffer, bytes.byteOffset));
    default:
      return new TextDecoder().decode(bytes);
  }
}

/** Parquet LogicalTypes.md, INTERVAL: months, days, milliseconds, 32 bits each. */
function intervalText(view: DataView): string {
  const parts = ["months", "days", "milliseconds"].map((unit, i) => ({
    unit,
    count: view.getInt32(i * 4, true),
  }));
  const present = parts.filter(({ count }) => count !== 0);
  return (present.length === 0 ? [parts[1]!] : present)
    .map(({ unit, count }) => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`).join(" ");
}

function decimalText(unscaled: bigint, scale: number): string {
  const sign = unscaled < 0n ? "-" : "";
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Digits of a second are shown as many as the type has. */
function momentText(
  type: Extract<LogicalType, { kind: "time" | "timestamp" }>,
  ticks: bigint,
): string {
  const digits = columnLayout(type).multiplier === 1 ? 6 : 9;
  const ticksPerSecond = 10n ** BigInt(digits);
  const rest = ((ticks % ticksPerSecond) + ticksPerSecond) % ticksPerSecond;
  const seconds = Number((ticks - rest) / ticksPerSecond);
  const text = new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
  const fraction = String(rest).padStart(digits, "0").slice(0, type.precision);
  const whole = type.kind === "time" ? text.slice(11) : text;
  return `${whole}${fraction === "" ? "" : `.${fraction}`}${type.zoned ? "+00" : ""}`;
}
