import type { Column, LogicalType, WeightedValue } from "../../../schema/mod.ts";

type Scalar = WeightedValue["value"];

/**
 * Narrows a column to a list of values, or its list to what holds.
 *
 * @param column The column.
 * @param options Either the values allowed, or which of its values stay.
 * @returns Null when none is left; `unused` when the column's type has no such lists.
 */
export function listValues(
  column: Column,
  { values, holds = () => true }: {
    readonly values?: readonly Scalar[];
    readonly holds?: (value: Scalar) => boolean;
  },
): Column | null | "unused" {
  if (!LISTED.has(column.type.kind)) return "unused";
  const { range: _, dateRange: _dates, distribution, ...rest } = column;
  const known = distribution?.kind === "values" ? distribution.values : null;
  const allowed = values?.flatMap((value) => converted(value, column.type));
  const kept = known === null
    ? (allowed ?? []).filter((value) => inRange(value, column)).map((value) => ({
      value,
      weight: 1,
    }))
    : known.filter(({ value }) => allowed?.includes(value) ?? true);
  const left = distinct(kept.filter(({ value }) => holds(value)));
  if (!left.some(({ weight }) => weight > 0)) return null;
  return { ...rest, distribution: { kind: "values", values: left } };
}

const LISTED: ReadonlySet<LogicalType["kind"]> = new Set([
  "boolean",
  "integer",
  "decimal",
  "float",
  "string",
  "date",
]);

/** A value as the column's type has it; nothing where the type cannot hold it. */
function converted(value: Scalar, type: LogicalType): readonly Scalar[] {
  switch (type.kind) {
    case "string":
      return [String(value)].filter((text) => text.length <= (type.maxLength ?? Infinity));
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? [String(value)] : [];
    case "boolean":
      return TRUTHS.get(String(value).toLowerCase()) ?? [];
    default: {
      const number = typeof value === "boolean" || value === "" ? NaN : Number(value);
      const isHeld = Number.isFinite(number) &&
        (type.kind !== "integer" || Number.isInteger(number));
      return isHeld ? [number] : [];
    }
  }
}

const TRUTHS: ReadonlyMap<string, readonly boolean[]> = new Map(
  [["true", true], ["t", true], ["1", true], ["false", false], ["f", false], ["0", false]].map((
    [text, value],
  ) => [String(text), [value === true]]),
);

function inRange(value: Scalar, { range, dateRange, type }: Column): boolean {
  if (type.kind === "date") {
    return String(value) >= (dateRange?.start ?? "") &&
      String(value) <= (dateRange?.end ?? "9999-12-31");
  }
  if (typeof value !== "number") return true;
  return value >= (range?.min ?? -Infinity) && value <= (range?.max ?? Infinity);
}

function distinct(values: readonly WeightedValue[]): readonly WeightedValue[] {
  const seen = new Set<Scalar>();
  return values.filter(({ value }) => seen.size !== seen.add(value).size);
}
