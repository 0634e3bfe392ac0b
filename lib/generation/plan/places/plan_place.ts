import type { Column, Table } from "../../../schema/mod.ts";
import type { Domain } from "../../domains/domain.ts";
import { sortWords } from "../../generators/word_book.ts";
import { type Place, PLACES } from "../../infer/places.ts";
import type { OrdinalPlan } from "../../ordinals/ordinal_plan.ts";
import { bytesMaxOf } from "../fit/byte_limit.ts";
import { longestWord } from "../fit/word_lists.ts";
import type { PlanContext } from "../plan_context.ts";
import { type PlaceField, type PlaceGroup, tellsCountry } from "./place_group.ts";

/** How a column of a place is made. */
export interface PlannedPlace {
  readonly domain: Domain;
  readonly ordinal: OrdinalPlan;
  readonly generator: string;
}

/** Postcodes of one town. */
const POSTCODE_COUNT = 20;

/**
 * Plans a column that tells of a place: all columns of its group draw the same number, so that what
 * they tell belongs together.
 *
 * @param context The plan so far.
 * @param options The column, and the group it is in.
 * @returns Null when the column is too short for its words.
 */
export function planPlace(
  context: PlanContext,
  { table, column, group }: {
    readonly table: Table;
    readonly column: Column;
    readonly group: PlaceGroup;
  },
): PlannedPlace | null {
  const field = group.fields.get(column)!;
  const isWorld = tellsCountry(group);
  const name = `places ${isWorld ? "of the world" : "of one country"}: ${field}`;
  const { words, order } = wordsOf(field, isWorld);
  if (longestWord(words) > (bytesMaxOf(column.type) ?? Infinity)) return null;
  const key = context.key(table, "place", group.prefix);
  return {
    domain: { kind: "pool", pool: context.keepPool(name, words), order },
    ordinal: { kind: "hashed", count: order.length, key },
    generator: `place_${GENERATOR_WORDS[field]}`,
  };
}

const GENERATOR_WORDS: Readonly<Record<PlaceField, string>> = {
  city: "city",
  state: "state",
  stateCode: "state_code",
  country: "country",
  countryCode: "country_code",
  countryCode3: "country_code_3",
  currencyCode: "currency_code",
  timeZone: "time_zone",
  postcode: "postcode",
};

interface PlaceWords {
  readonly words: readonly string[];
  /** The place in `words` of every number that is drawn. */
  readonly order: readonly number[];
}

const KNOWN = new Map<string, PlaceWords>();

function wordsOf(field: PlaceField, isWorld: boolean): PlaceWords {
  const name = `${field} ${isWorld}`;
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const places = PLACES.filter(({ countryCode }) => isWorld || countryCode === "US");
  const all = places.flatMap((place) =>
    Array.from({ length: POSTCODE_COUNT }, (_, variant) => wordOf(place, field, variant))
  );
  const words = sortWords(new Set(all));
  const at = new Map(words.map((word, index) => [word, index]));
  const made = { words, order: all.map((word) => at.get(word)!) };
  KNOWN.set(name, made);
  return made;
}

function wordOf(place: Place, field: PlaceField, variant: number): string {
  if (field !== "postcode") return place[field];
  // Numbers that step through all remainders give every variant other digits and letters.
  let rest = variant * 7919 + 13;
  return place.postcode.replace(/[#@]/g, (kind) => {
    const base = kind === "#" ? 10 : 26;
    const digit = rest % base;
    rest = Math.floor(rest / base) * 31 + variant + 7;
    return kind === "#" ? String(digit) : String.fromCharCode(65 + digit);
  });
}
