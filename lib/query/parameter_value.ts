import { DwSimError } from "../errors/mod.ts";

/** What a parameter of a query may be. */
export const PARAMETER_TYPES = ["text", "number", "date", "timestamp", "boolean", "null"] as const;

export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** The value of a parameter, checked: its text is one that its type has. */
export interface ParameterValue {
  readonly type: ParameterType;
  readonly text: string;
}

export interface ParameterDraft {
  readonly name: string;
  readonly text: string;
  /** Told from the form of the text when left out. */
  readonly type?: ParameterType | undefined;
}

const TEXT_LENGTH_MAX = 100_000;
const NUMBER_LENGTH_MAX = 400;

/**
 * Reads the value of a parameter.
 *
 * @param draft The name, for the error; the text; and the type. Without a type `12.5` is a number,
 * `2024-05-01` a date, `2024-05-01 10:30` a timestamp, `true` and `false` booleans, `null` is null,
 * and all else a text. Numbers with zeros in front, like `007`, are texts.
 * @returns The value in its plain form.
 * @throws DwSimError QUERY_PARAMETER_INVALID when the text is none of the type.
 */
export function readParameter({ name, text, type }: ParameterDraft): ParameterValue {
  const chosen = type ?? typeOf(text);
  const plain = FORMS[chosen](text);
  if (plain !== null) return { type: chosen, text: plain };
  const shown = text.length > SHOWN_LENGTH_MAX ? `${text.slice(0, SHOWN_LENGTH_MAX)}…` : text;
  throw new DwSimError("QUERY_PARAMETER_INVALID", { name, text: shown, type: chosen });
}

const SHOWN_LENGTH_MAX = 100;

/** The plain form of a text of each type; null for a text that is none. */
const FORMS: Readonly<Record<ParameterType, (text: string) => string | null>> = {
  text: (text) => text.length > TEXT_LENGTH_MAX || text.includes("\0") ? null : text,
  number: (text) => {
    const trimmed = text.trim();
    return trimmed.length <= NUMBER_LENGTH_MAX && NUMBER.test(trimmed) ? trimmed : null;
  },
  date: (text) => plainDate(text.trim()),
  timestamp: plainTimestamp,
  boolean: (text) => {
    const lower = text.trim().toLowerCase();
    return lower === "true" || lower === "false" ? lower : null;
  },
  null: () => "null",
};

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
/** A number that nobody means as a text: postcodes and article numbers begin with zeros. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

function typeOf(text: string): ParameterType {
  if (PLAIN_NUMBER.test(text)) return "number";
  if (/^(?:true|false)$/i.test(text)) return "boolean";
  if (/^null$/i.test(text)) return "null";
  if (plainDate(text) !== null) return "date";
  return plainTimestamp(text) === null ? "text" : "timestamp";
}

function plainDate(text: string): string | null {
  const [whole, year, month, day] = DATE.exec(text) ?? [];
  if (whole === undefined || year === "0000") return null;
  const at = new Date(`${whole}T00:00:00Z`);
  // A day that the month does not have would become one of the next month.
  const isReal = at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day);
  return isReal ? whole : null;
}

function plainTimestamp(text: string): string | null {
  const [whole, day, hour = "00", minute = "00", second = "00", fraction = "", zone = ""] =
    TIMESTAMP.exec(text.trim()) ?? [];
  if (whole === undefined || plainDate(day!) === null) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${day} ${hour}:${minute}:${second}${fraction}${plainZone(zone)}`;
}

/** `Z` is `+00:00`, and `+0530` is `+05:30`. */
function plainZone(zone: string): string {
  if (zone === "") return "";
  if (zone === "Z") return "+00:00";
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
