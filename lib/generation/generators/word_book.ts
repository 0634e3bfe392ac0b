import { createHash } from "node:crypto";
import type { Faker } from "@faker-js/faker";
import { invariant } from "../../errors/mod.ts";
import type { Locale } from "../../schema/mod.ts";

/** How many distinct words are drawn when a list is open-ended. */
export const SAMPLE_WORDS = 2048;

/** Gives up on lists that have many common words and few rare ones, which would take long. */
const DRAWS_PER_WORD = 8;

/** Faker's dates count from here, never from today: a run next year makes the same data. */
const REFERENCE_DATE = "2025-01-01T00:00:00Z";

/**
 * The words that generators draw on. Faker is used here alone, at plan time, each list drawn once
 * with a seed of its own: what one list holds does not depend on which others were asked for.
 */
export class WordBook {
  readonly #faker: Faker;
  readonly #lists = new Map<string, readonly string[]>();

  /** Whose words these are. */
  readonly locale: Locale;
  readonly #plain: WordBook | null;

  private constructor(faker: Faker, locale: Locale, plain: WordBook | null) {
    this.#faker = faker;
    this.locale = locale;
    this.#plain = plain;
  }

  /**
   * Loads Faker's words; takes 15–25 ms, so only planning pays for it.
   *
   * @param locale Whose words; what a locale lacks, Faker has in English.
   */
  static async open(locale: Locale = "en"): Promise<WordBook> {
    const { faker } = await LOADERS[locale]();
    faker.setDefaultRefDate(REFERENCE_DATE);
    return new WordBook(faker, locale, locale === "ja" ? await WordBook.open() : null);
  }

  /** Where words for addresses of mail and the web are: in letters that these have. */
  get plain(): WordBook {
    return this.#plain ?? this;
  }

  /**
   * A list of distinct texts drawn from Faker.
   *
   * @param name Names the list and seeds it.
   * @param draw Takes one text from Faker.
   * @param countMax Stop at so many; closed lists end earlier, when nothing new comes.
   * @returns The texts, sorted by their UTF-8 bytes.
   */
  sample(name: string, draw: (faker: Faker) => string, countMax = SAMPLE_WORDS): readonly string[] {
    const known = this.#lists.get(name);
    if (known !== undefined) return known;
    const words = sortWords(this.#draw(name, draw, countMax));
    this.#lists.set(name, words);
    return words;
  }

  /**
   * Values drawn from Faker that are not text, in the order drawn.
   *
   * @param name Names the list and seeds it.
   * @param draw Takes one value from Faker.
   * @param count How many.
   */
  values<Value>(name: string, draw: (faker: Faker) => Value, count: number): Value[] {
    this.#faker.seed(seedOf(name));
    return Array.from({ length: count }, () => draw(this.#faker));
  }

  /**
   * The function of Faker behind a path.
   *
   * @param path `person.firstName`, in any case.
   * @returns Its exact path and how to call it without arguments; null if there is none.
   */
  fakerFunction(path: string): { readonly path: string; readonly call: () => unknown } | null {
    const exact = this.fakerPaths().find((known) => known.toLowerCase() === path.toLowerCase());
    if (exact === undefined) return null;
    const [module, method] = exact.split(".");
    const owner = Reflect.get(this.#faker, module!);
    const call = Reflect.get(owner, method!);
    return { path: exact, call: () => call.call(owner) };
  }

  /** Every path that `fakerFunction` can stand for, sorted. */
  fakerPaths(): readonly string[] {
    return FAKER_MODULES.flatMap((module) =>
      methodNames(this.#faker[module]).map((method) => `${module}.${method}`)
    );
  }

  #draw(name: string, draw: (faker: Faker) => string, countMax: number): Set<string> {
    this.#faker.seed(seedOf(name));
    const words = new Set<string>();
    let misses = 0;
    const drawsMax = DRAWS_PER_WORD * countMax;
    for (let draws = 0; words.size < countMax && draws < drawsMax; draws++) {
      if (misses >= 200 + 2 * words.size) break;
      const before = words.size;
      words.add(draw(this.#faker));
      misses = words.size === before ? misses + 1 : 0;
    }
    invariant(words.size > 0, `the list '${name}' has words`);
    return words;
  }
}

/** Written out, since what is imported must be known when the program is put together. */
const LOADERS: Readonly<Record<Locale, () => Promise<{ readonly faker: Faker }>>> = {
  en: () => import("@faker-js/faker/locale/en"),
  de: () => import("@faker-js/faker/locale/de"),
  fr: () => import("@faker-js/faker/locale/fr"),
  es: () => import("@faker-js/faker/locale/es"),
  ja: () => import("@faker-js/faker/locale/ja"),
};

/**
 * The modules of Faker that make data. Not among them: `helpers`, which runs templates, and `image`,
 * whose addresses lead to sites of real people.
 */
const FAKER_MODULES = [
  "airline",
  "animal",
  "book",
  "color",
  "commerce",
  "company",
  "database",
  "datatype",
  "date",
  "finance",
  "food",
  "git",
  "hacker",
  "internet",
  "location",
  "lorem",
  "music",
  "number",
  "person",
  "phone",
  "science",
  "string",
  "system",
  "vehicle",
  "word",
] as const;

/** Public methods of an object and its prototypes, without those of Object. */
function methodNames(owner: object): string[] {
  const names = new Set<string>();
  for (let at = owner; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof value === "function" && !HIDDEN.test(name)) names.add(name);
    }
  }
  return [...names].sort();
}

const HIDDEN = /^(_|constructor$)/;

function seedOf(name: string): number {
  return createHash("sha256").update(name).digest().readUInt32LE(0);
}

/**
 * Sorts texts as Parquet compares them: by their UTF-8 bytes, which is by code points and not by
 * the UTF-16 units that JavaScript compares.
 *
 * @param words Any texts.
 * @returns The distinct ones, sorted.
 */
export function sortWords(words: Iterable<string>): string[] {
  const distinct = [...new Set(words)];
  // Only surrogates make the two orders differ, and comparing units is much faster.
  if (!distinct.some((word) => SURROGATE.test(word))) return distinct.sort();
  const encoder = new TextEncoder();
  const encoded = distinct.map((word) => ({ word, bytes: encoder.encode(word) }));
  return encoded.sort((a, b) => compareBytes(a.bytes, b.bytes)).map(({ word }) => word);
}

const SURROGATE = /[\ud800-\udfff]/;

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
