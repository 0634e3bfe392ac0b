/** A day or an instant, as the calendar knows it. */
export interface Moment {
  /** `2024-01-31`, or `2024-01-31T08:00:00Z` with a time of day. */
  readonly text: string;
  /** Milliseconds since 1970, for comparing. */
  readonly milliseconds: number;
  readonly hasTime: boolean;
}

/**
 * Reads a day or an instant of ISO 8601, with a blank or a `T` between the two. A time without a
 * zone counts as UTC, so that the same file means the same on every machine.
 *
 * @param text `2024-01-31`, `2024-01-31 08:00:00`, `2024-01-31T08:00:00.5+02:00` …
 * @returns The moment, or null when the calendar has no such day or the clock no such time.
 */
export function parseMoment(text: string): Moment | null {
  const match = FORM.exec(text.trim());
  if (match === null) return null;
  const [, date, hour, minute = "0", second = "0", fraction, zone] = match;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // The engine refuses most impossible days, and the comparison those it rolls over.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date!)) return null;
  if (hour === undefined) return { text: date!, milliseconds: midnight, hasTime: false };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const offsetMinutes = zoneMinutes(zone);
  if (offsetMinutes === null) return null;
  const seconds = (Number(hour) * 60 + Number(minute) - offsetMinutes) * 60 + Number(second);
  const whole = midnight + seconds * 1000;
  // Fractions are kept as text: nine digits do not fit in milliseconds.
  const digits = fraction?.replace(/0+$/, "") ?? "";
  const stem = new Date(whole).toISOString().slice(0, 19);
  return {
    text: `${stem}${digits === "" ? "" : `.${digits}`}Z`,
    milliseconds: whole + Number(`0.${digits || "0"}`) * 1000,
    hasTime: true,
  };
}

const FORM =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?$/i;

function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined || zone.toUpperCase() === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || "0");
  if (hours > 15 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
