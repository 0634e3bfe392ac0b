import {
  type Column,
  type ExperimentSchema,
  type ForeignKey,
  parseExpression,
  type Table,
  tablesByName,
} from "../../schema/mod.ts";
import type { RuleSource } from "../plan/rules/rule_source.ts";
import { DEFAULT_SPAN } from "../generators/default_span.ts";
import { present, quoted } from "./_rule_text.ts";
import { columnWords } from "./column_words.ts";
import { inferGenerator } from "./infer_source.ts";
import { calendarOf } from "./calendar.ts";
import { type NamedColumn, numberRule } from "./number_rule.ts";
import { saysNothing } from "./says_nothing.ts";

/** What keys ask of a column, as far as it matters here. */
type RoleKind = "free" | "distinct" | "component" | "foreign" | "void";

export interface InferRulesOptions {
  readonly schema: ExperimentSchema;
  readonly role: (column: Column) => RoleKind;
}

/**
 * Guesses which columns of a table follow from others: moments from earlier ones, totals from
 * quantities and prices, addresses of mail from names. A wrong guess is worse than none, so names
 * must leave no doubt, and columns of which anything is said are left alone.
 *
 * @param table The table.
 * @param options The schema around it, and what keys ask of its columns.
 * @returns The rules by column. Whether a column can hold what they make is not looked at.
 */
export function inferRules(
  table: Table,
  { schema, role }: InferRulesOptions,
): ReadonlyMap<string, RuleSource> {
  const named = table.columns.map((column) => ({ column, words: columnWords(column, table) }));
  const open = named.filter(({ column }) => saysNothing(column));
  const rules = new Map<string, RuleSource>();
  const add = (column: Column, text: string | null, reason: string) => {
    const expression = text === null || rules.has(column.name)
      ? null
      : parseExpression(text).expression;
    if (expression === null || text === null) return;
    rules.set(column.name, { origin: "inferred", expression, text, reason });
  };
  const free = open.filter(({ column }) => role(column) === "free");
  for (const [column, text] of calendarOf(table)?.parts ?? []) {
    if (role(column) === "free") add(column, text, "the row is a day");
  }
  for (const { column, words } of free) {
    const later = untilCurrent(momentRule(words, column, named), { words, column, named, table });
    add(column, later, "its name says that it comes later");
    const [text, reason] = numberRule(words, column, named) ?? [null, ""];
    add(column, text, reason);
  }
  for (const { column, words } of open) {
    const kind = role(column);
    // Of Japanese names nothing is left in the letters that mail has.
    if ((kind !== "free" && kind !== "distinct") || schema.locale === "ja") continue;
    add(
      column,
      emailRule(words, column, { named, isDistinct: kind === "distinct" }),
      "the row has names",
    );
  }
  for (const { column, words } of free) {
    add(
      column,
      parentRule(words, column, { table, schema, role }),
      "it comes after what it belongs to",
    );
  }
  return rules;
}

/** Steps that follow each other, and the days from one to the next. */
interface Chain {
  /** For whole names, in the order of time. */
  readonly steps: readonly RegExp[];
  /** Days of each step after the nearest earlier one. */
  readonly days: readonly string[];
}

const MOMENT = "(?: at| on| date| time| datetime| time stamp| utc)?";
const step = (words: string) => new RegExp(`^(?:.* )?(?:${words})${MOMENT}$`);

/** Names of beginnings, and of the ends that belong to them. */
const PAIRS: readonly (readonly [from: string, to: string])[] = [
  ["start|starts|started|begin|begins|began", "end|ends|ended|finish|finished|completed"],
  ["authorized|authorised|authorization|authorisation", "captured|capture|settled|settlement"],
  ["check in|checkin|checked in", "check out|checkout|checked out"],
  ["open|opened", "close|closed"],
  ["admission|admitted", "discharge|discharged"],
  ["departure|departed|departs", "arrival|arrived|arrives"],
  ["pickup|picked up", "dropoff|dropped off"],
  ["borrowed|lent|loan", "given back|brought back"],
];

/** How long a version of a row is valid. */
const VALID: readonly (readonly [from: string, to: string])[] = [
  ["valid from|valid start", "valid to|valid until|valid end"],
  ["effective from|effective start|effective", "effective to|effective end|expiry|expires|expired"],
];

const CHAINS: readonly Chain[] = [
  {
    steps: [
      step("order|ordered|placed|purchase|purchased"),
      step("confirmed|approved|paid|payment"),
      step("ship|shipped|dispatched|sent"),
      step("delivery|delivered|receipt|received|arrived"),
      step("returned|return|refunded"),
    ],
    days: ["", "0..2", "1..5", "1..10", "1..30"],
  },
  { steps: [step("invoice|invoiced|issued|issue|billed"), step("due")], days: ["", "14..30"] },
  ...PAIRS.map(([from, to]): Chain => ({
    steps: [step(from), step(to)],
    days: ["", "0..30"],
  })),
  ...VALID.map(([from, to]): Chain => ({ steps: [step(from), step(to)], days: ["", "1..365"] })),
  {
    steps: [step("hire|hired|joined"), step("termination|terminated|left|resigned")],
    days: ["", "30..2000"],
  },
  {
    steps: [
      step("created|inserted|registered|registration|signed up|sign up|signup"),
      step("updated|modified|changed|last updated|last modified|last changed|edited"),
      step("deleted|removed|archived"),
    ],
    days: ["", "0..90", "0..90"],
  },
];

function momentRule(
  words: string,
  column: Column,
  named: readonly NamedColumn[],
): string | null {
  if (!isMoment(column)) return null;
  for (const { steps, days } of CHAINS) {
    const at = steps.findLastIndex((each) => each.test(words));
    if (at <= 0) continue;
    for (let before = at - 1; before >= 0; before--) {
      const earlier = named.filter((each) =>
        isMoment(each.column) && each.column !== column && steps[before]!.test(each.words) &&
        steps.findLastIndex((one) => one.test(each.words)) === before
      );
      if (earlier.length === 1) return after(earlier[0]!.column, column, days[at]!);
    }
  }
  return lastRule(words, column, named);
}

/** The last order of somebody comes after the first. */
function lastRule(words: string, column: Column, named: readonly NamedColumn[]): string | null {
  const what = /^(?:last|latest) (.+)$/.exec(words)?.[1];
  const first = named.filter((each) =>
    isMoment(each.column) && /^(?:first|earliest) /.test(each.words) &&
    each.words.replace(/^\w+ /, "") === what
  );
  if (what === undefined || first.length !== 1) return null;
  const { column: earlier } = first[0]!;
  const from = quoted(earlier.name);
  const text = `${from}..greatest(${from}, DATE '${DEFAULT_SPAN.end}')${
    timeOfDay(earlier, column)
  }`;
  return present(text, { isNeeded: !column.nullable && earlier.nullable });
}

const CURRENT = /^(?:is )?(?:current|latest|active)(?: flag| indicator| row| record| version)?$/;
const VALID_END = VALID.map(([, to]) => step(to));

/** A version of a row that is the current one is valid without an end, or to the end of time. */
function untilCurrent(
  text: string | null,
  { words, column, named, table }: {
    readonly words: string;
    readonly column: Column;
    readonly named: readonly NamedColumn[];
    readonly table: Table;
  },
): string | null {
  if (text === null || !VALID_END.some((end) => end.test(words))) return text;
  const flags = named.filter((each) => CURRENT.test(each.words) && isFlag(each.column, table));
  if (flags.length !== 1) return text;
  const { name, type } = flags[0]!.column;
  const yes = type.kind === "boolean" ? "true" : type.kind === "string" ? "'Y'" : "1";
  // Nanoseconds since 1970 end in 2262.
  const isFine = column.type.kind === "timestamp" && column.type.precision > 6;
  const last = `DATE '${isFine ? 2099 : 9999}-12-31'`;
  const end = column.nullable ? "null" : last;
  return `case when ${quoted(name)} = ${yes} then ${end} else ${text} end`;
}

function isFlag(column: Column, table: Table): boolean {
  if (!saysNothing(column)) return false;
  const generator = inferGenerator(column, table)?.generator.name;
  return column.type.kind === "boolean" || generator === "flag" || generator === "active_flag";
}

function isMoment({ type }: Column): boolean {
  return type.kind === "date" || type.kind === "timestamp";
}

function after(earlier: Column, later: Column, days: string): string {
  return present(`${quoted(earlier.name)} + ${days} days${timeOfDay(earlier, later)}`, {
    isNeeded: !later.nullable && earlier.nullable,
  });
}

/** What follows a day at a time of day, follows at any time of it. */
function timeOfDay(earlier: Column, later: Column): string {
  return earlier.type.kind === "date" && later.type.kind === "timestamp"
    ? " + 0..86399 seconds"
    : "";
}

const EMAIL = /^(?:.* )?(?:email|e mail|email address|mail)$/;

function emailRule(
  words: string,
  column: Column,
  { named, isDistinct }: { readonly named: readonly NamedColumn[]; readonly isDistinct: boolean },
): string | null {
  if (column.type.kind !== "string" || !EMAIL.test(words)) return null;
  const [first, last] = [/^(?:.* )?first name$/, /^(?:.* )?last name$/].map((pattern) => {
    const found = named.filter((each) =>
      each.column.type.kind === "string" && pattern.test(each.words)
    );
    return found.length === 1 ? found[0]!.column : null;
  });
  if (!first || !last) return null;
  const isNeeded = !column.nullable && (first.nullable || last.nullable);
  if (isDistinct && (isNeeded || first.nullable || last.nullable)) return null;
  const name = `slug(${quoted(first.name)}) || '.' || slug(${quoted(last.name)})`;
  const number = isDistinct ? " || '.' || row_number()" : "";
  // RFC 2606 keeps the domain for examples: no mail reaches anybody.
  return present(`${name}${number} || '@example.com'`, { isNeeded });
}

/** What a child's first moment follows, and what it is for the parent. */
const CHILD_MOMENT = step(
  "created|order|ordered|placed|purchase|purchased|payment|paid|transaction|sale|sold|invoice|" +
    "invoiced|visit|event|posted|review|rated|rating|registered|started|start|opened|booking|booked",
);
const PARENT_MOMENT = step(
  "created|registered|registration|signup|sign up|signed up|joined|order|ordered|opened|invoice|invoiced|since",
);

/**
 * A child's first moment comes after its parent's. Of several parents the likeliest counts: what
 * happened before it, then whose it is, then the rest, and among equals the first reference. To
 * follow all of them would heap the rows of the child up at the end of time.
 */
function parentRule(
  words: string,
  column: Column,
  { table, schema, role }: InferRulesOptions & { readonly table: Table },
): string | null {
  if (!isMoment(column) || !CHILD_MOMENT.test(words)) return null;
  const choices = table.foreignKeys.flatMap((key) => {
    const parent = parentMoment(key, { table, schema, role });
    return parent === null ? [] : [{ key, parent, rank: rankOf(key, parent) }];
  });
  const rank = Math.min(...choices.map((choice) => choice.rank));
  const chosen = choices.find((choice) => choice.rank === rank);
  if (chosen === undefined) return null;
  const { key, parent } = chosen;
  const keyColumns = key.columns.map((name) => columnOf(table, name));
  const mayMiss = parent.nullable || keyColumns.some((each) => each?.nullable ?? true);
  const path = `${quoted(key.columns[0]!)}.${quoted(parent.name)}`;
  const end = `greatest(${path}, ${lastMoment(path, rank)})`;
  return present(`${path}..(${path}..${end})${timeOfDay(parent, column)}`, {
    isNeeded: !column.nullable && mayMiss,
  });
}

/**
 * Drawn twice, the moment lies in what is left until the end, and rather soon: so many come after
 * late parents that nothing heaps up there, and months grow gently instead.
 */
function lastMoment(path: string, rank: number): string {
  const end = `DATE '${DEFAULT_SPAN.end}'`;
  return rank === EVENT_RANK ? `least(${path} + 7 days, ${end})` : end;
}

/** Whether a table's rows are things that happen: orders, visits, payments. */
export function isEventTable(name: string): boolean {
  return EVENT_TABLE.test(name.toLowerCase());
}

/** What happens once, and what belongs to it happens within days. */
const EVENT_TABLE =
  /(?:order|invoice|sale|purchase|booking|reservation|transaction|payment|shipment|delivery|visit|session|ticket|claim|trip|ride|call|cart|basket|checkout|application)(?:e?s)?$/;
const PEOPLE_TABLE =
  /(?:customer|client|user|account|member|person|people|contact|subscriber|patient|student|guest|household|buyer|visitor|passenger|employee)(?:e?s)?$/;
const EVENT_RANK = 0;

function rankOf({ referencesTable }: ForeignKey, parent: Column): number {
  const name = referencesTable.toLowerCase();
  if (isEventTable(name)) return EVENT_RANK;
  if (PEOPLE_TABLE.test(name)) return 1;
  return /creat|regist|join|sign/i.test(parent.name) ? 2 : 3;
}

function parentMoment(
  key: ForeignKey,
  { table, schema, role }: InferRulesOptions & { readonly table: Table },
): Column | null {
  const parent = tablesByName(schema).get(key.referencesTable.toLowerCase());
  // A table that references itself has no first row to follow.
  if (parent === undefined || parent === table) return null;
  if (key.columns.some((name) => role(columnOf(table, name)!) !== "foreign")) return null;
  const moments = parent.columns.filter((column) => {
    const words = columnWords(column, parent);
    return isMoment(column) && PARENT_MOMENT.test(words) && !/^(?:first|last|next) /.test(words);
  });
  const dated = moments.filter((column) => column.dateRange === undefined);
  if (dated.length <= 1 || isEventTable(parent.name)) return dated[0] ?? null;
  // Somebody is there from when they were created, whatever else is known of them.
  return dated.find((column) => CREATION.test(columnWords(column, parent))) ?? null;
}

const CREATION = step("created|registered|registration|signup|sign up|signed up|joined|since");

function columnOf({ columns }: Table, name: string): Column | undefined {
  return columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
}
