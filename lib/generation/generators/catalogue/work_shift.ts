import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

export default defineGenerator({
  name: "work_shift",
  aliases: ["shift"],
  summary: "A part of the working day",
  produces: ["string"],
  source: () => listedWords("work_shift", ["first", "second", "third"]),
});
