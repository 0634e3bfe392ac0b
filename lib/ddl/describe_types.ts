import { isDeepStrictEqual } from "node:util";
import type { Dialect, LogicalType } from "../schema/mod.ts";
import type { TypeArgument, TypeRule } from "./dialect_rules.ts";
import { DIALECTS } from "./dialects/mod.ts";

/** A type word of a dialect, and what becomes of it. */
export interface TypeDescription {
  /** As DDL writes it: `VARCHAR`, `VARCHAR(n)`, `DECIMAL(p,s)`, `TIMESTAMP WITH TIME ZONE`. */
  readonly word: string;
  readonly type: LogicalType;
}

/** Arguments that are told apart in the outcome, the letters for them, and what they add to. */
const EXAMPLES = [
  { letters: "", values: [], without: null },
  { letters: "(n)", values: [7], without: [] },
  { letters: "(p,s)", values: [17, 5], without: [17] },
] as const satisfies readonly {
  readonly letters: string;
  readonly values: readonly TypeArgument[];
  readonly without: readonly TypeArgument[] | null;
}[];

/**
 * Lists the types of a dialect: every word with and without what can stand in its brackets.
 *
 * @param dialect Whose types.
 * @returns In the order of the alphabet.
 */
export function describeTypes(dialect: Dialect): readonly TypeDescription[] {
  const words = [...DIALECTS[dialect].types].toSorted(([a], [b]) => a < b ? -1 : 1);
  return words.flatMap(([word, rule]) => describeWord(word, rule));
}

/** Brackets that make no difference are not told. */
function describeWord(word: string, rule: TypeRule): readonly TypeDescription[] {
  return EXAMPLES.flatMap(({ letters, values, without }) => {
    const reading = rule(values);
    if (reading.kind === "invalid") return [];
    if (without !== null && isDeepStrictEqual(reading, rule(without))) return [];
    return [{ word: withLetters(word, letters), type: reading.type }];
  });
}

/** `TIMESTAMP(n) WITH TIME ZONE`, but `CHARACTER VARYING(n)`. */
function withLetters(word: string, letters: string): string {
  const zoneAt = word.search(/ WITH(OUT)? /);
  return zoneAt < 0 ? word + letters : word.slice(0, zoneAt) + letters + word.slice(zoneAt);
}
