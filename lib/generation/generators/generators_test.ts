import assert from "node:assert/strict";
import type { LogicalKind, LogicalType } from "../../schema/mod.ts";
import type { TextPart, ValueSource, WordsSource } from "../sources/value_source.ts";
import { canProduce } from "./can_produce.ts";
import type { Generator } from "./define_generator.ts";
import { keyOf } from "./find_generator.ts";
import { CATALOGUE, GENERATORS } from "./registry_gen.ts";
import { sortWords, WordBook } from "./word_book.ts";

/** Columns of every kind, narrow ones and wide ones. */
const TYPES: Readonly<Record<LogicalKind, readonly LogicalType[]>> = {
  boolean: [{ kind: "boolean" }],
  integer: ([8, 16, 32, 64] as const).map((bits) => ({ kind: "integer", bits })),
  decimal: [[7, 2], [9, 0], [38, 10], [3, 3]].map(([precision, scale]) => ({
    kind: "decimal",
    precision: precision!,
    scale: scale!,
  })),
  float: ([32, 64] as const).map((bits) => ({ kind: "float", bits })),
  string: [1, 2, 3, 8, 20, 60, 200, null].map((maxLength) => ({
    kind: "string",
    maxLength,
    fixed: false,
  })),
  binary: [4, null].map((maxLength) => ({ kind: "binary", maxLength })),
  date: [{ kind: "date" }],
  time: [{ kind: "time", precision: 6, zoned: false }],
  timestamp: [{ kind: "timestamp", precision: 6, zoned: true }],
  json: [{ kind: "json" }],
  uuid: [{ kind: "uuid" }],
  geography: [{ kind: "geography" }],
  interval: [{ kind: "interval" }],
};

/** Which sources a column of a kind can be filled from; strings take any, as text. */
const SOURCES: Readonly<Record<LogicalKind, readonly ValueSource["kind"][]>> = {
  boolean: ["truth"],
  integer: ["number", "numbers"],
  decimal: ["number", "numbers"],
  float: ["number", "numbers"],
  string: ["words", "text", "number", "numbers", "instant", "truth", "uuid"],
  binary: ["bytes"],
  date: ["instant"],
  time: ["instant"],
  timestamp: ["instant"],
  json: ["words", "text"],
  uuid: ["uuid"],
  geography: ["words", "text"],
  interval: ["number", "numbers"],
};

const ASCII = /^[\x20-\x7e]+$/;

const book = await WordBook.open();

for (const [name, generator] of Object.entries(CATALOGUE)) {
  Deno.test(`the generator ${name} keeps the contract`, () => {
    assert.equal(generator.name, name, "a generator is named as its file");
    assert.match(generator.summary, /^[A-Z].*[^.]$/);
    assert.ok(generator.produces.length > 0);
    for (const type of typesFor(generator)) {
      const source = generator.source({ type, book });
      assert.ok(SOURCES[type.kind].includes(source.kind), `${type.kind} from ${source.kind}`);
      checkSource(source);
    }
  });
}

Deno.test("every generator gives the same source from another book, in another order", async () => {
  const other = await WordBook.open();
  for (const generator of [...GENERATORS].reverse()) {
    for (const type of typesFor(generator)) {
      const expected = generator.source({ type, book });
      assert.deepEqual(generator.source({ type, book: other }), expected, generator.name);
    }
  }
});

Deno.test("lists of one name hold the same words, whichever generator asks", () => {
  const known = new Map<string, readonly string[]>();
  for (const generator of GENERATORS) {
    for (const type of typesFor(generator)) {
      for (const { name, words } of listsOf(generator.source({ type, book }))) {
        assert.deepEqual(words, known.get(name) ?? words, `${generator.name}: ${name}`);
        known.set(name, words);
      }
    }
  }
});

Deno.test("names and aliases are unique, whatever their case", () => {
  const owners = new Map<string, string>();
  for (const { name, aliases } of GENERATORS) {
    for (const key of [name, ...aliases].map(keyOf)) {
      assert.equal(owners.get(key), undefined, `${key} of ${name}`);
      owners.set(key, name);
    }
  }
});

Deno.test("the catalogue has at least eighty generators, sorted by name", () => {
  assert.ok(GENERATORS.length >= 80);
  const names = GENERATORS.map(({ name }) => name);
  assert.deepEqual(names, [...names].sort());
});

Deno.test("canProduce lets numbers into text and no text into numbers", () => {
  const text: LogicalType = { kind: "string", maxLength: 20, fixed: false };
  assert.ok(canProduce(CATALOGUE.price, text));
  assert.ok(canProduce(CATALOGUE.created_at, text));
  assert.ok(canProduce(CATALOGUE.price, { kind: "float", bits: 64 }));
  assert.ok(!canProduce(CATALOGUE.first_name, { kind: "integer", bits: 32 }));
  assert.ok(!canProduce(CATALOGUE.bytes, text));
});

Deno.test("codes with check digits hold against the rules of their standards", () => {
  for (const code of texts(CATALOGUE.barcode)) assert.equal(weighted(code) % 10, 0, code);
  for (const code of texts(CATALOGUE.isbn)) assert.equal(weighted(code) % 10, 0, code);
  for (const code of texts(CATALOGUE.credit_card_number)) assert.equal(luhn(code) % 10, 0, code);
  for (const code of texts(CATALOGUE.iban)) {
    const number = BigInt(code.slice(4) + "1314" + code.slice(2, 4));
    assert.equal(code.length, 22);
    assert.equal(number % 97n, 1n, code);
  }
});

Deno.test("mail, sites, telephones and numbers of people are nobody's", () => {
  for (const text of texts(CATALOGUE.email)) assert.match(text, /^[a-z.]+@example\.(com|net|org)$/);
  for (const text of texts(CATALOGUE.url)) assert.match(text, /^https:\/\/www\.example\.com\//);
  for (const text of texts(CATALOGUE.domain_name)) assert.match(text, /\.example\.(com|net|org)$/);
  for (const text of texts(CATALOGUE.phone_number)) assert.match(text, /^\d{3}-555-01\d\d$/);
  for (const text of texts(CATALOGUE.social_security_number)) {
    assert.match(text, /^9\d\d-[1-4]\d-\d{4}$/);
  }
  for (const text of texts(CATALOGUE.ipv6)) assert.match(text, /^2001:db8:/);
});

Deno.test("documents and places are readable as what they are, unique or not", () => {
  for (const text of texts(CATALOGUE.json_document)) {
    assert.equal(typeof JSON.parse(text), "object");
    assert.equal(typeof JSON.parse(text.replace("]", "0007]")), "object");
  }
  for (const text of texts(CATALOGUE.point)) {
    const [, longitude, latitude] = /^POINT\((\S+) (\S+)\)$/.exec(text)!;
    assert.ok(Math.abs(Number(longitude)) <= 180 && Math.abs(Number(latitude)) <= 90, text);
  }
});

/** Every column that the generator may be asked to fill. */
function typesFor(generator: Generator): readonly LogicalType[] {
  return Object.values(TYPES).flat().filter((type) => canProduce(generator, type));
}

function checkSource(source: ValueSource): void {
  for (const list of listsOf(source)) checkWords(list);
  switch (source.kind) {
    case "words":
      return;
    case "text":
      return checkParts(source.parts);
    case "number":
      assert.ok(source.min < source.max && source.decimals >= 0);
      assert.ok((source.max - source.min) * 10 ** source.decimals <= 2 ** 53);
      return;
    case "numbers":
      assert.equal(new Set(source.values.map(({ value }) => value)).size, source.values.length);
      assert.ok(source.values.every(({ weight }) => weight > 0));
      return;
    case "instant":
      assert.match(source.start, /^(\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d)$/);
      assert.ok(source.start.length === source.end.length && source.start < source.end);
      return;
    case "truth":
      assert.ok(source.rate > 0 && source.rate < 1);
      return;
    case "bytes":
      assert.ok(source.length > 0);
      return;
    case "uuid":
  }
}

function listsOf(source: ValueSource): readonly Omit<WordsSource, "kind">[] {
  if (source.kind === "words") return [source];
  if (source.kind !== "text") return [];
  return source.parts.flatMap((part) => part.kind === "words" ? [part] : []);
}

function checkWords({ name, words, weights }: Omit<WordsSource, "kind">): void {
  assert.ok(words.length > 0, name);
  assert.ok(words.every((word) => word !== ""), name);
  assert.deepEqual(words, sortWords(words), `${name} is sorted and its words differ`);
  if (weights === undefined) return;
  assert.equal(weights.length, words.length, name);
  assert.ok(weights.every((weight) => weight > 0), name);
}

function checkParts(parts: readonly TextPart[]): void {
  const at = parts.findIndex(({ kind }) => kind === "serial");
  assert.ok(parts.filter(({ kind }) => kind === "serial").length <= 1);
  for (const part of parts) {
    if ("alphabet" in part) assert.match(part.alphabet, ASCII);
    if ("alphabet" in part) assert.equal(new Set(part.alphabet).size, part.alphabet.length);
    if (part.kind === "symbols") assert.ok(part.width > 0);
  }
  assert.equal(new Set(parts.filter(({ kind }) => kind === "words")).size, wordParts(parts));
  if (at >= 0) checkSerial(parts, at);
}

/** The planner cuts lists one by one, so no part stands in two places. */
function wordParts(parts: readonly TextPart[]): number {
  return parts.filter(({ kind }) => kind === "words").length;
}

/** What follows a serial ends it: no character of it or before it may begin what follows. */
function checkSerial(parts: readonly TextPart[], at: number): void {
  const following = parts[at + 1];
  if (following === undefined) return;
  const before = new Set(parts.slice(0, at + 1).flatMap(charactersOf));
  for (const start of new Set(firstCharacters(following))) {
    assert.ok(!before.has(start), `'${start}' follows the serial and stands before it`);
  }
}

function charactersOf(part: TextPart): string[] {
  switch (part.kind) {
    case "literal":
      return [...part.text];
    case "words":
      return part.words.flatMap((word) => [...word]);
    case "symbols":
    case "serial":
      return [...part.alphabet];
  }
}

function firstCharacters(part: TextPart): string[] {
  if (part.kind === "literal") return [part.text[0]!];
  return part.kind === "words" ? part.words.map((word) => word[0]!) : charactersOf(part);
}

/** Texts as a column without uniqueness has them, all parts walked at different paces. */
function texts(generator: Generator): readonly string[] {
  const source = generator.source({ type: TYPES.string.at(-1)!, book });
  assert.equal(source.kind, "text");
  return Array.from(
    { length: 500 },
    (_, row) => source.parts.map((part, at) => pieceOf(part, row * (2 * at + 1))).join(""),
  );
}

function pieceOf(part: TextPart, pick: number): string {
  switch (part.kind) {
    case "literal":
      return part.text;
    case "words":
      return part.words[pick % part.words.length]!;
    case "symbols":
      return Array.from(
        { length: part.width },
        (_, i) => part.alphabet[(pick + 3 * i) % part.alphabet.length]!,
      ).join("");
    case "serial":
      return "";
  }
}

function weighted(code: string): number {
  assert.match(code, /^\d{13}$/);
  return [...code].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
}

function luhn(code: string): number {
  assert.match(code, /^\d{16}$/);
  return [...code].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
