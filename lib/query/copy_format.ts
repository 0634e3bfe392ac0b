/** Formats that tables are copied into; `jsonl` is one JSON object a line. */
export type CopyFormat = "parquet" | "csv" | "jsonl";

export type CopyCompression = "none" | "snappy" | "zstd" | "gzip";

/** What each format can be packed with, the default first. */
export const COPY_COMPRESSIONS: Readonly<Record<CopyFormat, readonly CopyCompression[]>> = {
  parquet: ["snappy", "none", "zstd", "gzip"],
  csv: ["none", "gzip", "zstd"],
  jsonl: ["none", "gzip", "zstd"],
};

/**
 * The ending of a file, with its dot.
 *
 * @param format What is in it.
 * @param compression How it is packed: text says so by its ending, Parquet inside.
 */
export function copyFileEnding(format: CopyFormat, compression: CopyCompression): string {
  if (format === "parquet") return ".parquet";
  const packed = { none: "", snappy: "", gzip: ".gz", zstd: ".zst" }[compression];
  return `.${format}${packed}`;
}

/** The options of the engine's COPY. */
export function copyOptions(format: CopyFormat, compression: CopyCompression): string {
  switch (format) {
    case "parquet":
      return `FORMAT parquet, COMPRESSION ${compression === "none" ? "uncompressed" : compression}`;
    case "csv":
      // An empty text is written as "", and NULL as nothing at all.
      return `FORMAT csv, HEADER true, NULLSTR '', COMPRESSION ${compression}`;
    case "jsonl":
      return `FORMAT json, COMPRESSION ${compression}`;
  }
}
