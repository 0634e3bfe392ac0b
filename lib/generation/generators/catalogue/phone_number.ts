import { DIGITS } from "../alphabets.ts";
import { defineGenerator } from "../define_generator.ts";
import { listedWords } from "../listed_words.ts";
import { literal, oneOf, serial, symbols, textOf } from "../text_parts.ts";
import type { ValueSource } from "../../sources/value_source.ts";
import { textRoom } from "../text_room.ts";
import { weightedNumbers } from "../weighted_numbers.ts";
import { LOCAL_PHONES, type LocalPhones } from "./_local_numbers.ts";

const AREAS =
  "202 205 206 207 208 212 213 214 215 216 217 301 302 303 304 305 307 308 312 313 314 " +
  "315 316 317 401 402 404 405 406 407 408 410 412 413 414 415 417 419 501 502 503 504 505 507 " +
  "508 512 513 515 516 518 601 602 603 605 606 607 608 609 612 614 615 616 617 618 619 701 702 " +
  "703 704 706 707 708 712 713 715 716 717 718 719 801 802 803 804 805 806 808 812 813 814 815 " +
  "816 817 818 901 903 904 906 907 908 912 913 914 915 916 918 919";

export default defineGenerator({
  name: "phone_number",
  aliases: ["phone.number", "phone", "basic_phone_number", "msisdn", "telephone", "mobile"],
  summary: "A telephone number of the locale's country that nobody has: 212-555-0123",
  produces: ["string", "integer"],
  source: ({ type, book }) => {
    const local = book.locale === "en" ? null : LOCAL_PHONES[book.locale];
    if (type.kind === "integer") {
      // With its country a number of another one would be longer than most columns of numbers.
      return weightedNumbers((type.bits === 64 ? AREAS.split(" ") : [""]).flatMap(numbersOf));
    }
    return (local && localPhone(local, textRoom(type))) ?? textOf(
      oneOf(listedWords("area_code", AREAS.split(" "))),
      literal("-555-01"),
      symbols(DIGITS, 2),
      serial(DIGITS),
    );
  },
});

/** With the country where there is room for it; null where there is not even room without. */
function localPhone(
  { international, national, digitCount }: LocalPhones,
  room: number,
): ValueSource | null {
  for (const [form, beginnings] of Object.entries({ international, national })) {
    const length = Math.max(...beginnings.map((each) => each.length)) + digitCount;
    if (length > room) continue;
    const list = listedWords(`phone_${form}_${beginnings[0]}`, beginnings);
    return textOf(oneOf(list), symbols(DIGITS, digitCount), serial(DIGITS));
  }
  return null;
}

/** Without an area, where a column has no room for ten digits. */
function numbersOf(area: string): [number, number][] {
  return Array.from({ length: 20 }, (_, i) => [Number(area) * 1e7 + 5550100 + 5 * i, 1]);
}
