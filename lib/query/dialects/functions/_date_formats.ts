import { type Code, code, joined } from "../code.ts";
import type { ForeignDialect } from "../dialect_rules.ts";
import { quotedText } from "../names.ts";

/**
 * One element of a format: how the engine writes it and, where it can, reads it. `$` in `sql` is the
 * value.
 */
interface Element {
  /** For strftime; several elements of this kind make one call. */
  readonly strftime?: string;
  /** For strptime. */
  readonly strptime?: string;
  readonly sql?: string;
}

const both = (pattern: string): Element => ({ strftime: pattern, strptime: pattern });
const sql = (text: string): Element => ({ sql: text });
const named = (pattern: string, change: string): Element => ({
  sql: `${change}(strftime($, '${pattern}'))`,
  strptime: pattern,
});
const padded = (pattern: string, change: string): Element => ({
  sql: `rpad(${change}(strftime($, '${pattern}')), 9, ' ')`,
  strptime: pattern,
});

/** Elements that PostgreSQL and Redshift share; letters of either case but where they differ. */
const POSTGRES: Readonly<Record<string, Element>> = {
  YYYY: both("%Y"),
  YYY: sql("right(strftime($, '%Y'), 3)"),
  YY: both("%y"),
  Y: sql("right(strftime($, '%Y'), 1)"),
  "Y,YYY": sql("format('{:,}', year($))"),
  IYYY: { strftime: "%G" },
  CC: sql("lpad(CAST(date_part('century', $) AS VARCHAR), 2, '0')"),
  Q: sql("CAST(quarter($) AS VARCHAR)"),
  MONTH: padded("%B", "upper"),
  Month: padded("%B", ""),
  month: padded("%B", "lower"),
  MON: named("%b", "upper"),
  Mon: both("%b"),
  mon: named("%b", "lower"),
  MM: both("%m"),
  RM: sql(
    "rpad(['I','II','III','IV','V','VI','VII','VIII','IX','X','XI','XII'][month($)], 4, ' ')",
  ),
  rm: sql(
    "rpad(['i','ii','iii','iv','v','vi','vii','viii','ix','x','xi','xii'][month($)], 4, ' ')",
  ),
  WW: sql("lpad(CAST((dayofyear($) - 1) // 7 + 1 AS VARCHAR), 2, '0')"),
  W: sql("CAST((day($) - 1) // 7 + 1 AS VARCHAR)"),
  IW: { strftime: "%V" },
  DAY: padded("%A", "upper"),
  Day: padded("%A", ""),
  day: padded("%A", "lower"),
  DY: named("%a", "upper"),
  Dy: both("%a"),
  dy: named("%a", "lower"),
  DDD: { strftime: "%j", strptime: "%j" },
  DD: both("%d"),
  D: sql("CAST(date_part('dow', $) + 1 AS VARCHAR)"),
  IDDD: sql(
    "lpad(CAST((weekofyear($) - 1) * 7 + date_part('isodow', $) AS VARCHAR), 3, '0')",
  ),
  ID: sql("CAST(date_part('isodow', $) AS VARCHAR)"),
  J: sql("CAST(CAST(julian(CAST($ AS DATE)) AS BIGINT) AS VARCHAR)"),
  HH24: both("%H"),
  HH12: both("%I"),
  HH: both("%I"),
  MI: both("%M"),
  SS: both("%S"),
  SSSS: sql("CAST(hour($) * 3600 + minute($) * 60 + second($) AS VARCHAR)"),
  MS: { strftime: "%g", strptime: "%g" },
  US: both("%f"),
  AM: both("%p"),
  PM: both("%p"),
  am: named("%p", "lower"),
  pm: named("%p", "lower"),
  "A.M.": sql("replace(replace(strftime($, '%p'), 'AM', 'A.M.'), 'PM', 'P.M.')"),
  "P.M.": sql("replace(replace(strftime($, '%p'), 'AM', 'A.M.'), 'PM', 'P.M.')"),
  "a.m.": sql("replace(replace(strftime($, '%p'), 'AM', 'a.m.'), 'PM', 'p.m.')"),
  "p.m.": sql("replace(replace(strftime($, '%p'), 'AM', 'a.m.'), 'PM', 'p.m.')"),
};

const FRACTION = (digits: number): Element => ({
  sql: digits === 0 ? "''" : `left(strftime($, '%n'), ${digits})`,
  ...(digits === 3 ? { strptime: "%g" } : {}),
  ...(digits === 6 ? { strptime: "%f" } : {}),
  ...(digits === 9 ? { strptime: "%n" } : {}),
});

const SNOWFLAKE: Readonly<Record<string, Element>> = {
  YYYY: both("%Y"),
  YY: both("%y"),
  MMMM: both("%B"),
  MON: both("%b"),
  MM: both("%m"),
  DY: both("%a"),
  DD: both("%d"),
  MO: both("%-m"),
  D: both("%-d"),
  HH24: both("%H"),
  HH12: both("%I"),
  HH: both("%H"),
  H24: both("%-H"),
  H12: both("%-I"),
  H: both("%-H"),
  AM: both("%p"),
  PM: both("%p"),
  MI: both("%M"),
  ME: both("%-M"),
  SS: both("%S"),
  S: both("%-S"),
  FF: { ...FRACTION(9), strptime: "%f" },
  ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`FF${i}`, FRACTION(i)])),
  "TZH:TZM": { sql: "'+00:00'", strptime: "%z" },
  TZHTZM: { sql: "'+0000'", strptime: "%z" },
  TZH: { sql: "'+00'", strptime: "%z" },
};

const ELEMENTS: Readonly<Record<ForeignDialect, Readonly<Record<string, Element>>>> = {
  postgres: POSTGRES,
  redshift: POSTGRES,
  snowflake: SNOWFLAKE,
};

/** Elements that we know and cannot write. */
const UNKNOWN = /^(?:TH|th|SP|TZ|tz|OF|BC|AD|B\.C\.|A\.D\.|IYY|IY|I(?=[^a-z])|IDDD|TM|FX|EEE|UUUU)/;

/** Elements of other vendors: Snowflake has none of them, and would write some of their letters. */
const NOT_SNOWFLAKE = /^(?:MONTH|DAY|DDD|WW|IW|IYYY|Q(?![A-Z])|TZ(?!H)|UUUU|YYY(?!Y))/i;

/** Elements of Snowflake that are letters of words, too: they stand alone, or they are text. */
const ALONE: ReadonlySet<string> = new Set(["MO", "ME", "D", "H", "S"]);

type Piece = Element | { readonly text: string };

/**
 * Writes a value in a dialect's format.
 *
 * @returns The expression, or the element that we cannot write.
 */
export function formatted(
  value: Code,
  { format, dialect }: { readonly format: string; readonly dialect: ForeignDialect },
): Code | { readonly unknown: string } {
  const pieces = readFormat(format, dialect);
  if (!Array.isArray(pieces)) return pieces as { readonly unknown: string };
  const written: Code[] = [];
  let run = "";
  const close = () => {
    if (run !== "") written.push(code`strftime(${value}, ${quotedText(run)})`);
    run = "";
  };
  for (const piece of pieces as readonly Piece[]) {
    if ("text" in piece) run += piece.text.replaceAll("%", "%%");
    else if (piece.strftime !== undefined) run += piece.strftime;
    else {
      close();
      const parts = piece.sql!.split("$");
      written.push(parts.flatMap((part, i): Code[] => i === 0 ? [part] : [value, part]));
    }
  }
  close();
  if (written.length === 0) return "''";
  return written.length === 1 ? written[0]! : code`(${joined(written, " || ")})`;
}

/** The pattern by which strptime reads the format, or the element that it cannot read. */
export function readingPattern(
  format: string,
  dialect: ForeignDialect,
): string | { readonly unknown: string } {
  const pieces = readFormat(format, dialect);
  if (!Array.isArray(pieces)) return pieces as { readonly unknown: string };
  let pattern = "";
  for (const piece of pieces as readonly Piece[]) {
    if ("text" in piece) pattern += piece.text.replaceAll("%", "%%");
    else if (piece.strptime === undefined) return { unknown: format };
    else pattern += piece.strptime;
  }
  return pattern;
}

function readFormat(
  format: string,
  dialect: ForeignDialect,
): readonly Piece[] | { readonly unknown: string } {
  const elements = ELEMENTS[dialect];
  const names = Object.keys(elements).toSorted((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let bare = false;
  for (let i = 0; i < format.length;) {
    const rest = format.slice(i);
    const quote = /^"([^"]*)"/.exec(rest);
    if (quote !== null) {
      pieces.push({ text: quote[1]! });
      i += quote[0].length;
    } else if (dialect !== "snowflake" && /^FM/i.test(rest)) {
      bare = true;
      i += 2;
    } else {
      const foreign = dialect === "snowflake" ? NOT_SNOWFLAKE.exec(rest)?.[0] : undefined;
      if (foreign !== undefined) return { unknown: foreign };
      const found = findElement(rest, names, dialect);
      const inWord = found !== null && dialect === "snowflake" && ALONE.has(found) &&
        /[a-z]/i.test(`${format[i - 1] ?? ""}${format[i + found.length] ?? ""}`);
      const name = inWord ? null : found;
      if (name === null) {
        const unknown = dialect === "snowflake" ? undefined : UNKNOWN.exec(rest)?.[0];
        const letter = /^[A-Za-z]+/.exec(rest)?.[0];
        // Snowflake takes any other letter as it stands; in PostgreSQL some of them mean something.
        if (
          unknown !== undefined ||
          (rest.startsWith("\\") && dialect !== "snowflake") ||
          (letter !== undefined && dialect !== "snowflake" && !/^[tT]$/.test(letter))
        ) {
          return { unknown: unknown ?? letter ?? rest[0]! };
        }
        pieces.push({ text: rest[0]! });
        i++;
        continue;
      }
      const element = elements[name]!;
      if (dialect !== "snowflake" && /^TH/i.test(rest.slice(name.length))) return { unknown: "TH" };
      pieces.push(bare ? unpadded(element) : element);
      bare = false;
      i += name.length;
    }
  }
  return pieces;
}

function findElement(
  rest: string,
  names: readonly string[],
  dialect: ForeignDialect,
): string | null {
  const exact = names.find((name) => rest.startsWith(name));
  const upper = rest.toUpperCase();
  const either = names.find((name) => upper.startsWith(name));
  if (dialect === "snowflake") return either ?? null;
  if (exact === undefined) return either ?? null;
  return either !== undefined && either.length > exact.length ? either : exact;
}

/** FM: without the zeros and spaces that fill an element up. */
function unpadded(element: Element): Element {
  if (element.sql !== undefined) {
    const inner = /^rpad\((.*), 9, ' '\)$/.exec(element.sql);
    return inner === null
      ? { ...element, sql: `ltrim(${element.sql}, '0')` }
      : { ...element, sql: inner[1]! };
  }
  return /^%[dmHIMSj]$/.test(element.strftime ?? "")
    ? { ...element, strftime: element.strftime!.replace("%", "%-") }
    : element;
}
