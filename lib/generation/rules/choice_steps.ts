import type { Scratch } from "../scratch.ts";
import type { Bound } from "./number_steps.ts";
import { copySpans, SpanWriter } from "./span_writer.ts";
import { asSpans } from "./text_steps.ts";
import {
  type NumberVector,
  numberVector,
  type SpanVector,
  spanVector,
  type TextVector,
  type Vector,
  type WordVector,
  wordVector,
} from "./vector.ts";

/** Fills in, for every row, which of the choices is taken. */
export type Chooser = (choices: Uint8Array, length: number) => void;

/** The first branch whose condition is true, else the last choice. */
export function caseChooser(conditions: readonly NumberVector[]): Chooser {
  return (choices, length) => {
    choices.fill(conditions.length, 0, length);
    for (let at = conditions.length - 1; at >= 0; at--) {
      const { data, nulls } = conditions[at]!;
      if (nulls === null) {
        for (let i = 0; i < length; i++) choices[i] = data[i] === 1 ? at : choices[i]!;
        continue;
      }
      for (let i = 0; i < length; i++) if (data[i] === 1 && nulls[i] === 0) choices[i] = at;
    }
  };
}

/** The first choice that is not NULL, else the last. */
export function presentChooser(operands: readonly Vector[]): Chooser {
  return (choices, length) => {
    choices.fill(operands.length - 1, 0, length);
    for (let at = operands.length - 2; at >= 0; at--) {
      const { nulls } = operands[at]!;
      if (nulls === null) choices.fill(at, 0, length);
      else for (let i = 0; i < length; i++) if (nulls[i] === 0) choices[i] = at;
    }
  };
}

/**
 * Takes one of several values in every row.
 *
 * @param operands All numbers, or all texts.
 * @param options Which one is taken.
 */
export function bindChoice(
  operands: readonly Vector[],
  { choose, scratch }: { readonly choose: Chooser; readonly scratch: Scratch },
): Bound<Vector> {
  const choices = scratch.uint8();
  const numbers = operands.filter((each) => each.kind === "numbers");
  if (numbers.length === operands.length) {
    return chooseNumbers(numbers, { choose, choices, scratch });
  }
  const words = operands.filter((each) => each.kind === "words");
  if (words.length === operands.length) return chooseWords(words, { choose, choices, scratch });
  const texts = operands.filter((each): each is TextVector => each.kind !== "numbers");
  return chooseSpans(texts, { choose, choices, scratch });
}

interface ChoiceOptions {
  readonly choose: Chooser;
  readonly choices: Uint8Array;
  readonly scratch: Scratch;
}

function chooseNumbers(
  operands: readonly NumberVector[],
  { choose, choices, scratch }: ChoiceOptions,
): Bound<NumberVector> {
  const vector = numberVector(scratch, operands);
  const step = (length: number) => {
    choose(choices, length);
    const { data } = vector;
    for (const [at, { data: source }] of operands.entries()) {
      for (let i = 0; i < length; i++) data[i] = choices[i] === at ? source[i]! : data[i]!;
    }
    chooseNulls(vector.nulls, { operands, choices, length });
  };
  return { vector, step };
}

function chooseWords(
  operands: readonly WordVector[],
  { choose, choices, scratch }: ChoiceOptions,
): Bound<WordVector> {
  const words = [...new Set(operands.flatMap((each) => each.words))];
  const places = new Map(words.map((word, place) => [word, place]));
  const tables = operands.map((each) => Uint32Array.from(each.words, (word) => places.get(word)!));
  const vector = wordVector(scratch, words, operands);
  const step = (length: number) => {
    choose(choices, length);
    const { codes } = vector;
    for (const [at, { codes: source }] of operands.entries()) {
      const table = tables[at]!;
      for (let i = 0; i < length; i++) if (choices[i] === at) codes[i] = table[source[i]!]!;
    }
    chooseNulls(vector.nulls, { operands, choices, length });
  };
  return { vector, step };
}

function chooseSpans(
  operands: readonly TextVector[],
  { choose, choices, scratch }: ChoiceOptions,
): Bound<SpanVector> {
  const spans = operands.map((each) => asSpans(each, scratch));
  const vector = spanVector(scratch, operands);
  const writer = new SpanWriter(vector);
  const step = (length: number) => {
    for (const each of spans) each.step(length);
    choose(choices, length);
    writer.start(length * 16);
    for (let i = 0; i < length; i++) copySpans(writer, [spans[choices[i]!]!.vector], i);
    writer.finish();
    chooseNulls(vector.nulls, { operands, choices, length });
  };
  return { vector, step };
}

function chooseNulls(
  nulls: Uint8Array | null,
  { operands, choices, length }: {
    readonly operands: readonly Vector[];
    readonly choices: Uint8Array;
    readonly length: number;
  },
): void {
  if (nulls === null) return;
  operands.forEach(({ nulls: source }, at) => {
    for (let i = 0; i < length; i++) if (choices[i] === at) nulls[i] = source?.[i] ?? 0;
  });
}
