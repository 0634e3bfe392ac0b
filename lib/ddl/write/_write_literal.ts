import type { WriteDialect } from "./write_dialect.ts";

/** Writes a text as a string literal of the dialect. */
export function writeLiteral(text: string, { backslashEscapes }: WriteDialect): string {
  const escaped = backslashEscapes ? text.replaceAll("\\", "\\\\") : text;
  return `'${escaped.replaceAll("'", "''")}'`;
}
