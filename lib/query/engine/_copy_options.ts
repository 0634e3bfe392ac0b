import type { Newline, WrittenFormat } from "../wire/engine_messages.ts";

/** The options of the engine's COPY for a file of a format; rows of JSON come as one text each. */
export function copyOptions(format: WrittenFormat, newline: Newline): string {
  switch (format) {
    case "csv":
      // An empty text is written as "", and NULL as nothing at all.
      return `FORMAT csv, HEADER true, NULLSTR '', NEW_LINE '${NEWLINES[newline]}'`;
    case "parquet":
      return "FORMAT parquet";
    case "json":
      return `${LINES}, PREFIX '[\n', SUFFIX '\n]\n', NEW_LINE ',\n'`;
    case "jsonl":
      return `${LINES}, NEW_LINE '\n'`;
  }
}

/** As the engine wants to be told of them. */
const NEWLINES: Readonly<Record<Newline, string>> = { crlf: "\\r\\n", lf: "\\n" };

/** Texts as they are, one a line: how the engine's own JSON writer does it. */
const LINES = "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\n'";
