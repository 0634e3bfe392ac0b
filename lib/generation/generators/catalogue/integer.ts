import { defineGenerator } from "../define_generator.ts";

const MAX = 10_000;

export default defineGenerator({
  name: "integer",
  aliases: ["number.int", "random_int", "pyint", "random_number", "whole_number"],
  summary: "A whole number from 1 to 10000, or to the largest that the column takes",
  produces: ["integer", "decimal", "float"],
  source: ({ type }) => ({
    kind: "number",
    min: 1,
    max: type.kind === "integer" ? Math.min(MAX, 2 ** (type.bits - 1) - 1) : MAX,
    decimals: 0,
  }),
});
