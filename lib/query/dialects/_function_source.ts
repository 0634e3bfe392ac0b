import type { Code } from "./code.ts";
import type { Expression } from "./expression.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";

/** Rows that a function makes. */
export interface FunctionSource {
  readonly code: Code;
  /** What it is called if the query does not call it. */
  readonly alias?: Code;
  /** A column that is called as the alias of the function. */
  readonly single?: boolean;
  /** Columns behind that one. */
  readonly rest?: readonly string[];
  /** Columns that keep their names. */
  readonly columns?: readonly string[];
  /** Whether a row is one value, so that the alias alone is its name. */
  readonly isValue?: boolean;
}

/** A call in FROM, its arguments translated. */
export interface SourceArguments {
  readonly reader: Reader;
  readonly name: Token;
  readonly values: readonly Expression[];
  readonly named: ReadonlyMap<string, Expression>;
}

export type WriteSource = (given: SourceArguments) => FunctionSource;
