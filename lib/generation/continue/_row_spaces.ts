import type { OrdinalPlan } from "../ordinals/ordinal_plan.ts";
import type { GenerationPlan } from "../plan/plan_types.ts";

/** Rows that a table had, by the streams that its rows draw on. */
export type RowSpaces = ReadonlyMap<string, number>;

/**
 * Tells to which table's rows a mapping belongs, and how many there were: a foreign key's mapping
 * may be that of its parent's rows, or of their parents'. Every stream has a key of its own.
 */
export function rowSpaces(before: GenerationPlan, after: GenerationPlan): RowSpaces {
  const spaces = new Map<string, number>();
  for (const [at, { columns, rowCount }] of before.tables.entries()) {
    for (const { ordinal } of [...columns, ...after.tables[at]!.columns]) {
      const stream = streamOf(ownOrdinal(ordinal));
      if (stream !== null) spaces.set(stream, rowCount);
    }
  }
  return spaces;
}

/** The mapping of the table's own rows, before it goes on through its parents'. */
export function ownOrdinal(ordinal: OrdinalPlan): OrdinalPlan {
  return ordinal.kind === "through" ? ordinal.first : ordinal;
}

/** The stream that a mapping draws on; null for one that draws nothing. */
export function streamOf(ordinal: OrdinalPlan): string | null {
  switch (ordinal.kind) {
    case "permuted":
    case "hashed":
    case "weighted":
    case "earlier":
      return String(ordinal.key);
    case "digit":
      return String(ordinal.tuple.key);
    case "rest":
    case "grown_rest":
      return String(ordinal.rest.key);
    case "family":
      return String(ordinal.family.key);
    case "member":
      return String(ordinal.member.family.key);
    case "row":
    case "staged":
    case "after":
    case "through":
      return null;
  }
}
