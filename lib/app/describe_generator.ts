import { GENERATORS } from "../generation/mod.ts";
import type { LogicalKind } from "../schema/mod.ts";
import { previewColumn } from "./preview_column.ts";

/** A generator, and values of it. */
export interface GeneratorDescription {
  /** Our own name, whatever it was asked by. */
  readonly name: string;
  readonly summary: string;
  readonly produces: readonly LogicalKind[];
  /** Names of Faker-JS and of Python's Faker for the same. */
  readonly aliases: readonly string[];
  /** The type that the values were made for, as DDL has it. */
  readonly type: string;
  readonly values: readonly string[];
}

/** A type of each kind, wide enough for what the generators make. */
const TYPES: Readonly<Record<LogicalKind, string>> = {
  boolean: "BOOLEAN",
  integer: "BIGINT",
  decimal: "DECIMAL(12,2)",
  float: "DOUBLE",
  string: "VARCHAR(200)",
  binary: "BINARY(16)",
  date: "DATE",
  time: "TIME",
  timestamp: "TIMESTAMP",
  json: "JSON",
  uuid: "UUID",
  geography: "GEOGRAPHY",
  interval: "INTERVAL",
};

/**
 * Tells what a rule makes, with ten values.
 *
 * @param rule A name of ours, of Faker-JS or of Python's Faker.
 * @param options The seed of the values.
 * @throws DwSimError GENERATION_IMPOSSIBLE, which has the nearest names, if there is no such rule.
 */
export async function describeGenerator(
  rule: string,
  { seed = 0 }: { readonly seed?: number } = {},
): Promise<GeneratorDescription> {
  const known = findListed(rule);
  const produces = known?.produces ?? ["string"];
  // What can be whole numbers as well shows more of itself with a fraction.
  const type = TYPES[produces.includes("decimal") ? "decimal" : produces[0]!];
  const column = { name: "value", data_type: type, faker_rule: rule, required: true };
  const { values } = await previewColumn({ table: "generator", column, seed });
  return {
    name: known?.name ?? rule,
    summary: known?.summary ?? "Words that Faker makes, drawn before a run begins",
    ...{ produces, aliases: known?.aliases ?? [], type },
    values: values.filter((value) => value !== null),
  };
}

/** Names are told apart by neither case nor underscores; what is not listed may be Faker's own. */
function findListed(rule: string) {
  const plain = (name: string) => name.toLowerCase().replaceAll("_", "");
  const wanted = plain(rule.trim());
  return GENERATORS.find(({ name, aliases }) =>
    [name, ...aliases].some((n) => plain(n) === wanted)
  );
}
