import { DwSimError } from "../errors/mod.ts";

declare const runIdBrand: unique symbol;

/**
 * Names a run everywhere: in the catalog, on disk, on the command line. It leads with the moment of
 * creation (UTC), so that ids sort by age and mean something to people, and ends in 40 random bits,
 * so that processes need not agree on anything: `20260131-093005-250-7hq2mz4c`.
 */
export type RunId = string & { readonly [runIdBrand]: true };

// Crockford's base 32: nothing in it can be mistaken for something else.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const RANDOM_LENGTH = 8;
const SHAPE = new RegExp(`^\\d{8}-\\d{6}-\\d{3}-[${ALPHABET}]{${RANDOM_LENGTH}}$`);

let lastMs = 0;

/**
 * Reads an id that came from outside.
 *
 * @throws DwSimError RUN_ID_INVALID.
 */
export function parseRunId(text: string): RunId {
  if (!isRunId(text)) throw new DwSimError("RUN_ID_INVALID", { id: text });
  return text;
}

/**
 * Makes a new id, later in order than all this process made before.
 *
 * @param nowMs Milliseconds since 1970.
 */
export function newRunId(nowMs: number): RunId {
  lastMs = Math.max(nowMs, lastMs + 1);
  return parseRunId(`${timeText(lastMs)}-${randomText()}`);
}

function isRunId(text: string): text is RunId {
  return SHAPE.test(text);
}

function timeText(ms: number): string {
  const [date, time] = new Date(ms).toISOString().split("T");
  const [clock, fraction] = time!.split(".");
  return `${date!.replaceAll("-", "")}-${clock!.replaceAll(":", "")}-${fraction!.slice(0, 3)}`;
}

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(RANDOM_LENGTH));
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join("");
}
