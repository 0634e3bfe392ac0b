import assert from "node:assert/strict";
import type { LogicalType } from "../../schema/mod.ts";
import type { Generator } from "./define_generator.ts";
import { fakerPathGenerator } from "./faker_path.ts";
import { sortWords, WordBook } from "./word_book.ts";

const TEXT: LogicalType = { kind: "string", maxLength: null, fixed: false };

Deno.test("fakerPathGenerator makes words of texts, in any case of the path", async () => {
  const book = await WordBook.open();
  const generator = fakerPathGenerator("ANIMAL.DOG", book)!;
  assert.equal(generator.name, "animal.dog");
  assert.deepEqual(generator.produces, ["string"]);
  const source = generator.source({ type: TEXT, book });
  assert.ok(source.kind === "words" && source.words.length > 100);
  assert.deepEqual(source.words, sortWords(source.words));
});

Deno.test("fakerPathGenerator keeps lists of long texts short", async () => {
  const book = await WordBook.open();
  const source = fakerPathGenerator("food.description", book)!.source({ type: TEXT, book });
  assert.ok(source.kind === "words" && source.words.length > 50);
  assert.ok(source.words.join("").length < 128 * 1024);
});

Deno.test("fakerPathGenerator makes numbers, big ones too, and instants", async () => {
  const book = await WordBook.open();
  for (const path of ["number.int", "number.bigInt", "location.latitude"]) {
    const generator = fakerPathGenerator(path, book)!;
    assert.deepEqual(generator.produces, ["integer", "decimal", "float"]);
    const source = generator.source({ type: { kind: "float", bits: 64 }, book });
    assert.ok(source.kind === "numbers" && source.values.length > 100);
    assert.ok(source.values.every(({ value }) => Number.isFinite(value)));
  }
  const past = fakerPathGenerator("date.past", book)!.source({ type: { kind: "date" }, book });
  assert.ok(past.kind === "instant" && past.start < past.end && past.end <= "2025-01-01");
});

Deno.test("fakerPathGenerator makes truths with the share it saw", async () => {
  const book = await WordBook.open();
  const generator = fakerPathGenerator("datatype.boolean", book)!;
  const source = generator.source({ type: { kind: "boolean" }, book });
  assert.ok(source.kind === "truth" && source.rate > 0.2 && source.rate < 0.8);
});

Deno.test("fakerPathGenerator gives the same from another book, whatever was asked before", async () => {
  const [one, other] = [await WordBook.open(), await WordBook.open()];
  const paths = ["music.artist", "number.float", "date.recent", "string.ulid"];
  const sources = (book: WordBook, order: readonly string[]) =>
    new Map(order.map((path) => [path, sourceOf(fakerPathGenerator(path, book)!, book)]));
  const reversed = sources(other, [...paths].reverse());
  for (const [path, source] of sources(one, paths)) assert.deepEqual(source, reversed.get(path));
});

Deno.test("no path that Faker offers prints a warning or breaks", async () => {
  const script = `
    import { fakerPathGenerator } from "./faker_path.ts";
    import { WordBook } from "./word_book.ts";
    const book = await WordBook.open();
    for (const path of book.fakerPaths()) fakerPathGenerator(path, book);`;
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--quiet", "--ext=ts", script],
    cwd: import.meta.dirname!,
  }).output();
  assert.ok(success);
  assert.equal(stdout.length + stderr.length, 0, new TextDecoder().decode(stderr));
});

function sourceOf(generator: Generator, book: WordBook): unknown {
  return generator.source({ type: TEXT, book });
}
