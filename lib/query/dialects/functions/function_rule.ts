import type { Code } from "../code.ts";
import type { Expression, Holds } from "../expression.ts";
import type { Reader } from "../reader.ts";
import type { Token } from "../tokens.ts";

/** One key of an ORDER BY. */
export interface OrderKey {
  readonly expression: Expression;
  readonly descending: boolean;
  /** The key as the engine should read it, direction and place of NULLs included. */
  readonly code: Code;
}

/** A function call as the user wrote it, its arguments translated. */
export interface Call {
  readonly reader: Reader;
  readonly name: Token;
  readonly arguments: readonly Expression[];
  readonly named: ReadonlyMap<string, Expression>;
  readonly distinct: boolean;
  /** `count(*)`. */
  readonly star: boolean;
  /** ORDER BY inside the brackets, or of WITHIN GROUP. */
  readonly order: readonly OrderKey[];
  readonly within: boolean;
  readonly filter: Code | null;
  readonly ignoreNulls: boolean;
  /** `OVER …`, the word included. */
  readonly over: Code | null;
  /** What is known of the window: whether it is ordered, and whether it names its frame. */
  readonly window: { readonly ordered: boolean; readonly framed: boolean } | null;
}

/** Aggregates may be distinct and filtered; they and window functions may have OVER. */
export type FunctionKind = "aggregate" | "scalar" | "window";

/**
 * How a function takes values inside documents: as numbers, as texts, as the documents they are;
 * `alike`: where one argument is a document, all are made so, and the answer is one; `never`: their
 * order is not that of the engine, so they must be cast.
 */
export type Takes = "alike" | "never" | "number" | "text" | "value";

export type Support = "refused" | "rewritten" | "same";

/** What becomes of a function of a dialect. */
export interface FunctionRule {
  readonly support: Support;
  readonly kind: FunctionKind;
  readonly countMin: number;
  readonly countMax: number;
  readonly holds?: Holds;
  /** For the reference: how the answer may differ, or what to write instead. */
  readonly says?: string;
  /** How the answer differs from the vendor's: told to whoever asks, and in the reference. */
  readonly differs?: string;
  /** For the reference: what the vendor documents and one might not expect. */
  readonly note?: string;
  /** What becomes of values inside documents: by default texts, for aggregates as they are. */
  readonly takes?: Takes;
  /** Whether it works on a text, and so takes a number or a date by how it is written. */
  readonly ofText?: boolean;
  /** Whether arguments may be given by their names. */
  readonly byName?: boolean;
  /** Whether it answers a number with places behind the point, which the vendor keeps as a decimal. */
  readonly fraction?: boolean;
  readonly write: (call: Call) => Code;
}

export type FunctionRules = Readonly<Record<string, FunctionRule>>;

export interface RuleOptions {
  readonly note?: string;
  readonly kind?: FunctionKind;
  readonly holds?: Holds;
  readonly says?: string;
  readonly differs?: string;
  readonly takes?: Takes;
  readonly byName?: boolean;
  readonly fraction?: boolean;
}
