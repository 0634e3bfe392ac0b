import type { Column, Table } from "../../../schema/mod.ts";
import { columnWords } from "../../infer/column_words.ts";
import type { Place } from "../../infer/places.ts";

/** What a column tells of a place. */
export type PlaceField = keyof Place;

/** Columns of a row that tell of one place: `billing city`, `billing country` … */
export interface PlaceGroup {
  /** The words that all their names begin with; often none. */
  readonly prefix: string;
  readonly fields: ReadonlyMap<Column, PlaceField>;
}

interface FieldRule {
  readonly words: string;
  readonly field: PlaceField;
  /** Characters that the column has at least and at most. */
  readonly roomMin: number;
  readonly roomMax: number;
}

const RULES: readonly FieldRule[] = [
  { words: "city( name)?|town", field: "city", roomMin: 12, roomMax: Infinity },
  {
    words: "(state|province) (code|abbr|abbreviation)",
    field: "stateCode",
    roomMin: 2,
    roomMax: 10,
  },
  { words: "(state|province)( name)?", field: "stateCode", roomMin: 2, roomMax: 3 },
  { words: "(state|province)( name)?", field: "state", roomMin: 14, roomMax: Infinity },
  { words: "country( iso)? (code|code 3|3|iso)", field: "countryCode3", roomMin: 3, roomMax: 3 },
  {
    words: "country( iso)? (code|code 2|2|iso)",
    field: "countryCode",
    roomMin: 2,
    roomMax: Infinity,
  },
  { words: "country", field: "countryCode", roomMin: 2, roomMax: 2 },
  { words: "country", field: "countryCode3", roomMin: 3, roomMax: 3 },
  { words: "country( name)?", field: "country", roomMin: 14, roomMax: Infinity },
  { words: "postcode( code)?", field: "postcode", roomMin: 5, roomMax: Infinity },
  { words: "currency( code)?( iso)?", field: "currencyCode", roomMin: 3, roomMax: Infinity },
  { words: "time ?zone", field: "timeZone", roomMin: 30, roomMax: Infinity },
];

/** Two of these make a place; the others join it. */
const CORE: ReadonlySet<PlaceField> = new Set([
  "city",
  "state",
  "stateCode",
  "country",
  "countryCode",
  "countryCode3",
  "postcode",
]);

const COUNTRY: ReadonlySet<PlaceField> = new Set(["country", "countryCode", "countryCode3"]);

/**
 * Finds the columns of a table that tell of one place.
 *
 * @param table The table.
 * @param isOpen Whether nothing but name and type says what a column holds.
 * @returns The groups of two columns and more.
 */
export function placeGroups(
  table: Table,
  isOpen: (column: Column) => boolean,
): readonly PlaceGroup[] {
  const groups = new Map<string, Map<Column, PlaceField>>();
  for (const column of table.columns) {
    const found = column.type.kind === "string" ? fieldOf(column, table) : null;
    if (found === null || !isOpen(column)) continue;
    const fields = groups.get(found.prefix) ?? new Map();
    groups.set(found.prefix, fields.set(column, found.field));
  }
  return [...groups].flatMap(([prefix, fields]) => {
    const whole = isWhole(fields) ? fields : withoutLand(fields);
    return isWhole(whole) ? [{ prefix, fields: whole }] : [];
  });
}

function fieldOf(
  column: Column,
  table: Table,
): { readonly prefix: string; readonly field: PlaceField } | null {
  const words = placeWords(columnWords(column, table));
  const room = column.type.kind === "string" ? column.type.maxLength ?? Infinity : 0;
  for (const rule of RULES) {
    if (room < rule.roomMin || room > rule.roomMax) continue;
    const match = PATTERNS.get(rule)!.exec(words);
    if (match !== null) return { prefix: match[1]!.trim(), field: rule.field };
  }
  return null;
}

/** A `state` gets its table's words before it; only those of a table of steps mean another one. */
function placeWords(words: string): string {
  return /^(?!order|payment|shipment|task|job|run|ticket)(?:[a-z]+ )+state$/.test(words) &&
      !PREFIX.test(words)
    ? "state"
    : words;
}

/** What tells several places of one row apart. */
const PREFIXES = "billing|bill to|bill|ship|ship to|delivery|home|work|office|origin|destination|" +
  "departure|arrival|sender|recipient|pickup|dropoff|mailing";
const PREFIX = new RegExp(`^(?:${PREFIXES}) `);

const PATTERNS: ReadonlyMap<FieldRule, RegExp> = new Map(
  RULES.map((rule) => [rule, new RegExp(`^((?:${PREFIXES}) |)(?:${rule.words})$`)]),
);

function isWhole(fields: ReadonlyMap<Column, PlaceField>): boolean {
  return new Set([...fields.values()].filter((field) => CORE.has(field))).size >= 2 &&
    new Set(fields.values()).size === fields.size;
}

/** A currency or time zone by itself belongs to no place. */
function withoutLand(fields: ReadonlyMap<Column, PlaceField>): ReadonlyMap<Column, PlaceField> {
  return new Map([...fields].filter(([, field]) => CORE.has(field)));
}

/** Whether a group tells the country; one that does not is of towns of one country. */
export function tellsCountry({ fields }: PlaceGroup): boolean {
  return [...fields.values()].some((field) => COUNTRY.has(field));
}
