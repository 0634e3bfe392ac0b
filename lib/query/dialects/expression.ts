import type { Code } from "./code.ts";

/** What is known of a value without knowing the tables. */
export type Holds =
  | "boolean"
  | "date"
  | "interval"
  | "list"
  | "number"
  | "text"
  | "time"
  | "timestamp"
  | "timestamptz"
  | "variant";

export interface Literal {
  readonly kind: "boolean" | "null" | "number" | "text";
  readonly value: string;
}

/** A translated expression and what is known of it. */
export interface Expression {
  readonly code: Code;
  /** UTF-16 offsets in the user's text. */
  readonly from: number;
  readonly to: number;
  /** The value itself, where it stands in the text. */
  readonly literal?: Literal;
  /** The last name of a plain column, as the dialect folds it. */
  readonly column?: string;
  /** The column with its last name in the letters that the dialect gives it. */
  readonly named?: Code;
  /** A single word without quotes in upper case: a date part may look like a column. */
  readonly word?: string;
  /** What the vendor calls the column if the query does not. */
  readonly title?: string;
  readonly holds?: Holds;
  /** Its value, where it is reckoned of whole numbers that stand in the text. */
  readonly whole?: bigint;
  /** Whether a division is in it, so that it is a fraction already. */
  readonly fraction?: boolean;
  /** The members of a row. */
  readonly row?: readonly Expression[];
  /** The elements of an array that stand in the text. */
  readonly items?: readonly Expression[];
  /** What ANY or ALL asks of: every element, or one of them. */
  readonly quantified?: { readonly all: boolean; readonly list: Expression };
  /** A document that stands in the text, as JSONB keeps it. */
  readonly document?: string;
  /** Whether it is a column of two bytes. */
  readonly small?: boolean;
  /** Whether it is a number in binary, which is rounded to the even neighbour. */
  readonly binary?: boolean;
  /** Binds at least as tightly as a function call, so it needs no brackets as an operand. */
  readonly atomic?: boolean;
}
