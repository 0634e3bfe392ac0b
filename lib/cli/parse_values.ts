import type { RowRequest } from "../app/mod.ts";
import { DwSimError } from "../errors/mod.ts";

const ROWS_MAX = 100_000_000_000;

/** How a number of a flag is bounded, and said. */
interface CountRule {
  readonly flag: string;
  readonly min: number;
  readonly max: number;
  /** `a whole number of rows`. */
  readonly wanted: string;
}

/**
 * Reads a whole number as people write it: digits, with `_` or `,` between groups of three.
 *
 * @throws DwSimError CLI_NUMBER, which names the flag and the text.
 */
export function parseCount(text: string, { flag, min, max, wanted }: CountRule): number {
  const trimmed = text.trim();
  const isPlain = /^\d+$/.test(trimmed) || /^\d{1,3}([_,]\d{3})+$/.test(trimmed);
  const value = isPlain ? Number(trimmed.replace(/[_,]/g, "")) : NaN;
  if (value >= min && value <= max) return value;
  throw new DwSimError("CLI_NUMBER", { flag, text, wanted });
}

/** Reads `--rows n` of a command where it stands for every table. */
export function parseRowCount(text: string): number {
  return parseCount(text, {
    ...{ flag: "--rows", min: 0, max: ROWS_MAX },
    wanted: "a whole number of rows, from 0 to 100,000,000,000",
  });
}

/**
 * Reads what was given for `--rows`: `table=n` for one table, `n` for every other.
 *
 * @param texts The values of the flag, in order; the last word on a table counts.
 * @throws DwSimError CLI_NUMBER or CLI_USAGE.
 */
export function parseRows(texts: readonly string[]): RowRequest {
  const byTable = new Map<string, number>();
  let everyTable: number | undefined;
  for (const text of texts) {
    const equals = text.lastIndexOf("=");
    if (equals < 0) everyTable = parseRowCount(text);
    else byTable.set(tableOf(text, equals), rowsOf(text, equals));
  }
  return { byTable, ...everyTable !== undefined && { everyTable } };
}

const SCALE_MAX = 1_000_000;

/** Reads `--scale`: a number above 0, with a fraction or without. */
export function parseScale(text: string): number {
  const value = /^(\d+\.?\d*|\.\d+)$/.test(text.trim()) ? Number(text) : NaN;
  if (value > 0 && value <= SCALE_MAX) return value;
  throw new DwSimError("CLI_NUMBER", {
    ...{ flag: "--scale", text, wanted: "a number above 0, up to 1,000,000" },
  });
}

function tableOf(text: string, equals: number): string {
  const table = text.slice(0, equals).trim();
  if (table !== "") return table;
  throw new DwSimError("CLI_USAGE", {
    reason: `'${text}' cannot be the value of --rows: the name of the table is missing`,
    command: "dw-sim experiment generate",
  });
}

function rowsOf(text: string, equals: number): number {
  return parseCount(text.slice(equals + 1), {
    ...{ flag: `--rows ${text.slice(0, equals)}=…`, min: 0, max: ROWS_MAX },
    wanted: "a whole number of rows, from 0 to 100,000,000,000",
  });
}

/** Reads `--seed`. */
export function parseSeed(text: string): number {
  return parseCount(text, {
    ...{ flag: "--seed", min: 0, max: Number.MAX_SAFE_INTEGER },
    wanted: "a whole number from 0 to 9,007,199,254,740,991",
  });
}

/** Reads `--workers`. */
export function parseWorkerCount(text: string): number {
  return parseCount(text, {
    ...{ flag: "--workers", min: 1, max: 256, wanted: "a whole number from 1 to 256" },
  });
}

/**
 * Reads `--part-rows`; files end where row groups do.
 *
 * @param rowGroupRows Rows of a row group.
 */
export function parsePartRows(text: string, rowGroupRows: number): number {
  const wanted = `a multiple of ${rowGroupRows.toLocaleString("en-US")} rows`;
  const rule = { flag: "--part-rows", min: 1, max: Number.MAX_SAFE_INTEGER, wanted };
  const value = parseCount(text, rule);
  if (value % rowGroupRows === 0) return value;
  throw new DwSimError("CLI_NUMBER", { flag: rule.flag, text, wanted });
}

/** Reads a flag with a few words to choose from, upper and lower case alike. */
export function parseChoice<Choice extends string>(
  text: string,
  { flag, choices }: { readonly flag: string; readonly choices: readonly Choice[] },
): Choice {
  const choice = choices.find((each) => each === text.toLowerCase());
  if (choice === undefined) throw new DwSimError("CLI_CHOICE", { flag, text, choices });
  return choice;
}
