import type { WordsSource } from "../../sources/value_source.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { textRoom } from "../text_room.ts";

export default defineGenerator({
  name: "day_of_week",
  aliases: ["date.weekday", "weekday", "day_name"],
  summary: "A day of the week, by its number or its name",
  produces: ["integer", "decimal", "float", "string"],
  source: ({ type }) =>
    type.kind === "string"
      ? dayNames(textRoom(type))
      : { kind: "number", min: 1, max: 7, decimals: 0 },
});

function dayNames(room: number): WordsSource {
  const isLong = room >= "Wednesday".length;
  const names = isLong ? DAYS : DAYS.map((name) => name.slice(0, 3));
  return listedWords(isLong ? "day_of_week" : "short_day_of_week", names);
}

const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
