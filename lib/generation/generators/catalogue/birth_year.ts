import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "birth_year",
  aliases: ["year_of_birth"],
  summary: "A year of birth of somebody who is of age",
  produces: ["integer", "decimal"],
  source: () => ({ kind: "number", min: 1940, max: 2006, decimals: 0 }),
});
