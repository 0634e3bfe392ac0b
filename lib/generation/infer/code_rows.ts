import { keysOf, type Table } from "../../schema/mod.ts";
import type { GeneratorName } from "../generators/registry_gen.ts";
import { saysNothing } from "./says_nothing.ts";
import { inferGenerator } from "./infer_source.ts";

/** How many of what the world has a settled number of. A test counts them. */
export const CODE_COUNTS: Partial<Readonly<Record<GeneratorName, number>>> = {
  continent: 6,
  country: 249,
  country_code: 249,
  country_code_3: 248,
  currency_code: 12,
  currency_name: 154,
  language_code: 12,
  language_name: 70,
  state: 51,
  state_code: 51,
};

/** `country codes`, for people. */
export function codesInWords(generator: string): string {
  return generator.replaceAll("_", " ").replace(/y$/, "ie").concat("s").replace("code 3s", "codes");
}

/** A table that lists codes, and how many of them there are. */
export interface CodeRows {
  readonly column: string;
  /** What its values are: `country codes`. */
  readonly codes: string;
  readonly count: number;
}

/**
 * How many rows a table can have before its keys are no longer codes of anything.
 *
 * @param table Any.
 * @returns The key of which there are fewest; null when no key of one column is such a code.
 */
export function codeRows(table: Table): CodeRows | null {
  const foreign = new Set(
    table.foreignKeys.flatMap(({ columns }) => columns.map((name) => name.toLowerCase())),
  );
  const found = keysOf(table).flatMap((key): readonly CodeRows[] => {
    const column = key.length !== 1 || foreign.has(key[0]!.toLowerCase())
      ? undefined
      : table.columns.find(({ name }) => name.toLowerCase() === key[0]!.toLowerCase());
    if (column?.type.kind !== "string" || !saysNothing(column)) return [];
    const generator = inferGenerator(column, table)?.generator.name;
    const count = CODE_COUNTS[generator as GeneratorName];
    return count === undefined ? [] : [
      { column: column.name, codes: codesInWords(generator!), count },
    ];
  });
  return found.toSorted((one, other) => one.count - other.count)[0] ?? null;
}
