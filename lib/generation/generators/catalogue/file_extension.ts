import { defineGenerator } from "../define_generator.ts";
import { weightedWords } from "../weighted_words.ts";

export default defineGenerator({
  name: "file_extension",
  aliases: ["system.fileExt", "system.commonFileExt"],
  summary: "The ending of a file name",
  produces: ["string"],
  source: () =>
    weightedWords("file_extension", {
      csv: 18,
      docx: 12,
      jpg: 16,
      json: 12,
      pdf: 22,
      png: 10,
      txt: 4,
      xlsx: 6,
    }),
});
