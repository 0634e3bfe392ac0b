import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, textOf } from "../text_parts.ts";

const HOURS = twoDigits(24);
const SIXTY = twoDigits(60);

export default defineGenerator({
  name: "time",
  aliases: ["time_object", "time_of_day"],
  summary: "A time of day",
  produces: ["time", "string"],
  source: ({ type }) => {
    if (type.kind !== "string") return { kind: "instant", start: "00:00:00", end: "23:59:59" };
    const colon = literal(":");
    const sixty = listedWords("sixty", SIXTY);
    return textOf(oneOf(listedWords("hours", HOURS)), colon, oneOf(sixty), colon, oneOf(sixty));
  },
});

function twoDigits(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(i).padStart(2, "0"));
}
