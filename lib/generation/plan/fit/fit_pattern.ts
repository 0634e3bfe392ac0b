import type { PatternForm } from "../../../schema/mod.ts";
import { countedSize } from "../../domains/pattern_chunks.ts";
import { type Fit, type FitRequest, ORDINALS_MAX } from "./fit.ts";

/**
 * Fits a pattern to a column. Drawn texts are of every form alike; distinct ones are counted out, so
 * that exactly as many rows can be asked for as there are texts.
 *
 * @param forms The forms of the pattern, each once.
 * @param request The column.
 */
export function fitPattern(forms: readonly PatternForm[], request: FitRequest): Fit {
  const { distinct } = request;
  const key = request.key("value");
  if (distinct === null) {
    const domain = { kind: "pattern", forms, counts: null, key } as const;
    return { kind: "drawn", domain, ordinal: { kind: "row" } };
  }
  const apart = withoutOverlaps(forms);
  const counts = countsOf(apart);
  const count = counts.reduce((sum, each) => sum + each, 0);
  if (count < distinct) return { kind: "shortage", countMax: count };
  return { kind: "distinct", domain: { kind: "pattern", forms: apart, counts, key }, count };
}

/** Two forms with a text in common could give two rows the same: the one with more texts stays. */
function withoutOverlaps(forms: readonly PatternForm[]): readonly PatternForm[] {
  const kept: PatternForm[] = [];
  for (const form of forms.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    if (!kept.some((other) => overlap(form, other))) kept.push(form);
  }
  return forms.filter((form) => kept.includes(form));
}

function overlap(one: PatternForm, other: PatternForm): boolean {
  return one.length === other.length &&
    one.every((place, at) => [...place].some((character) => other[at]!.includes(character)));
}

function sizeOf(form: PatternForm): number {
  return form.reduce((size, place) => size * [...place].length, 1);
}

/** All texts where ordinals reach them all, else each form's share of what ordinals reach. */
function countsOf(forms: readonly PatternForm[]): readonly number[] {
  const sizes = forms.map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= ORDINALS_MAX) return sizes;
  return forms.map((form, at) => {
    const share = Math.max(1, Math.floor((sizes[at]! / total) * (ORDINALS_MAX - forms.length)));
    return Math.min(countedSize(form), share);
  });
}
