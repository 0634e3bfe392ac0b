import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "first_name",
  aliases: ["person.firstName"],
  summary: "A given name",
  produces: ["string"],
  source: ({ book }) => ({
    kind: "words",
    name: "first_name",
    words: book.sample("first_name", (faker) => faker.person.firstName()),
  }),
});
