import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { textRoom } from "../text_room.ts";

const SUBJECTS = [
  "The customer",
  "The supplier",
  "The carrier",
  "The warehouse",
  "Our agent",
  "The account manager",
  "The front desk",
  "Accounting",
];
const DEEDS = [
  "asked for",
  "confirmed",
  "will check",
  "postponed",
  "cannot find",
  "approved",
  "sent back",
  "is waiting for",
];
const OBJECTS = [
  "the invoice",
  "a new delivery date",
  "the second parcel",
  "the signed contract",
  "the special requests",
  "a replacement",
  "the payment",
  "the packing list",
];
const SHORT = [
  "call back",
  "fragile",
  "gift",
  "no remarks",
  "none",
  "on hold",
  "paid",
  "see e-mail",
  "see invoice",
  "urgent",
];

/** Characters of the longest sentence. */
const SENTENCE_LENGTH_MAX = 55;

export default defineGenerator({
  name: "comment",
  aliases: ["remark", "remarks", "note", "notes", "hacker.phrase"],
  summary: "A remark about an order or a customer",
  produces: ["string"],
  source: ({ type }) =>
    textRoom(type) < SENTENCE_LENGTH_MAX
      ? listedWords("short_comment", SHORT)
      : listedWords("comment", sentences()),
});

function sentences(): string[] {
  return SUBJECTS.flatMap((subject) =>
    DEEDS.flatMap((deed) => OBJECTS.map((object) => `${subject} ${deed} ${object}`))
  );
}
