import { defineGenerator } from "../define_generator.ts";
import { sampledWords } from "../sampled_words.ts";

export default defineGenerator({
  name: "job_title",
  aliases: ["person.jobTitle", "job", "job_female", "job_male", "occupation", "profession"],
  summary: "What somebody does for a living",
  produces: ["string"],
  source: ({ book }) =>
    sampledWords(book, { name: "job_title", draw: (faker) => faker.person.jobTitle() }),
});
