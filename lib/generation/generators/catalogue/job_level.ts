import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "job_level",
  aliases: ["person.jobDescriptor", "seniority"],
  summary: "How senior a position is",
  produces: ["string"],
  source: () =>
    weightedWords("job_level", {
      Junior: 24,
      "Mid-level": 34,
      Senior: 26,
      Lead: 9,
      Manager: 5,
      Director: 2,
    }),
});
