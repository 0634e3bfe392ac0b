import type { OracleStatistics } from "../../../tests/oracles/read_statistics.ts";
import { bigEndianInteger, hexText } from "../../../tests/oracles/format_cell.ts";
import type { ParquetColumn } from "../mod.ts";
import { shortenBounds } from "../statistics/shorten_bounds.ts";
import {
  asBytes,
  compareValues,
  expectedCell,
  type TestColumn,
  type TestValue,
} from "./test_columns.ts";

/**
 * Computes the statistics that a file of the columns must have, the slow and plain way.
 *
 * @param columns With all of their values.
 * @param rowGroups Rows of each.
 * @returns One entry a column chunk, by row group and column.
 */
export function expectedStatistics(
  columns: readonly TestColumn[],
  rowGroups: readonly number[],
): OracleStatistics[] {
  let first = 0;
  return rowGroups.flatMap((rowCount, rowGroup) => {
    const from = first;
    first += rowCount;
    return columns.map(({ column, values }) => {
      const rows = values.slice(from, from + rowCount);
      const present = rows.filter((value) => value !== null);
      const distinct = new Set(
        present.map((value) => String(expectedCell(column, value)) + sign(value)),
      );
      return {
        rowGroup,
        column: column.name,
        nullCount: rowCount - present.length,
        distinctCount: column.encoding === "DICTIONARY" ? distinct.size : null,
        ...bounds(column, present),
      };
    });
  });
}

/** The dictionary keeps -0 and 0 apart. */
function sign(value: TestValue): string {
  return Object.is(value, -0) ? "-" : "";
}

function bounds(
  column: ParquetColumn,
  present: readonly TestValue[],
): Pick<OracleStatistics, "min" | "max" | "minExact" | "maxExact"> {
  const ordered = present.filter((value) => !Number.isNaN(value))
    .sort(inOrder(column));
  const none = { min: null, max: null, minExact: null, maxExact: null };
  if (ordered.length === 0 || column.annotation?.kind === "INTERVAL") return none;
  const min = ordered[0]!;
  const max = ordered.at(-1)!;
  if (column.physical === "FLOAT" || column.physical === "DOUBLE") {
    return {
      min: expectedCell(column, min === 0 ? -0 : min),
      max: expectedCell(column, max === 0 ? 0 : max),
      minExact: true,
      maxExact: true,
    };
  }
  if (column.physical === "BYTE_ARRAY") return shortened(column, { min, max }) ?? none;
  const cells = { min: expectedCell(column, min), max: expectedCell(column, max) };
  return { ...cells, minExact: true, maxExact: true };
}

/** How long bounds get short has its own tests. */
function shortened(column: ParquetColumn, { min, max }: { min: TestValue; max: TestValue }) {
  const kind = column.annotation?.kind;
  const policy = kind === "STRING" ? "text" : kind === "JSON" ? "omit" : "binary";
  const short = shortenBounds({ min: asBytes(min), max: asBytes(max) }, policy);
  if (short === null) return null;
  const cellOf = (bytes: Uint8Array) =>
    kind === undefined ? hexText(bytes) : new TextDecoder().decode(bytes);
  return { ...short, min: cellOf(short.min), max: cellOf(short.max) };
}

/** Decimals are compared as the numbers that they are, all else as it is. */
function inOrder(column: ParquetColumn) {
  const isDecimal = column.annotation?.kind === "DECIMAL";
  const keyOf = (value: TestValue) =>
    isDecimal && value instanceof Uint8Array ? bigEndianInteger(value) : value;
  return (left: TestValue, right: TestValue) => compareValues(keyOf(left), keyOf(right));
}
