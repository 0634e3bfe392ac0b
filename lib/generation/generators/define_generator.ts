import type { LogicalKind, LogicalType } from "../../schema/mod.ts";
import type { ValueSource } from "../sources/value_source.ts";
import type { WordBook } from "./word_book.ts";

/** What a generator may know of the column it is asked for. */
export interface GeneratorContext {
  readonly type: LogicalType;
  readonly book: WordBook;
}

/** A kind of value that users can ask for by name. Adding one is adding one file. */
export interface Generator {
  /** Our name, snake_case: `first_name`. */
  readonly name: string;
  /** Faker-JS paths and Python Faker names for the same thing. */
  readonly aliases: readonly string[];
  /** One plain sentence for help and docs, no final period. */
  readonly summary: string;
  /** Kinds of column it can fill. */
  readonly produces: readonly LogicalKind[];
  source(context: GeneratorContext): ValueSource;
}

/**
 * Defines a generator; each file under `catalogue/` default-exports one.
 *
 * @param generator Its description and its source.
 * @returns The same, frozen.
 */
export function defineGenerator(generator: Generator): Generator {
  return Object.freeze(generator);
}
