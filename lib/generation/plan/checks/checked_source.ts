import { type Column, parsePattern, type PatternForm, type Table } from "../../../schema/mod.ts";
import type { ValueSource, WordsSource } from "../../sources/value_source.ts";
import { bytesMaxOf } from "../fit/byte_limit.ts";
import { patternBytes } from "../rules/domain_bounds.ts";
import type { PlanContext } from "../plan_context.ts";
import { likeSource } from "../rules/like_source.ts";
import type { TextFact } from "./honour_checks.ts";

/** Where a column's values come from, and the name of the generator, for people to see. */
export interface ChosenSource {
  readonly source: ValueSource;
  readonly generator: string;
}

/**
 * Lets texts meet the checks that say what they look like: words that do stay, and where none does,
 * the check itself is the pattern.
 *
 * @param context Knows the checks, and receives a finding for those that guide nothing.
 * @param options The column, and what it would hold without them.
 */
export function checkedSource(
  context: PlanContext,
  { table, column, chosen }: {
    readonly table: Table;
    readonly column: Column;
    readonly chosen: ChosenSource;
  },
): ChosenSource {
  const facts = context.checks.textFacts.get(column);
  if (facts === undefined) return chosen;
  const { source } = chosen;
  if (source.kind === "words") {
    const words = thinned(source, facts);
    if (words !== null) return { ...chosen, source: words };
  }
  const forms = formsOf(facts, bytesMaxOf(column.type) ?? Infinity);
  if (forms !== null) return { source: { kind: "pattern", forms }, generator: "pattern" };
  for (const { check } of facts) {
    context.report("PLAN_CHECK_UNUSED", { table: table.name, check: check.text }, table);
  }
  return chosen;
}

/** The words that meet all facts, if there are some. */
function thinned(source: WordsSource, facts: readonly TextFact[]): WordsSource | null {
  const tests = facts.map(({ fact }) => testOf(fact));
  const kept = source.words.map((word) => tests.every((test) => test(word)));
  if (kept.every((each) => each)) return source;
  if (!kept.some((each) => each)) return null;
  const { weights } = source;
  const isKept = (_: unknown, at: number) => kept[at]!;
  return {
    ...source,
    name: `${source.name} where ${facts.map(({ check }) => check.text).join(" and ")}`,
    words: source.words.filter(isKept),
    ...weights !== undefined && { weights: weights.filter(isKept) },
  };
}

function testOf(fact: TextFact["fact"]): (word: string) => boolean {
  if (fact.kind === "length") {
    const { operator, value } = fact;
    return (word) => {
      const length = [...word].length;
      return operator === ">=" ? length >= value : operator === ">" ? length > value : true;
    };
  }
  const source = fact.kind === "like" ? likeSource(fact.pattern) : fact.pattern;
  try {
    const pattern = new RegExp(source, fact.ignoresCase ? "iu" : "u");
    return (word) => pattern.test(word);
  } catch {
    return () => false;
  }
}

/** One regular expression or LIKE, and lengths, make a pattern together. */
function formsOf(
  facts: readonly TextFact[],
  bytesMax: number,
): readonly PatternForm[] | null {
  const looks = facts.flatMap(({ fact }) => fact.kind === "length" ? [] : [fact]);
  const least = Math.max(
    1,
    ...facts.flatMap(({ fact }) =>
      fact.kind !== "length"
        ? []
        : [fact.operator === ">" ? Math.floor(fact.value) + 1 : fact.value]
    ),
  );
  const [look, ...others] = looks;
  if (others.length > 0) return null;
  const text = look === undefined
    ? `[a-z]{${least},${least + 3}}`
    : look.kind === "like"
    ? likePattern(look.pattern)
    : look.pattern;
  const forms =
    parsePattern(text).forms?.filter((form) =>
      form.length >= least && patternBytes([form]) <= bytesMax
    ) ?? [];
  return forms.length === 0 ? null : forms;
}

/** LIKE as a pattern: `%` is a few letters, `_` is one. */
function likePattern(pattern: string): string {
  return Array.from(pattern, (character) => {
    if (character === "%") return "[a-z]{0,6}";
    return character === "_" ? "[a-z]" : character.replace(/[\\^$.*+?()[\]{}|]/, "\\$&");
  }).join("");
}
