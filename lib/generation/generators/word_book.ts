import { createHash } from "node:crypto";
import type { Faker } from "@faker-js/faker";
import { invariant } from "../../errors/mod.ts";

/** How many distinct words are drawn when a list is open-ended. */
export const SAMPLE_WORDS = 2048;

/** Faker's dates count from here, never from today: a run next year makes the same data. */
const REFERENCE_DATE = "2025-01-01T00:00:00Z";

/**
 * The words that generators draw on. Faker is used here alone, at plan time, each list drawn once
 * with a seed of its own: what one list holds does not depend on which others were asked for.
 */
export class WordBook {
  readonly #faker: Faker;
  readonly #lists = new Map<string, readonly string[]>();

  private constructor(faker: Faker) {
    this.#faker = faker;
  }

  /** Loads Faker's English words; takes 15–25 ms, so only planning pays for it. */
  static async open(): Promise<WordBook> {
    const { faker } = await import("@faker-js/faker/locale/en");
    faker.setDefaultRefDate(REFERENCE_DATE);
    return new WordBook(faker);
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

  /** The Faker function behind a path such as `person.firstName`, if there is one. */
  fakerFunction(path: string): ((faker: Faker) => unknown) | null {
    const [module, method, ...rest] = path.split(".");
    if (module === undefined || method === undefined || rest.length > 0) return null;
    const owner = ownProperty(this.#faker, module);
    if (typeof owner !== "object" || owner === null) return null;
    const call = ownProperty(owner, method);
    if (typeof call !== "function") return null;
    return () => call.call(owner);
  }

  #draw(name: string, draw: (faker: Faker) => string, countMax: number): Set<string> {
    this.#faker.seed(seedOf(name));
    const words = new Set<string>();
    for (let misses = 0; words.size < countMax && misses < 200 + 2 * words.size;) {
      const before = words.size;
      words.add(draw(this.#faker));
      misses = words.size === before ? misses + 1 : 0;
    }
    invariant(words.size > 0, `the list '${name}' has words`);
    return words;
  }
}

function seedOf(name: string): number {
  return createHash("sha256").update(name).digest().readUInt32LE(0);
}

/** Methods live on the instance or its prototype; nothing of Object itself counts. */
function ownProperty(owner: object, name: string): unknown {
  if (name in Object.prototype || name.startsWith("_")) return undefined;
  return (owner as Record<string, unknown>)[name];
}

/**
 * Sorts texts as Parquet compares them: by their UTF-8 bytes, which is by code points and not by
 * the UTF-16 units that JavaScript compares.
 *
 * @param words Any texts.
 * @returns The distinct ones, sorted.
 */
export function sortWords(words: Iterable<string>): string[] {
  const encoder = new TextEncoder();
  const encoded = Array.from(new Set(words), (word) => ({ word, bytes: encoder.encode(word) }));
  return encoded.sort((a, b) => compareBytes(a.bytes, b.bytes)).map(({ word }) => word);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
