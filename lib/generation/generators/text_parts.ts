import type { TextPart, ValueSource, WordsSource } from "../sources/value_source.ts";

/** A text composed of parts. */
export function textOf(...parts: readonly TextPart[]): ValueSource {
  return { kind: "text", parts };
}

/** The same characters in every row. */
export function literal(text: string): TextPart {
  return { kind: "literal", text };
}

/** A word of a list; as a part of a text, each is as likely as the next. */
export function oneOf({ name, words }: WordsSource): TextPart {
  return { kind: "words", name, words };
}

/** Random characters. */
export function symbols(alphabet: string, width: number): TextPart {
  return { kind: "symbols", alphabet, width };
}

/** Where the number goes that makes a unique text unique. */
export function serial(alphabet: string): TextPart {
  return { kind: "serial", alphabet };
}
