import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { checkDistribution } from "./_check_distribution.ts";
import { checkPattern } from "./_check_pattern.ts";
import { isNumeric } from "./_is_numeric.ts";
import { parseMoment } from "./_parse_moment.ts";
import type { Column } from "./experiment_schema.ts";
import type { LogicalType } from "./logical_type.ts";
import { renderType } from "./render_type.ts";

/**
 * Checks what one column says about itself.
 *
 * @param column The column.
 * @param options `path`: tells its JSON path, for problems only, as most columns have none;
 * `inPrimaryKey`: it belongs to the primary key.
 * @returns Every contradiction.
 */
export function checkColumn(
  column: Column,
  { path, inPrimaryKey }: { readonly path: () => string; readonly inPrimaryKey: boolean },
): Diagnostic[] {
  const { range, dateRange, distribution, identity, nullable, nullRate } = column;
  return [
    ...(range === undefined ? [] : checkRange(column, path())),
    ...(dateRange === undefined ? [] : checkDateRange(column, path())),
    ...(nullRate === undefined && !(inPrimaryKey && nullable)
      ? []
      : checkNulls(column, { path: path(), inPrimaryKey })),
    ...(distribution === undefined ? [] : checkDistribution(column, path())),
    ...(column.pattern === undefined ? [] : checkPattern(column, path())),
    ...(identity === undefined ? [] : checkIdentity(column, path())),
  ];
}

function checkRange({ range, type }: Column, path: string): Diagnostic[] {
  if (range === undefined) return [];
  const bounds = [["min_value", range.min], ["max_value", range.max]] as const;
  const given = bounds.filter(([, value]) => value !== undefined);
  if (!isNumeric(type)) {
    return given.map(([field]) =>
      diagnostic("FIELD_NOT_FOR_TYPE", {
        field,
        type: renderType(type),
        allowed: "a numeric type such as INT, DECIMAL or FLOAT",
      }, { path: `${path}.${field}` })
    );
  }
  const problems = given.filter(([, value]) => !fits(value!, type)).map(([field, value]) =>
    diagnostic("RANGE_OUTSIDE_TYPE", { field, value: value!, type: renderType(type) }, {
      path: `${path}.${field}`,
    })
  );
  if (problems.length > 0 || range.min === undefined || range.max === undefined) return problems;
  const { min, max } = range;
  if (min > max) return [reversed("value", { from: `${min}`, to: `${max}`, path })];
  if (holdsValue(type, { min, max })) return [];
  const detail = { from: min, to: max, type: renderType(type) };
  return [diagnostic("RANGE_EMPTY", detail, { path: `${path}.min_value` })];
}

function fits(value: number, type: LogicalType): boolean {
  switch (type.kind) {
    case "integer":
      // The largest BIGINT reads as 2^63 in JSON, one above what it stands for.
      return value >= -(2 ** (type.bits - 1)) &&
        (type.bits === 64 ? value <= 2 ** 63 : value <= 2 ** (type.bits - 1) - 1);
    case "decimal":
      return Math.abs(value) <= 10 ** (type.precision - type.scale);
    case "float":
      return type.bits === 64 || Math.abs(value) <= 3.4028234663852886e38;
    default:
      return true;
  }
}

/** Whether a type with a fixed number of decimals has any value between two numbers. */
function holdsValue(
  type: LogicalType,
  { min, max }: { readonly min: number; readonly max: number },
): boolean {
  if (type.kind === "float") return true;
  const factor = type.kind === "decimal" ? 10 ** type.scale : 1;
  // Multiplying 0.07 by 100 gives a little more than 7; that is not a gap.
  const slack = type.kind === "decimal" ? 1e-6 : 0;
  return Math.ceil(min * factor - slack) <= Math.floor(max * factor + slack);
}

function checkDateRange({ dateRange, type }: Column, path: string): Diagnostic[] {
  if (dateRange === undefined) return [];
  const bounds = [["date_start", dateRange.start], ["date_end", dateRange.end]] as const;
  const given = bounds.filter(([, text]) => text !== undefined);
  if (type.kind !== "date" && type.kind !== "timestamp") {
    return given.map(([field]) =>
      diagnostic("FIELD_NOT_FOR_TYPE", {
        field,
        type: renderType(type),
        allowed: "DATE or TIMESTAMP",
      }, { path: `${path}.${field}` })
    );
  }
  const wrong = given.filter(([, text]) => parseMoment(text!) === null);
  if (wrong.length > 0) {
    return wrong.map(([field, text]) =>
      diagnostic("DATE_WRONG", { field, text: text!, form: "YYYY-MM-DD, such as 2024-01-31" }, {
        path: `${path}.${field}`,
      })
    );
  }
  const { start, end } = dateRange;
  if (start === undefined || end === undefined) return [];
  return isReversed(start, end) ? [reversed("date", { from: start, to: end, path })] : [];
}

/** A day as an end means the whole day. */
function isReversed(start: string, end: string): boolean {
  const [from, to] = [parseMoment(start)!, parseMoment(end)!];
  const dayMilliseconds = 86_400_000;
  return from.milliseconds > to.milliseconds + (to.hasTime ? 0 : dayMilliseconds - 1);
}

function reversed(
  what: "value" | "date",
  { from, to, path }: { readonly from: string; readonly to: string; readonly path: string },
): Diagnostic {
  const [low, high] = what === "value" ? ["min_value", "max_value"] : ["date_start", "date_end"];
  return diagnostic("RANGE_REVERSED", { low: low!, high: high!, from, to }, {
    path: `${path}.${low}`,
  });
}

function checkNulls(
  { name: column, nullable, nullRate }: Column,
  { path, inPrimaryKey }: { readonly path: string; readonly inPrimaryKey: boolean },
): Diagnostic[] {
  const place = { path: nullRate === undefined ? `${path}.required` : `${path}.null_rate` };
  if (nullRate !== undefined && !(nullRate >= 0 && nullRate <= 1)) {
    return [diagnostic("NULL_RATE_WRONG", { column, found: nullRate }, place)];
  }
  if (inPrimaryKey && nullable) {
    const reason = "it belongs to the primary key";
    return [diagnostic("NULLS_CONTRADICT", { column, reason }, place)];
  }
  if (nullable || nullRate === undefined || nullRate === 0) return [];
  const reason = "it is required, and its null_rate asks for NULLs";
  return [diagnostic("NULLS_CONTRADICT", { column, reason }, place)];
}

function checkIdentity({ name: column, identity, type }: Column, path: string): Diagnostic[] {
  if (identity === undefined) return [];
  const reason = identityFault(identity, type);
  if (reason === null) return [];
  return [diagnostic("IDENTITY_WRONG", { column, reason }, { path: `${path}.identity` })];
}

function identityFault(
  { start, step }: NonNullable<Column["identity"]>,
  type: LogicalType,
): string | null {
  const counts = type.kind === "integer" || (type.kind === "decimal" && type.scale === 0);
  if (!counts) return `the column is ${renderType(type)}`;
  if (step === 0) return "its step is 0, so every row would get the same value";
  if (!Number.isSafeInteger(start)) return `its start ${start} is not a whole number in reach`;
  return Number.isSafeInteger(step) ? null : `its step ${step} is not a whole number in reach`;
}
