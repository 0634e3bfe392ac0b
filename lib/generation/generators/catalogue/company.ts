import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "company",
  aliases: ["company.name", "company_name", "organization", "employer"],
  summary: "A company",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "company", draw: (faker) => faker.company.name(), countMax: 512 }),
});
