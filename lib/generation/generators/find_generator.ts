import { nearestNames } from "../../errors/mod.ts";
import type { Generator } from "./define_generator.ts";
import { fakerPathGenerator } from "./faker_path.ts";
import { GENERATORS } from "./registry_gen.ts";
import type { WordBook } from "./word_book.ts";

/** Modules that Faker-JS renamed, by the name they had. */
const RENAMED_MODULES: Readonly<Record<string, string>> = {
  name: "person",
  address: "location",
  random: "lorem",
  time: "date",
};

/**
 * Finds the generator that a rule names.
 *
 * @param rule Our name, a Faker-JS path or a Python Faker name, in any case: `first_name`,
 *   `person.firstName`, `faker.person.firstName()`, `firstName`.
 * @param book For Faker-JS paths outside the catalogue, which are tried once.
 * @returns The generator; null if nothing has that name or Faker's function makes no plain value.
 */
export function findGenerator(rule: string, book: WordBook): Generator | null {
  const known = knownGenerator(rule);
  if (known !== null) return known;
  return isFakerPath(rule) ? fakerPathGenerator(currentPath(rule), book) : null;
}

/** The generator of the catalogue that a rule names, for which no words are needed; else null. */
export function knownGenerator(rule: string): Generator | null {
  return BY_KEY.get(keyOf(barePath(rule))) ?? BY_KEY.get(keyOf(currentPath(rule))) ?? null;
}

/** Whether a rule may be a path of Faker-JS outside the catalogue: a module and a method. */
export function isFakerPath(rule: string): boolean {
  return barePath(rule).split(".").length === 2;
}

function barePath(rule: string): string {
  return rule.trim().replace(/^(faker|fake)\./i, "").replace(/\(\)$/, "");
}

/** The path by the module's name of today. */
function currentPath(rule: string): string {
  const path = barePath(rule);
  const [module, method, ...rest] = path.split(".");
  return method === undefined || rest.length > 0 ? path : `${renamed(module!)}.${method}`;
}

/**
 * The rules most like one that does not exist.
 *
 * @param rule What the user wrote.
 * @param book For the Faker-JS paths outside the catalogue.
 * @returns Up to three names, nearest first.
 */
export function suggestGenerators(rule: string, book: WordBook): string[] {
  const names = GENERATORS.flatMap(({ name, aliases }) => [name, ...aliases]);
  return nearestNames(rule, new Set([...names, ...book.fakerPaths()]));
}

/** The same for `first_name`, `firstName` and `FIRST_NAME`. */
export function keyOf(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}

const BY_KEY: ReadonlyMap<string, Generator> = new Map(
  GENERATORS.flatMap((generator) =>
    [generator.name, ...generator.aliases].map((name) => [keyOf(name), generator] as const)
  ),
);

function renamed(module: string): string {
  return Object.hasOwn(RENAMED_MODULES, module) ? RENAMED_MODULES[module]! : module;
}
