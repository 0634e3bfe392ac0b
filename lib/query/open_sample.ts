import type { LogicalType } from "../schema/mod.ts";
import type { JsonValue } from "./query_result.ts";
import type { Sample } from "./sample.ts";

/** What files of a sample may be; each also gzipped, Parquet aside. */
export type SampleFormat = "parquet" | "csv" | "jsonl";

/** A table of a sample: files of one format whose rows follow each other. */
export interface SampleTable {
  readonly name: string;
  readonly format: SampleFormat;
  /** Absolute paths, at least one. */
  readonly files: readonly string[];
}

/** What can be said of a table without repeating its rows. */
export interface TableProfile {
  readonly name: string;
  readonly rowCount: number;
  /** Lines of a CSV that were not read, because they do not fit its columns. */
  readonly rejectedCount: number;
  readonly columns: readonly ColumnProfile[];
}

export interface ColumnProfile {
  readonly name: string;
  /** As the engine names it: `DECIMAL(12,2)`. */
  readonly engineType: string;
  readonly type: LogicalType;
  /** Rows that are not NULL. */
  readonly valueCount: number;
  /** About as many, within some percent. */
  readonly distinctCountEstimate: number;
  readonly numbers?: NumberProfile;
  readonly moments?: { readonly min: string; readonly max: string };
  readonly texts?: TextProfile;
}

/** Of finite numbers; absent where there are none. */
export interface NumberProfile {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly stddev: number;
  /** Of the logarithms; null unless all numbers are above 0. */
  readonly logarithms: { readonly mean: number; readonly stddev: number } | null;
  /** Values below which the shares of `QUANTILE_SHARES` lie, about. */
  readonly quantiles: readonly number[];
}

export const QUANTILE_SHARES: readonly number[] = Object.freeze([
  ...[0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5],
  ...[0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98],
]);

export interface TextProfile {
  /** Characters. */
  readonly lengthMin: number;
  readonly lengthMax: number;
  readonly lengthMean: number;
  /** How many values have a form, by its name. */
  readonly matchCounts: Readonly<Record<TextForm, number>>;
}

/** Forms of text that say what a value is. */
export const TEXT_FORMS = {
  email: "[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}",
  url: "https?://\\S+",
  uuid: "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
  ipv4: "(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}",
  mac_address: "[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}",
  phone_number: "(\\+\\d{1,3}[ .-]?)?(\\(\\d{2,4}\\)|\\d{2,4})([ .-]\\d{2,4}){2,3}",
  md5: "[0-9a-f]{32}|[0-9A-F]{32}",
  sha1: "[0-9a-f]{40}|[0-9A-F]{40}",
  sha256: "[0-9a-f]{64}|[0-9A-F]{64}",
  hex_color: "#[0-9A-Fa-f]{6}",
  iban: "[A-Z]{2}\\d{2}[A-Z0-9]{11,30}",
  number_code: "\\d{4,}",
  reference_code: "[A-Z]{1,5}[-_]?\\d{3,}",
} as const;

export type TextForm = keyof typeof TEXT_FORMS;

/** A value that occurs, and how often. */
export interface ValueCount {
  readonly value: JsonValue;
  readonly count: number;
}

export interface OpenSampleOptions {
  /** A folder for what does not fit into memory; the system's one by default. */
  readonly temporaryFolder?: string;
  readonly signal?: AbortSignal;
}

/**
 * Opens files of data to be described. Only these files can be read, nothing can be written, and
 * nothing of them is kept.
 *
 * @param tables The tables, with their files.
 * @param options A signal that stops it.
 * @returns The sample, with a profile of every table; hold it with `await using`.
 * @throws DwSimError SAMPLE_UNREADABLE, CANCELLED.
 */
export async function openSample(
  tables: readonly SampleTable[],
  options: OpenSampleOptions = {},
): Promise<Sample> {
  // The engine is loaded here and not before: most commands never ask anything.
  const { Sample } = await import("./sample.ts");
  return await Sample.open(tables, options);
}
