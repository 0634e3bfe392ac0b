import type { LogicalKind } from "../../schema/mod.ts";
import type { ValueSource } from "../sources/value_source.ts";
import { defineGenerator, type Generator } from "./define_generator.ts";
import { SAMPLE_WORDS, sortWords, type WordBook } from "./word_book.ts";

/** Values drawn to learn what a function of Faker makes. */
const TRIAL_COUNT = 32;

/** Characters of all the words of one list, so that paragraphs do not take planning's time. */
const LIST_CHARACTERS_MAX = 64 * 1024;

/** What a function of Faker makes, in terms of columns. */
interface Finding {
  readonly produces: readonly LogicalKind[];
  source(): ValueSource;
}

/**
 * A generator for any function of Faker-JS that needs no arguments and makes a plain value.
 *
 * @param path `module.method`, in any case.
 * @param book Where the function is looked up and tried.
 * @returns The generator; null if there is no such function, it fails when called so, or it makes
 *   objects. Of a function that makes a list of texts, the texts count.
 */
export function fakerPathGenerator(path: string, book: WordBook): Generator | null {
  const known = book.fakerFunction(path);
  if (known === null) return null;
  const finding = examine(known.path, book, () => firstText(known.call()));
  if (finding === null) return null;
  return defineGenerator({
    name: known.path,
    aliases: [],
    summary: `What Faker's ${known.path} makes`,
    produces: finding.produces,
    source: () => finding.source(),
  });
}

function examine(path: string, book: WordBook, draw: () => unknown): Finding | null {
  const trial = drawSome(path, book, { draw, count: TRIAL_COUNT });
  if (trial === null) return null;
  if (areAll(trial, isText)) return textFinding(path, book, { draw, trial });
  if (areAll(trial, isNumeric)) return numberFinding(path, book, draw);
  if (areAll(trial, isTruth)) {
    const rate = trial.filter((value) => value).length / trial.length;
    return { produces: ["boolean"], source: () => ({ kind: "truth", rate }) };
  }
  return areAll(trial, isDate) ? dateFinding(path, book, draw) : null;
}

/** A function that needs arguments throws, and which ones do only calling them can tell. */
function drawSome(
  path: string,
  book: WordBook,
  { draw, count }: { readonly draw: () => unknown; readonly count: number },
): readonly unknown[] | null {
  try {
    return book.values(`faker:${path}`, draw, count);
  } catch {
    return null;
  }
}

function textFinding(
  path: string,
  book: WordBook,
  { draw, trial }: { readonly draw: () => unknown; readonly trial: readonly string[] },
): Finding | null {
  if (trial.every((text) => text === "")) return null;
  const meanLength = trial.join("").length / trial.length;
  const countMax = Math.min(SAMPLE_WORDS, Math.ceil(LIST_CHARACTERS_MAX / meanLength));
  const name = `faker:${path}`;
  return {
    produces: ["string"],
    source: () => ({
      kind: "words",
      name,
      words: book.sample(name, () => String(draw()), countMax),
    }),
  };
}

function numberFinding(path: string, book: WordBook, draw: () => unknown): Finding {
  return {
    produces: ["integer", "decimal", "float"],
    source: () => {
      const drawn = new Set(book.values(`faker:${path}`, draw, 512).map(Number));
      const values = [...drawn].sort((a, b) => a - b).map((value) => ({ value, weight: 1 }));
      return { kind: "numbers", values };
    },
  };
}

function dateFinding(path: string, book: WordBook, draw: () => unknown): Finding {
  return {
    produces: ["date", "timestamp"],
    source: () => {
      const drawn = book.values(`faker:${path}`, draw, 256).filter(isDate);
      const days = sortWords(drawn.map((date) => date.toISOString().slice(0, 10)));
      return { kind: "instant", start: days[0]!, end: days.at(-1)! };
    },
  };
}

function firstText(value: unknown): unknown {
  return Array.isArray(value) && isText(value[0]) ? value[0] : value;
}

function areAll<Kind>(
  values: readonly unknown[],
  isKind: (value: unknown) => value is Kind,
): values is readonly Kind[] {
  return values.every(isKind);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumeric(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function isTruth(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isDate(value: unknown): value is Date {
  return value instanceof Date;
}
