import type { WordsSource } from "../../sources/value_source.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { textRoom } from "../text_room.ts";

export default defineGenerator({
  name: "month",
  aliases: ["date.month", "month_name", "month_number"],
  summary: "A month, by its number or its name",
  produces: ["integer", "decimal", "float", "string"],
  source: ({ type }) =>
    type.kind === "string"
      ? monthNames(textRoom(type))
      : { kind: "number", min: 1, max: 12, decimals: 0 },
});

function monthNames(room: number): WordsSource {
  const isLong = room >= "September".length;
  const names = isLong ? MONTHS : MONTHS.map((name) => name.slice(0, 3));
  return listedWords(isLong ? "month" : "short_month", names);
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
