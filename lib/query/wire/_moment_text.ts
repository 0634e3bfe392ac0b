import type { ReadValue } from "./_read_values.ts";

const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * 1_000;

/** Dates of the years 1 to 9999 as ISO 8601 writes them; others do not travel as numbers. */
export function dateText(values: Uint8Array<ArrayBuffer>): ReadValue<string> {
  const days = new Int32Array(values.buffer, values.byteOffset, values.byteLength >> 2);
  return cached((row) => days[row]!, dayText);
}

/** Moments as SQL prints them: the second, and as much of its fraction as there is. */
export function timestampText(
  { unitsPerSecond }: { readonly unitsPerSecond: number },
  values: Uint8Array<ArrayBuffer>,
): ReadValue<string> {
  if (unitsPerSecond > EXACT_UNITS_MAX) return longTimestampText(unitsPerSecond, values);
  const low = new Uint32Array(values.buffer, values.byteOffset, values.byteLength >> 2);
  const high = new Int32Array(values.buffer, values.byteOffset, values.byteLength >> 2);
  // 2^32 units in seconds and a rest: 64 bits in two doubles, both of them exact.
  const wordSeconds = Math.floor(2 ** 32 / unitsPerSecond);
  const wordRest = 2 ** 32 % unitsPerSecond;
  const digits = Math.log10(unitsPerSecond);
  return (row) => {
    const top = high[row * 2 + 1]!;
    const units = top * wordRest + low[row * 2]!;
    const carried = Math.floor(units / unitsPerSecond);
    const seconds = top * wordSeconds + carried;
    return secondText(seconds) + fractionText(units - carried * unitsPerSecond, digits);
  };
}

/** Microseconds in UTC, printed as the clocks of a zone show them: `2024-07-01 14:00:00+02`. */
export function zonedTimestampText(
  values: Uint8Array<ArrayBuffer>,
  timeZone: string,
): ReadValue<string> {
  if (timeZone === "UTC") {
    const text = timestampText({ unitsPerSecond: MICROSECONDS }, values);
    return (row) => `${text(row)}+00`;
  }
  const units = new BigInt64Array(values.buffer, values.byteOffset, values.byteLength >> 3);
  const offsetMinutes = zoneOffsets(timeZone);
  return (row) => {
    const fraction = Number(((units[row]! % 1_000_000n) + 1_000_000n) % 1_000_000n);
    const seconds = Number((units[row]! - BigInt(fraction)) / 1_000_000n);
    const minutes = offsetMinutes(seconds);
    return secondText(seconds + minutes * 60) + fractionText(fraction, 6) + offsetText(minutes);
  };
}

const MICROSECONDS = 1e6;

/** How far a zone is from UTC at a moment, in minutes. No zone changes within a quarter of an hour. */
function zoneOffsets(timeZone: string): (seconds: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const known = new Map<number, number>();
  return (seconds) => {
    const quarter = Math.floor(seconds / 900);
    let minutes = known.get(quarter);
    if (minutes === undefined) {
      const [, sign, hour, minute] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(quarter * 9e5)) ??
        [];
      minutes = Number(`${sign ?? ""}1`) * (Number(hour ?? 0) * 60 + Number(minute ?? 0));
      known.set(quarter, minutes);
    }
    return minutes;
  };
}

/** As the engine prints it: minutes only where there are some. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? "" : `:${two(size % 60)}`;
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${rest}`;
}

/** Finer units than microseconds do not fit two doubles. */
const EXACT_UNITS_MAX = 1e6;

function longTimestampText(
  unitsPerSecond: number,
  values: Uint8Array<ArrayBuffer>,
): ReadValue<string> {
  const units = new BigInt64Array(values.buffer, values.byteOffset, values.byteLength >> 3);
  const perSecond = BigInt(unitsPerSecond);
  const digits = Math.log10(unitsPerSecond);
  return (row) => {
    const fraction = ((units[row]! % perSecond) + perSecond) % perSecond;
    const seconds = Number((units[row]! - fraction) / perSecond);
    return secondText(seconds) + fractionText(Number(fraction), digits);
  };
}

function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function secondText(seconds: number): string {
  const day = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - day * DAY_SECONDS;
  return `${dayText(day)} ${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${
    two(rest % 60)
  }`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function fractionText(fraction: number, digits: number): string {
  return fraction === 0 ? "" : `.${String(fraction).padStart(digits, "0").replace(/0+$/, "")}`;
}

/** Neighbours are often of the same day. */
function cached(valueOf: ReadValue<number>, textOf: (value: number) => string): ReadValue<string> {
  let lastValue = Number.NaN;
  let lastText = "";
  return (row) => {
    const value = valueOf(row);
    if (value === lastValue) return lastText;
    lastValue = value;
    return lastText = textOf(value);
  };
}
