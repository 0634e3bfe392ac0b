import { defineGenerator } from "../define_generator.ts";
import { weightedNumbers } from "../weighted_numbers.ts";
import { weightedWords } from "../weighted_words.ts";

const STATUSES: readonly (readonly [number, number])[] = [
  [200, 78],
  [201, 4],
  [204, 3],
  [301, 2],
  [302, 2],
  [304, 4],
  [400, 2],
  [401, 1],
  [403, 1],
  [404, 2],
  [500, 1],
];

export default defineGenerator({
  name: "http_status",
  aliases: ["internet.httpStatusCode", "http_status_code", "status_code"],
  summary: "What a web server answers: mostly 200",
  produces: ["integer", "decimal", "string"],
  source: ({ type }) =>
    type.kind === "string"
      ? weightedWords("http_status", Object.fromEntries(STATUSES))
      : weightedNumbers(STATUSES),
});
