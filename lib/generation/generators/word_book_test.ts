import assert from "node:assert/strict";
import { sortWords, WordBook } from "./word_book.ts";

Deno.test("sortWords orders by UTF-8 bytes, not by UTF-16 units", () => {
  assert.deepEqual(sortWords(["\u{1F600}", "\uFF5E", "é", "z", "a", "ab", "a"]), [
    "a",
    "ab",
    "z",
    "é",
    "\uFF5E",
    "\u{1F600}",
  ]);
});

Deno.test("a list of a WordBook does not depend on what was drawn before", async () => {
  const [one, other] = [await WordBook.open(), await WordBook.open()];
  const draw = (book: WordBook) => book.sample("pets", (faker) => faker.animal.dog());
  other.sample("cities", (faker) => faker.location.city());
  other.values("numbers", (faker) => faker.number.int(), 10);
  assert.deepEqual(draw(one), draw(other));
});

Deno.test("a WordBook keeps a list once it is drawn", async () => {
  const book = await WordBook.open();
  const words = book.sample("list", (faker) => faker.word.noun());
  assert.equal(book.sample("list", (faker) => faker.word.verb()), words);
});

Deno.test("a WordBook gives up on lists that have no more words", async () => {
  const book = await WordBook.open();
  assert.deepEqual(book.sample("sexes", (faker) => faker.person.sex()), ["female", "male"]);
});

Deno.test("a WordBook offers Faker's functions by path, and nothing behind them", async () => {
  const book = await WordBook.open();
  assert.ok(book.fakerPaths().length > 200);
  assert.equal(typeof book.fakerFunction("person.FIRSTNAME")?.call(), "string");
  assert.equal(book.fakerFunction("person.constructor"), null);
  assert.equal(book.fakerFunction("helpers.fake"), null);
});
