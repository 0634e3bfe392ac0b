import type { Dialect, LogicalType } from "../schema/mod.ts";

/** A number, or an upper-case word such as MAX, between the brackets of a type. */
export type TypeArgument = number | string;

/** What a rule made of a type and its arguments. */
export type TypeReading =
  | { readonly kind: "exact"; readonly type: LogicalType }
  /** The type cannot be kept as declared; `reason` says what is used. */
  | { readonly kind: "adjusted"; readonly type: LogicalType; readonly reason: string }
  /** NUMERIC of any precision: the type is our choice. */
  | { readonly kind: "unbounded"; readonly type: LogicalType }
  | { readonly kind: "invalid"; readonly reason: string };

export type TypeRule = (typeArguments: readonly TypeArgument[]) => TypeReading;

/** Everything in which one warehouse's DDL differs from another's. */
export interface DialectRules {
  readonly name: Dialect;
  /** What happens to unquoted identifiers. */
  readonly foldsTo: "upper" | "lower";
  /** Whether a backslash escapes the next character of an ordinary string. */
  readonly backslashEscapes: boolean;
  readonly slashComments: boolean;
  readonly nestedComments: boolean;
  /** Whether `&name` is replaced by the client. */
  readonly ampersandVariables: boolean;
  /** By type name in upper case, words separated by one space. */
  readonly types: ReadonlyMap<string, TypeRule>;
  /** Types that count up by themselves. */
  readonly serialTypes: ReadonlySet<string>;
  /** The documented words that start a table property, `ROW ACCESS POLICY`. */
  readonly tableProperties: readonly string[];
  /** Words that ENCODE takes; none where there is no ENCODE. */
  readonly encodings: ReadonlySet<string>;
  /** What LIKE copies besides names, types and NOT NULL. */
  readonly likeCopiesKeys: boolean;
}

/** Folds an unquoted identifier as the dialect does. */
export function foldIdentifier(name: string, rules: DialectRules): string {
  return rules.foldsTo === "upper" ? name.toUpperCase() : name.toLowerCase();
}
