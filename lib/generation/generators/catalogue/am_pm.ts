import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";

export default defineGenerator({
  name: "am_pm",
  aliases: [],
  summary: "Before or after noon",
  produces: ["string"],
  source: () => listedWords("am_pm", ["AM", "PM"]),
});
