import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "name_prefix",
  aliases: ["person.prefix", "prefix", "prefix_male", "prefix_female", "salutation"],
  summary: "A form of address before a name",
  produces: ["string"],
  source: () =>
    weightedWords("name_prefix", { "Mr.": 44, "Ms.": 30, "Mrs.": 18, "Dr.": 7, "Prof.": 1 }),
});
