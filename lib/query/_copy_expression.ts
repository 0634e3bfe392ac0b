import type { LogicalType } from "../schema/mod.ts";
import type { CopyFormat } from "./copy_format.ts";
import { quoteName } from "./quote_name.ts";

/** How binary stands in text: plain hexadecimal digits, or with the `\x` PostgreSQL wants. */
export type BinaryText = "hex" | "bytea";

interface CopyColumn {
  readonly name: string;
  readonly type: LogicalType;
}

/**
 * What COPY writes of a column. The engine prints most types as everybody reads them; moments in
 * time become ISO 8601, and binary hexadecimal.
 */
export function copyExpression(
  { name, type }: CopyColumn,
  { format, binary = "hex" }: { readonly format: CopyFormat; readonly binary?: BinaryText },
): string {
  const column = quoteName(name);
  if (format === "parquet") return column;
  if (type.kind === "binary") {
    return binary === "bytea" ? `'\\x' || hex(${column})` : `hex(${column})`;
  }
  // PostgreSQL reads the engine's own form as well, and sooner.
  if (type.kind !== "timestamp" || binary === "bytea") return column;
  const text = `replace(CAST(${column} AS VARCHAR), ' ', 'T')`;
  return type.zoned ? `replace(${text}, '+00', 'Z')` : text;
}
