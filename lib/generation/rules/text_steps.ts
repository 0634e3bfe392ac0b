import type { Scratch } from "../scratch.ts";
import type { Bound } from "./number_steps.ts";
import type { RuleNode, TextTest } from "./rule_plan.ts";
import { SpanWriter } from "./span_writer.ts";
import {
  joinNulls,
  type NumberVector,
  numberVector,
  type SpanVector,
  spanVector,
  type TextVector,
  wordVector,
} from "./vector.ts";

/** Texts out of a list, as bytes: so that they can be put behind others. */
export function asSpans(
  source: TextVector,
  scratch: Scratch,
): Bound<SpanVector> {
  if (source.kind === "spans") return { vector: source, step: () => {} };
  const encoder = new TextEncoder();
  const pieces = source.words.map((word) => encoder.encode(word));
  const lengths = Uint32Array.from(pieces, ({ length }) => length);
  const starts = new Uint32Array(pieces.length);
  let at = 0;
  pieces.forEach(({ length }, place) => {
    starts[place] = at;
    at += length;
  });
  const bytes = new Uint8Array(at);
  pieces.forEach((piece, place) => bytes.set(piece, starts[place]!));
  const made = spanVector(scratch);
  const vector: SpanVector = { ...made, bytes, nulls: source.nulls };
  const step = (length: number) => {
    const { codes } = source;
    for (let i = 0; i < length; i++) {
      vector.starts[i] = starts[codes[i]!]!;
      vector.lengths[i] = lengths[codes[i]!]!;
    }
  };
  return { vector, step };
}

export function bindConcat(operands: readonly TextVector[], scratch: Scratch): Bound<SpanVector> {
  const spans = withLiteralsJoined(operands).map((operand) => asSpans(operand, scratch));
  const vectors = spans.map((each) => each.vector);
  const vector = spanVector(scratch, operands);
  const step = (length: number) => {
    for (const each of spans) each.step(length);
    let needed = 0;
    for (const { lengths } of vectors) for (let i = 0; i < length; i++) needed += lengths[i]!;
    if (vector.bytes.length < needed) vector.bytes = new Uint8Array(needed);
    placeRows(vector, vectors, length);
    // Every operand goes through all rows in a loop of its own, behind what is there.
    for (const each of vectors) appendRows(vector, each, length);
    joinNulls(vector.nulls, operands, length);
  };
  return { vector, step };
}

/** Where every row begins; its length grows as its parts are put behind each other. */
function placeRows(
  { starts, lengths }: SpanVector,
  parts: readonly SpanVector[],
  length: number,
): void {
  lengths.fill(0, 0, length);
  for (const part of parts) {
    for (let i = 0; i < length; i++) lengths[i]! += part.lengths[i]!;
  }
  let at = 0;
  for (let i = 0; i < length; i++) {
    starts[i] = at;
    at += lengths[i]!;
  }
  lengths.fill(0, 0, length);
}

function appendRows(target: SpanVector, part: SpanVector, length: number): void {
  const { bytes, starts, lengths } = target;
  const from = part.bytes;
  for (let row = 0; row < length; row++) {
    const at = starts[row]! + lengths[row]!;
    const first = part.starts[row]!;
    const count = part.lengths[row]!;
    for (let i = 0; i < count; i++) bytes[at + i] = from[first + i]!;
    lengths[row] = lengths[row]! + count;
  }
}

/** Fixed text goes behind every word of the list before it: one piece to copy instead of two. */
function withLiteralsJoined(operands: readonly TextVector[]): readonly TextVector[] {
  const joined: TextVector[] = [];
  for (const operand of operands) {
    const last = joined.at(-1);
    const isLiteral = operand.kind === "words" && operand.words.length === 1 &&
      operand.nulls === null;
    if (isLiteral && last?.kind === "words" && last.words.length <= JOINED_WORDS_MAX) {
      const text = operand.words[0]!;
      joined[joined.length - 1] = { ...last, words: last.words.map((word) => word + text) };
    } else joined.push(operand);
  }
  return joined;
}

/** Longer lists would only be copied. */
const JOINED_WORDS_MAX = 20_000;

type MapText = Extract<RuleNode, { kind: "map_text" }>;

/** Texts out of a list are changed once a word, others once a row. */
export function bindMapText(
  node: MapText,
  operand: TextVector,
  scratch: Scratch,
): Bound<TextVector> {
  const change = (text: string) => changed(text, node);
  if (operand.kind === "spans") return mapSpans(change, operand, scratch);
  const words = [...new Set(operand.words.map(change))];
  const places = new Map(words.map((word, place) => [word, place]));
  const table = Uint32Array.from(operand.words, (word) => places.get(change(word))!);
  const vector = wordVector(scratch, words, [operand]);
  const step = (length: number) => {
    const { codes } = vector;
    for (let i = 0; i < length; i++) codes[i] = table[operand.codes[i]!]!;
    joinNulls(vector.nulls, [operand], length);
  };
  return { vector, step };
}

/** What a function of rules makes of a text. */
export function changed(text: string, { name, count }: Pick<MapText, "name" | "count">): string {
  switch (name) {
    case "lower":
      return text.toLowerCase();
    case "upper":
      return text.toUpperCase();
    case "trim":
      return text.trim();
    case "left":
      return [...text].slice(0, count).join("");
    case "slug":
      return text.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g, "");
  }
}

function mapSpans(
  change: (text: string) => string,
  operand: SpanVector,
  scratch: Scratch,
): Bound<SpanVector> {
  const vector = spanVector(scratch, [operand]);
  const writer = new SpanWriter(vector);
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  const step = (length: number) => {
    writer.start(length * 16);
    for (let i = 0; i < length; i++) {
      const bytes = encoder.encode(change(decoder.decode(textAt(operand, i))));
      writer.add(bytes, 0, bytes.length);
      writer.endRow();
    }
    writer.finish();
    joinNulls(vector.nulls, [operand], length);
  };
  return { vector, step };
}

function textAt({ bytes, starts, lengths }: SpanVector, row: number): Uint8Array {
  return bytes.subarray(starts[row]!, starts[row]! + lengths[row]!);
}

/** Characters of every text. */
export function bindLength(operand: TextVector, scratch: Scratch): Bound<NumberVector> {
  return bindMeasure((text) => [...text].length, operand, scratch);
}

export function bindTest(
  test: TextTest,
  operand: TextVector,
  scratch: Scratch,
): Bound<NumberVector> {
  const holds = tester(test);
  return bindMeasure((text) => holds(text) ? 1 : 0, operand, scratch);
}

function tester(test: TextTest): (text: string) => boolean {
  switch (test.kind) {
    case "in": {
      const texts = new Set(test.texts);
      return (text) => texts.has(text);
    }
    case "regex": {
      const pattern = new RegExp(test.source, test.ignoresCase ? "iu" : "u");
      return (text) => pattern.test(text);
    }
    case "order": {
      const { operator, text: bound } = test;
      if (operator === "<") return (text) => text < bound;
      if (operator === "<=") return (text) => text <= bound;
      return operator === ">" ? (text) => text > bound : (text) => text >= bound;
    }
  }
}

function bindMeasure(
  measure: (text: string) => number,
  operand: TextVector,
  scratch: Scratch,
): Bound<NumberVector> {
  const vector = numberVector(scratch, [operand]);
  if (operand.kind === "words") {
    const table = Float64Array.from(operand.words, measure);
    const step = (length: number) => {
      const { data } = vector;
      for (let i = 0; i < length; i++) data[i] = table[operand.codes[i]!]!;
      joinNulls(vector.nulls, [operand], length);
    };
    return { vector, step };
  }
  const decoder = new TextDecoder();
  const step = (length: number) => {
    for (let i = 0; i < length; i++) vector.data[i] = measure(decoder.decode(textAt(operand, i)));
    joinNulls(vector.nulls, [operand], length);
  };
  return { vector, step };
}

/** The bytes of two texts, compared as `=` does. */
export function bindEquality(
  operands: readonly [TextVector, TextVector],
  scratch: Scratch,
): Bound<NumberVector> {
  const [left, right] = operands.map((each) => asSpans(each, scratch));
  const vector = numberVector(scratch, operands);
  const step = (length: number) => {
    left!.step(length);
    right!.step(length);
    for (let i = 0; i < length; i++) {
      vector.data[i] = isSame(textAt(left!.vector, i), textAt(right!.vector, i)) ? 1 : 0;
    }
    joinNulls(vector.nulls, operands, length);
  };
  return { vector, step };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

type Write = Extract<RuleNode, { kind: "write" }>;

/** Numbers as people write them. */
export function bindWrite(
  { form, scale }: Pick<Write, "form" | "scale">,
  operand: NumberVector,
  scratch: Scratch,
): Bound<SpanVector> {
  const vector = spanVector(scratch, [operand]);
  const writer = new SpanWriter(vector);
  const encoder = new TextEncoder();
  const step = (length: number) => {
    writer.start(length * 12);
    for (let i = 0; i < length; i++) {
      const bytes = encoder.encode(written(operand.data[i]!, { form, scale }));
      writer.add(bytes, 0, bytes.length);
      writer.endRow();
    }
    writer.finish();
    joinNulls(vector.nulls, [operand], length);
  };
  return { vector, step };
}

const DAY_MS = 86_400_000;

function written(value: number, { form, scale }: Pick<Write, "form" | "scale">): string {
  switch (form) {
    case "number":
      if (scale === null) return String(value);
      return scale === 0 ? value.toFixed(0) : (value / 10 ** scale).toFixed(scale);
    case "truth":
      return value === 1 ? "true" : "false";
    case "date":
      return isoOf(value * DAY_MS).slice(0, 10);
    case "instant":
      return isoOf(Math.floor(value / 1000)).slice(0, 19).replace("T", " ");
  }
}

/** Rows that are NULL may hold any number. */
function isoOf(ms: number): string {
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : "";
}
