/** A list as PostgreSQL writes it between braces: texts, NULL, and lists in lists. */
export type BraceList = readonly (string | null | BraceList)[];

/** What PostgreSQL has, too: MAXDIM. */
const DIMENSIONS_MAX = 6;

/**
 * Reads `{1,2,NULL,"a b",{3}}`.
 *
 * @param text The text between the quotes.
 * @returns The list, or null if the text is none.
 */
export function readBraces(text: string): BraceList | null {
  const tokens = text.trim().match(/[{},]|"(?:[^"\\]|\\.)*"|(?:[^{},"\\]|\\.)+/gs) ?? [];
  let at = 0;
  let depth = 0;
  const list = (): BraceList | null => {
    if (tokens[at++] !== "{" || ++depth > DIMENSIONS_MAX) return null;
    const items: (string | null | BraceList)[] = [];
    if (tokens[at] === "}") {
      at++;
      depth--;
      return items;
    }
    while (true) {
      const item = tokens[at] === "{" ? list() : readItem(tokens[at++]);
      if (item === undefined || (item === null && tokens[at - 1] === "}")) return null;
      items.push(item);
      const next = tokens[at++];
      if (next === "}") {
        depth--;
        return items;
      }
      if (next !== ",") return null;
    }
  };
  const read = list();
  return at === tokens.length ? read : null;
}

function readItem(token: string | undefined): string | null | undefined {
  if (token === undefined || /^[{},]$/.test(token)) return undefined;
  if (token.startsWith('"')) return token.slice(1, -1).replace(/\\(.)/gs, "$1");
  const bare = token.trim().replace(/\\(.)/gs, "$1");
  return bare.toUpperCase() === "NULL" ? null : bare;
}

/** The list as the engine writes one of texts. */
export function writeBraces(list: BraceList): string {
  const items = list.map((item) => {
    if (item === null) return "NULL";
    return typeof item === "string" ? `'${item.replaceAll("'", "''")}'` : writeBraces(item);
  });
  return `[${items.join(", ")}]`;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Words that mean a day, and how many days it is from today. */
const NEAR_DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/**
 * A date or moment of a text in a form that the engine reads, too.
 *
 * @returns Its SQL, or null if the text is not understood.
 */
export function momentLiteral(text: string, holds: string): string | null {
  const word = text.trim().toLowerCase();
  if (word === "now") return holds === "time" ? "CAST(CAST(now() AS TIMESTAMP) AS TIME)" : "now()";
  const days = NEAR_DAYS[word];
  if (days !== undefined && holds !== "time") return `(CAST(now() AS DATE) + ${days})`;
  if (/\.\d{7}/.test(word) || /\d\s*(?:am|pm)$|\b(?:bc|ad)$/.test(word)) return null;
  const named = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(.*)$/.exec(word);
  if (named !== null) return dated(named[3]!, monthOf(named[1]!), named[2]!, named[4]!);
  const behind = /^(\d{1,2})[\s-]([a-z]{3,9})[\s-](\d{4})(.*)$/.exec(word);
  if (behind !== null) return dated(behind[3]!, monthOf(behind[2]!), behind[1]!, behind[4]!);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(.*)$/.exec(word);
  if (slashed !== null) return dated(slashed[3]!, Number(slashed[1]), slashed[2]!, slashed[4]!);
  // The engine wants seconds before a time zone.
  const written = text.trim().replace(
    /([\sT]\d{1,2}:\d{2})(\s?[+-]\d{1,2}(?::?\d{2})?)$/i,
    "$1:00$2",
  );
  return `'${written.replaceAll("'", "''")}'`;
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3)) + 1;
}

function dated(year: string, month: number, day: string, rest: string): string | null {
  if (month < 1 || month > 12) return null;
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return `'${date}${rest.replaceAll("'", "''")}'`;
}

/** Whether a text is a condition, which may be cut short as long as it is clear. */
export function booleanLiteral(text: string): "true" | "false" | null {
  const word = text.trim().toLowerCase();
  if (word === "") return null;
  if (["true", "yes"].some((each) => each.startsWith(word)) || ["on", "1"].includes(word)) {
    return "true";
  }
  const isFalse = ["false", "no"].some((each) => each.startsWith(word)) ||
    ["of", "off", "0"].includes(word);
  return isFalse ? "false" : null;
}

/**
 * A document as JSONB keeps it: keys once and in order, no space.
 *
 * @returns Its text, or null if the text is no JSON.
 */
export function canonicalJson(text: string): string | null {
  try {
    return written(
      JSON.parse(
        text,
        (_key, value, context?: { readonly source?: string }) =>
          typeof value === "number"
            ? new Digits(plainDigits(context?.source ?? String(value)))
            : value,
      ),
    );
  } catch {
    return null;
  }
}

/** A number as it is written: one of JSONB keeps its zeros. */
class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function plainDigits(source: string): string {
  return /e/i.test(source) ? String(Number(source)) : source;
}

function written(value: unknown): string {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).toSorted((a, b) =>
    byteLength(a) - byteLength(b) || (a < b ? -1 : 1)
  );
  return `{${
    keys.map((key) => `${JSON.stringify(key)}:${written(Reflect.get(value, key))}`).join(",")
  }}`;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
