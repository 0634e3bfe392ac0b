import { defineGenerator } from "../define_generator.ts";

export default defineGenerator({
  name: "birth_date",
  aliases: ["date.birthdate", "date_of_birth", "birthday", "passport_dob"],
  summary: "A date of birth of somebody who is of age",
  produces: ["date", "timestamp"],
  source: () => ({ kind: "instant", start: "1940-01-01", end: "2006-12-31" }),
});
