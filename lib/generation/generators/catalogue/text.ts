import type { ValueSource } from "../../sources/value_source.ts";
import { UPPER } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, serial, symbols, textOf } from "../text_parts.ts";
import { textRoom } from "../text_room.ts";
import type { WordBook } from "../word_book.ts";
import { adjectives, nouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "text",
  aliases: ["lorem.text", "lorem.paragraphs", "paragraphs", "texts", "pystr", "string.sample"],
  summary: "Letters, words or a sentence, whatever the column has room for",
  produces: ["string"],
  source: ({ book, type }) => textFor(book, textRoom(type)),
});

function textFor(book: WordBook, room: number): ValueSource {
  if (room < 4) return textOf(symbols(UPPER, room), serial(UPPER));
  if (room < 10) return shortWords(book);
  if (room < 30) return nouns(book);
  return textOf(oneOf(adjectives(book)), literal(" "), oneOf(nouns(book)));
}

function shortWords(book: WordBook): ValueSource {
  return listedWords("short_word", nouns(book).words.filter(({ length }) => length <= 4));
}
