import type { LogicalType } from "../../../schema/mod.ts";

/**
 * What a node of a rule computes. Numbers of a scale are whole units of it; a null scale means a
 * double as it is. Spans of time are microseconds, instants microseconds since 1970.
 */
export type ValueType =
  | { readonly kind: "number"; readonly scale: number | null }
  | { readonly kind: "date" | "instant" | "duration" | "text" | "truth" | "null" };

/** A node, what it computes, and what is known of its values. */
export interface Typed {
  /** Index of the node; -1 for a text that still may be a date. */
  readonly at: number;
  readonly type: ValueType;
  /** Bounds of the values in units; 0 for texts. */
  readonly min: number;
  readonly max: number;
  readonly nullable: boolean;
  /** Most bytes of a text. */
  readonly bytesMax: number;
  /** Whether every character of a text is a byte. */
  readonly isAscii?: boolean;
  /** The value of a literal. */
  readonly literal?: string | number | boolean | null;
}

/** Microseconds of a day, which are the units of a date in an instant. */
export const DAY_UNITS = 86_400_000_000;

/**
 * What a column's values are in a rule.
 *
 * @returns Null for types that rules do not reach.
 */
export function valueTypeOf(type: LogicalType): ValueType | null {
  switch (type.kind) {
    case "integer":
      return { kind: "number", scale: 0 };
    case "decimal":
      return { kind: "number", scale: type.scale };
    case "float":
      return { kind: "number", scale: null };
    case "boolean":
      return { kind: "truth" };
    case "date":
      return { kind: "date" };
    case "timestamp":
      return { kind: "instant" };
    case "string":
      return { kind: "text" };
    default:
      return null;
  }
}

/** A type in words, for messages. */
export function typeInWords({ kind }: ValueType): string {
  return TYPE_WORDS[kind];
}

const TYPE_WORDS: Readonly<Record<ValueType["kind"], string>> = {
  number: "a number",
  date: "a date",
  instant: "a point in time",
  duration: "a span of time",
  text: "text",
  truth: "a condition",
  null: "NULL",
};
