import type { Column, Table } from "../../schema/mod.ts";
import { textRoom } from "../generators/text_room.ts";
import { quoted } from "./_rule_text.ts";
import { columnWords } from "./column_words.ts";
import { saysNothing } from "./says_nothing.ts";

/** A table with a row a day: the days, what they are keyed by, and what follows from them. */
export interface Calendar {
  readonly date: Column;
  /** A primary key that writes the day as a number, 20240131. */
  readonly key: Column | null;
  /** Rules of other columns. */
  readonly parts: ReadonlyMap<Column, string>;
  /** The day of the first row, since 1970. */
  readonly startDay: number;
}

/** Days from 2020 to 2025, in which everything else happens. */
export const CALENDAR_ROWS = 2_192;

/** Whoever asks for more than a century of days means one from 1900 on. */
const LONG_ROWS = 36_525;
const START = Date.UTC(2020, 0, 1) / 86_400_000;
const LONG_START = Date.UTC(1900, 0, 1) / 86_400_000;

/** So many columns of a calendar's leave no doubt that it is one. */
const PART_COUNT_MIN = 3;

/**
 * Finds out whether a table is a calendar, as every star schema has one: a column of dates beside
 * columns for year, month, name of the day and the like, and no reference to another table.
 *
 * @param table Any.
 */
export function calendarOf(table: Table): Calendar | null {
  const known = KNOWN.get(table);
  if (known !== undefined) return known;
  const found = findCalendar(table);
  KNOWN.set(table, found);
  return found;
}

const KNOWN = new WeakMap<Table, Calendar | null>();

const DATE_WORDS = /^(?:full |calendar |cal |the )?(?:date|day)(?: (?:date|day|value|actual))?$/;

function findCalendar(table: Table): Calendar | null {
  if (table.foreignKeys.length > 0) return null;
  const open = table.columns.filter(saysNothing)
    .map((column) => ({ column, words: columnWords(column, table) }));
  const dates = open.filter(({ column }) => column.type.kind === "date");
  const named = dates.filter(({ words }) => DATE_WORDS.test(words));
  const date = named.length === 1 ? named[0] : dates.length === 1 ? dates[0] : undefined;
  if (date === undefined) return null;
  const isKey = ({ name }: Column) => table.primaryKey.length === 1 && table.primaryKey[0] === name;
  const parts = new Map<Column, string>();
  for (const { column, words } of open) {
    if (column === date.column || isKey(column)) continue;
    const rule = partRule(words, column, quoted(date.column.name));
    if (rule !== null) parts.set(column, rule);
  }
  if (parts.size < PART_COUNT_MIN) return null;
  const key = open.find(({ column, words }) =>
    isKey(column) && isWholeNumber(column) && DAY_NUMBER.test(words)
  );
  const startDay = table.targetRows > LONG_ROWS ? LONG_START : START;
  return { date: date.column, key: key?.column ?? null, parts, startDay };
}

function isWholeNumber({ type }: Column): boolean {
  return (type.kind === "integer" && type.bits >= 32) ||
    (type.kind === "decimal" && type.scale === 0 && type.precision >= 8);
}

const DAY_NUMBER = /^(?:date|day|calendar)(?: date)? (?:key|id|number|int|integer)$|^yyyymmdd$/;

type Part = readonly [words: RegExp, rule: (date: string) => string];

const OF = "(?:calendar |cal |fiscal |iso )?";
const NUMBER = "(?: number| actual| value)?";

/** Of whole numbers. */
const NUMBERS: readonly Part[] = [
  [new RegExp(`^${OF}year${NUMBER}$|^fiscal year$`), (d) => `year(${d})`],
  [new RegExp(`^${OF}quarter(?: of year)?${NUMBER}$`), (d) => `quarter(${d})`],
  [new RegExp(`^${OF}month(?: of year)?${NUMBER}$`), (d) => `month(${d})`],
  [/^(?:day|day of month|day(?: number)?(?: (?:of|in) month)?|month day)$/, (d) => `day(${d})`],
  [
    new RegExp(`^${OF}(?:day(?: number)? (?:of|in) week|weekday|week day)${NUMBER}$`),
    (d) => `day_of_week(${d})`,
  ],
  [/^(?:day(?: number)? (?:of|in) year|julian day)(?: number)?$/, (d) => `day_of_year(${d})`],
  [new RegExp(`^${OF}week(?:(?: number)? of year)?${NUMBER}$`), (d) => `week(${d})`],
  [
    /^(?:year month|month year|yyyymm|month (?:key|id))(?: number)?$/,
    (d) => `year(${d}) * 100 + month(${d})`,
  ],
  [DAY_NUMBER, (d) => `year(${d}) * 10000 + month(${d}) * 100 + day(${d})`],
  [/^month seq(?:uence)?$/, (d) => `(year(${d}) - 1900) * 12 + month(${d}) - 1`],
  [/^(?:fiscal )?quarter seq(?:uence)?$/, (d) => `(year(${d}) - 1900) * 4 + quarter(${d}) - 1`],
  [/^(?:fiscal )?week seq(?:uence)?$/, (d) => `floor((${d} - DATE '1900-01-01') / 7)`],
];

const ABBREVIATION = "(?:abbr|abbreviation|short)";

/** Of texts that have room for nine letters. */
const TEXTS: readonly Part[] = [
  [
    new RegExp(
      `^(?:month ${ABBREVIATION}(?: name)?|${ABBREVIATION} month(?: name)?|month name ${ABBREVIATION})$`,
    ),
    (d) => `left(month_name(${d}), 3)`,
  ],
  [
    new RegExp(
      `^(?:(?:day|weekday)(?: name)? ${ABBREVIATION}(?: name)?|${ABBREVIATION} (?:day|weekday)(?: name)?)$`,
    ),
    (d) => `left(day_name(${d}), 3)`,
  ],
  [/^month(?: name| of year)?$/, (d) => `month_name(${d})`],
  [/^(?:day name|weekday(?: name)?|day of week(?: name)?|name of day)$/, (d) => `day_name(${d})`],
  [/^(?:quarter name|year quarter)$/, (d) => `year(${d}) || 'Q' || quarter(${d})`],
  [/^(?:year month|month year|yyyymm)$/, (d) => `left(${d} || '', 7)`],
  [/^quarter$/, (d) => `'Q' || quarter(${d})`],
];

/** Of dates. */
const DATES: readonly Part[] = [
  [
    /^(?:first (?:day|date) of month|month (?:start|begin)(?: date)?)$/,
    (d) => `${d} - (day(${d}) - 1)`,
  ],
  [
    /^(?:last (?:day|date) of month|month end(?: date)?)$/,
    (d) => `${d} - day(${d}) + 32 - day(${d} - day(${d}) + 32)`,
  ],
  [
    /^(?:first (?:day|date) of week|week (?:start|begin)(?: date)?)$/,
    (d) => `${d} - (day_of_week(${d}) - 1)`,
  ],
];

function partRule(words: string, column: Column, date: string): string | null {
  const { type } = column;
  const flag = flagRule(words, column, date);
  if (flag !== null) return flag;
  const isNumber = type.kind === "integer" || (type.kind === "decimal" && type.scale === 0);
  const rules = isNumber ? NUMBERS : type.kind === "date" ? DATES : [];
  if (type.kind !== "string") return rules.find(([each]) => each.test(words))?.[1](date) ?? null;
  const rule = TEXTS.find(([each]) => each.test(words))?.[1](date) ?? null;
  const isName = rule !== null && /^(?:month|day)_name/.test(rule);
  return isName && textRoom(type) < "September".length ? `left(${rule}, 3)` : rule;
}

function flagRule(words: string, { type }: Column, date: string): string | null {
  const day = /^(?:is )?(weekend|weekday)(?: flag| indicator)?$/.exec(words)?.[1];
  if (day === undefined || (words === "weekday" && type.kind !== "boolean")) return null;
  const condition = `day_of_week(${date}) ${day === "weekend" ? ">=" : "<"} 6`;
  if (type.kind === "boolean") return condition;
  if (type.kind === "string") return `case when ${condition} then 'Y' else 'N' end`;
  return type.kind === "integer" ? `case when ${condition} then 1 else 0 end` : null;
}
