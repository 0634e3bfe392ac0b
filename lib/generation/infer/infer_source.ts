import type { Column, LogicalType, Table } from "../../schema/mod.ts";
import type { Generator } from "../generators/define_generator.ts";
import { CATALOGUE } from "../generators/registry_gen.ts";
import { textRoom } from "../generators/text_room.ts";
import { columnWords } from "./column_words.ts";
import { INFERENCE_RULES, type InferenceRule } from "./inference_rules.ts";

export interface Inference {
  readonly generator: Generator;
  /** Why, for people, as the end of a sentence: `its name says "first name"`. */
  readonly reason: string;
}

/**
 * Guesses what a column without a rule holds, from its name and type.
 *
 * @param column The column.
 * @param table The table it is of, which gives a bare `name` its meaning.
 * @returns The generator and why; null if the name says nothing certain, where `defaultGenerator`
 *   is left.
 */
export function inferGenerator(column: Column, table: Table): Inference | null {
  if (isMadeUuid(column)) return { generator: CATALOGUE.uuid, reason: "its DEFAULT makes one" };
  const words = columnWords(column, table);
  const rule = findRule(words, column.type);
  if (rule === null) return null;
  return { generator: CATALOGUE[rule.generator], reason: `its name says "${words}"` };
}

/** Functions of Snowflake and PostgreSQL that make a UUID, with nothing behind them. */
const UUID_CALL =
  /^(?:\w+\.)?(?:uuid_string|gen_random_uuid|uuid_generate_v[14]|uuidv[47])\s*\(\s*\)(?:\s*::\s*\w+)*$/i;
const UUID_LENGTH = 36;

/** What the database would fill in says more than a name. */
function isMadeUuid({ type, defaultExpression }: Column): boolean {
  return type.kind === "string" && textRoom(type) >= UUID_LENGTH &&
    UUID_CALL.test(defaultExpression ?? "");
}

/** Tables of a warehouse call the same things by the same names: what was found is kept. */
function findRule(words: string, type: LogicalType): CompiledRule | null {
  const question = `${words} ${JSON.stringify(type)}`;
  const known = FOUND.get(question);
  if (known !== undefined) return known;
  const rule = RULES.find((each) => suits(each, type) && each.pattern.test(words)) ?? null;
  if (FOUND.size >= FOUND_COUNT_MAX) FOUND.clear();
  FOUND.set(question, rule);
  return rule;
}

const FOUND = new Map<string, CompiledRule | null>();
const FOUND_COUNT_MAX = 4_096;

interface CompiledRule extends InferenceRule {
  readonly pattern: RegExp;
}

const RULES: readonly CompiledRule[] = INFERENCE_RULES.map((rule) => ({
  ...rule,
  pattern: patternOf(rule.words),
}));

/** An alternative that begins with `^` wants the whole name; the others, its last words. */
function patternOf(words: string): RegExp {
  return new RegExp(`(?:^| )(?:${words})$`);
}

function suits(rule: InferenceRule, type: LogicalType): boolean {
  const { generator, kinds, largestMin = 0, roomMin = 0, roomMax = Infinity } = rule;
  if (!CATALOGUE[generator].produces.includes(type.kind)) return false;
  if (kinds !== undefined && !kinds.includes(type.kind)) return false;
  const room = textRoom(type);
  if (type.kind === "string") return room >= roomMin && room <= roomMax;
  return largestOf(type) >= largestMin;
}

/** The largest number that a column holds; infinite for what holds no numbers. */
function largestOf(type: LogicalType): number {
  if (type.kind === "integer") return 2 ** (type.bits - 1) - 1;
  return type.kind === "decimal" ? 10 ** (type.precision - type.scale) - 1 : Infinity;
}
