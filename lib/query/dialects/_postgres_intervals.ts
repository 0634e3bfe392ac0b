/** Units that PostgreSQL alone has in intervals: the engine's unit, and how many of it. */
export const LONG_UNITS: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  decade: ["years", 10],
  century: ["years", 100],
  millennium: ["years", 1000],
};

const DATE_PART = /(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?/.source;
const CLOCK_PART = /(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?[\d.]+)S)?/.source;
const ISO_8601 = new RegExp(`^P${DATE_PART}(?:T${CLOCK_PART})?$`);
const ISO_UNITS = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"];

/** PostgreSQL's other forms: ISO 8601's, `1-2` of years and months, `3 4:05:06`, and `ago`. */
export function plainUnits(text: string): string {
  const iso = ISO_8601.exec(text.trim());
  if (iso !== null) {
    return iso.slice(1).flatMap((count, i) =>
      count === undefined ? [] : [`${count} ${ISO_UNITS[i]}`]
    )
      .join(" ");
  }
  const spelled = text.replace(/\bago\s*$/i, "")
    .replace(/(^|\s)(\d+)-(\d+)(?=\s|$)/g, "$1$2 years $3 months")
    .replace(/(^|\s)([+-]?\d+)(\s+[+-]?\d{1,2}:\d{2})/g, "$1$2 days$3")
    .replace(/(^|\s)\+(?=\d)/g, "$1");
  if (!/\bago\s*$/i.test(text)) return spelled;
  return spelled.replace(
    /(^|\s)(-?)(?=\d)/g,
    (_, lead, sign) => `${lead}${sign === "" ? "-" : ""}`,
  );
}
