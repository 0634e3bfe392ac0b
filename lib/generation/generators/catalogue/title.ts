import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { sampledWords } from "../sampled_words.ts";
import { literal, oneOf, textOf } from "../text_parts.ts";
import { nouns } from "./_common_lists.ts";

export default defineGenerator({
  name: "title",
  aliases: ["book.title", "headline", "subject"],
  summary: "A title of a document or a post",
  produces: ["string"],
  source: ({ book }) =>
    textOf(
      oneOf(sampledWords(book, {
        name: "title_start",
        draw: (faker) => capital(faker.word.adjective()),
        countMax: 512,
      })),
      literal(" "),
      oneOf(nouns(book)),
      literal(" "),
      oneOf(
        listedWords("title_end", [
          "Basics",
          "Guide",
          "Handbook",
          "Notes",
          "Overview",
          "Plan",
          "Report",
          "Review",
          "Story",
          "Update",
        ]),
      ),
    ),
});

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
