import type { Column, Table } from "../../schema/mod.ts";
import { BARE_WORDS, GLUED_WORDS, LONG_FORMS, TABLE_WORDS_DROPPED } from "./_vocabulary.ts";

/**
 * What the name of a column says, in plain words.
 *
 * @param column Any.
 * @param table The table it is of: a prefix that all its columns share is dropped, and a name that
 *   means nothing alone gets the table's before it.
 * @returns Lower-case words with spaces: `c_first_name` and `FirstName` are both `first name`,
 *   `o_orderstatus` is `order status`, and `name` of `customers` is `customer name`.
 */
export function columnWords(column: Column, table: Table): string {
  const words = splitName(column.name);
  const meant = hasPrefix(words, table) ? words.slice(1) : words;
  const text = plainWords(meant);
  return BARE_WORDS.has(text) ? `${tableWords(table)} ${text}`.trim() : text;
}

/** Warehouse models give all columns of a table a short prefix: `c_`, `ss_`, `web_`. */
function hasPrefix(words: readonly string[], table: Table): boolean {
  const [first, second] = words;
  if (first === undefined || second === undefined) return false;
  if (first.length === 1) return true;
  return first === sharedPrefix(table);
}

/** The short prefix of all columns of a table; empty if there is none. */
function sharedPrefix(table: Table): string {
  const known = PREFIXES.get(table);
  if (known !== undefined) return known;
  const named = table.columns.map(({ name }) => name.toLowerCase())
    .filter((name) => !name.startsWith("_"));
  const end = named[0]?.indexOf("_") ?? -1;
  const isShared = named.length > 2 && end >= 0 && end <= 4 &&
    named.every((name) => name.startsWith(named[0]!.slice(0, end + 1)));
  const prefix = isShared ? named[0]!.slice(0, end) : "";
  PREFIXES.set(table, prefix);
  return prefix;
}

/** Found once, and not by every column, of which there may be thousands. */
const PREFIXES = new WeakMap<Table, string>();

function tableWords(table: Table): string {
  const words = splitName(table.name).filter((word) => !TABLE_WORDS_DROPPED.has(word));
  const last = words.at(-1);
  if (last === undefined) return "";
  const one = singular(last);
  // The `name` of a user is a person's; a `user name` is what one logs in with.
  return plainWords([...words.slice(0, -1), one === "user" ? "person" : one]);
}

function plainWords(words: readonly string[]): string {
  return words.flatMap(unglue).map((word) => LONG_FORMS.get(word) ?? word).join(" ");
}

function splitName(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replace(/([a-z])([0-9])/gi, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

const GLUED = new RegExp(`^(?:${GLUED_WORDS.join("|")})+$`);
const KNOWN: ReadonlySet<string> = new Set(GLUED_WORDS);

/** Only a word that known words make up whole is taken apart, the longest first. */
function unglue(word: string): string[] {
  if (KNOWN.has(word) || LONG_FORMS.has(word) || !GLUED.test(word)) return [word];
  for (let length = word.length - 1; length > 0; length--) {
    const head = word.slice(0, length);
    const rest = word.slice(length);
    if (KNOWN.has(head) && GLUED.test(rest)) return [head, ...unglue(rest)];
  }
  return [word];
}

function singular(word: string): string {
  if (/(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}
