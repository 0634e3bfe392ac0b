import type { LogicalType } from "./logical_type.ts";

/**
 * Writes a type in the canonical words of dw-sim, as the CLI and the docs show it.
 *
 * @param type Any type.
 * @returns `DECIMAL(38,10)`, `VARCHAR(100)`, `TIMESTAMPTZ(6)` …; reads back as the same type.
 *
 * @example
 * ```ts
 * renderType({ kind: "decimal", precision: 10, scale: 2 }); // "DECIMAL(10,2)"
 * ```
 */
export function renderType(type: LogicalType): string {
  switch (type.kind) {
    case "integer":
      return INTEGER_WORDS[type.bits];
    case "decimal":
      return `DECIMAL(${type.precision},${type.scale})`;
    case "float":
      return type.bits === 32 ? "REAL" : "DOUBLE";
    case "string":
      return withLength(stringWord(type), type.maxLength);
    case "binary":
      return withLength("BINARY", type.maxLength);
    case "time":
      return `${type.zoned ? "TIMETZ" : "TIME"}(${type.precision})`;
    case "timestamp":
      return `${type.zoned ? "TIMESTAMPTZ" : "TIMESTAMP"}(${type.precision})`;
    default:
      return type.kind.toUpperCase();
  }
}

const INTEGER_WORDS = { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" } as const;

function stringWord({ maxLength, fixed }: Extract<LogicalType, { kind: "string" }>): string {
  if (fixed) return "CHAR";
  return maxLength === null ? "TEXT" : "VARCHAR";
}

function withLength(word: string, length: number | null): string {
  return length === null ? word : `${word}(${length})`;
}
