const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const CLOCK = String.raw`(?:[ T]+(\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?)(?: *(AM|PM))?)?`;

/** Forms of a date that Redshift reads, each with the places of year, month and day. */
const FORMS: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`, [1, 2, 3] as const],
  [String.raw`(\d{4})(\d\d)(\d\d)`, [1, 2, 3] as const],
  [String.raw`(\d{1,2})[-/](\d{1,2})[-/](\d{4})`, [3, 1, 2] as const],
  [String.raw`([A-Za-z]{3,9})[-. ] *(\d{1,2}),? *(\d{4})`, [3, 1, 2] as const],
  [String.raw`(\d{1,2})[- ]([A-Za-z]{3,9})[-, ] *(\d{4})`, [3, 2, 1] as const],
  [String.raw`(\d{4})[- ]([A-Za-z]{3,9})[- ](\d{1,2})`, [1, 2, 3] as const],
].map(([form, places]) =>
  [new RegExp(`^ *${form}${CLOCK} *$`, "i"), places] as const
) as readonly (readonly [RegExp, readonly [number, number, number]])[];

/**
 * The date or moment that a text of Redshift names, as the engine reads it: `Jun 1,2008` and
 * `12/31/2008 18:20` ("Date, time, and timestamp literals").
 *
 * @param text The text between the quotes.
 * @returns `YYYY-MM-DD`, with the time if there is one; null if the text is in none of the forms.
 */
export function isoMoment(text: string): string | null {
  for (const [form, [year, month, day]] of FORMS) {
    const found = form.exec(text);
    if (found === null) continue;
    const number = monthNumber(found[month]!);
    if (number === null) return null;
    const date = [found[year]!, number, found[day]!].map((each) => each.padStart(2, "0")).join("-");
    const clock = clockOf(found[4], found[5]);
    return clock === null ? null : `${date}${clock}`;
  }
  return null;
}

function monthNumber(text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  const index = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return index === -1 ? null : String(index + 1);
}

function clockOf(time: string | undefined, half: string | undefined): string | null {
  if (time === undefined) return "";
  const [hour = "", ...rest] = time.split(":");
  const number = Number(hour);
  if (half !== undefined && (number < 1 || number > 12)) return null;
  const hours = half === undefined ? number : number % 12 + (half.toUpperCase() === "PM" ? 12 : 0);
  const seconds = rest.length === 1 ? [...rest, "00"] : rest;
  return ` ${[String(hours).padStart(2, "0"), ...seconds].join(":")}`;
}
