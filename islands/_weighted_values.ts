/** A value and how often it comes, beside the others. */
export interface WeightedValue {
  readonly value: string | number | boolean;
  readonly weight: number;
}

const FIRST_WEIGHTS = [3, 2, 1];

/**
 * Weights to begin with: what the column has by now is of its type, and shows how they are written.
 *
 * @param samples Values of the column; NULL is null.
 * @param kind Of its type, as the server names kinds.
 */
export function firstWeights(
  samples: readonly (string | null)[],
  kind: string,
): readonly WeightedValue[] {
  const values = [...new Set(samples)].filter((text) => text !== null).filter(isPlain);
  const known = values.length > 0 ? values : [FALLBACKS[kind] ?? "yes"];
  return known.slice(0, FIRST_WEIGHTS.length).map((text, i) => ({
    value: valueOf(text, kind),
    weight: FIRST_WEIGHTS[i]!,
  }));
}

/** Where no value could be made yet. */
const FALLBACKS: Readonly<Record<string, string>> = {
  ...{ integer: "1", decimal: "1", float: "1", boolean: "true" },
  ...{ date: "2024-01-31", timestamp: "2024-01-31 12:00:00", time: "12:00:00" },
};

/** Commas are what parts one value from the next. */
function isPlain(text: string): boolean {
  return text.trim() === text && text !== "" && !text.includes(",");
}

/** Weights as one types them: `open 3, paid 6`. */
export function weightsText(values: unknown): string {
  const entries: readonly (readonly [unknown, unknown])[] = Array.isArray(values)
    ? values.map(({ value, weight }) => [value, weight])
    : Object.entries(values ?? {});
  return entries.map(([value, weight]) => `${value} ${weight}`).join(", ");
}

/** The last word of each part is its weight; without one it weighs 1. */
export function readWeights(text: string, kind: string): readonly WeightedValue[] {
  return text.split(",").map((part) => part.trim()).filter((part) => part !== "").map((part) => {
    const [, words, digits] = isMoment(kind, part)
      ? [null, part, "1"]
      : /^(.*\S)\s+(\d*\.?\d+)$/.exec(part) ?? [null, part, "1"];
    return { value: valueOf(words!, kind), weight: Number(digits) };
  });
}

/** The seconds of a moment are no weight. */
function isMoment(kind: string, part: string): boolean {
  return kind === "timestamp" && /^\d{4}-\d\d-\d\d( [\d:.]*:[\d.]+)?$/.test(part);
}

function valueOf(text: string, kind: string): WeightedValue["value"] {
  if (kind === "boolean" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const isNumeric = kind === "integer" || kind === "decimal" || kind === "float";
  return isNumeric && text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
