import { invariant } from "../errors/mod.ts";
import type { LogicalAnnotation, ParquetColumn, PhysicalType } from "./parquet_column.ts";

/**
 * Asserts that a column is one the format allows, before a byte is written. Spec: LogicalTypes.md
 * for what each annotation may annotate; Encodings.md for what each encoding may encode.
 *
 * @param column The column.
 */
export function assertColumn(column: ParquetColumn): void {
  const { name, physical, encoding, annotation } = column;
  invariant(
    (physical === "FIXED_LEN_BYTE_ARRAY") === (column.typeLength !== undefined),
    `column "${name}" has a typeLength if, and only if, its values have a fixed width`,
  );
  invariant(
    (encoding === "DICTIONARY") === (column.dictionary !== undefined),
    `column "${name}" has a dictionary if, and only if, that is its encoding`,
  );
  invariant(
    encoding !== "DELTA_BINARY_PACKED" || physical === "INT32" || physical === "INT64",
    `column "${name}" is of a type that DELTA_BINARY_PACKED takes`,
  );
  invariant(
    encoding !== "DICTIONARY" || physical !== "BOOLEAN",
    `column "${name}" of two values needs no dictionary`,
  );
  invariant(
    annotation === undefined || allows(annotation, column),
    `column "${name}" of type ${physical} can be annotated as ${annotation?.kind}`,
  );
}

function allows(annotation: LogicalAnnotation, { physical, typeLength }: ParquetColumn): boolean {
  switch (annotation.kind) {
    case "STRING":
    case "JSON":
      return physical === "BYTE_ARRAY";
    case "UUID":
      return physical === "FIXED_LEN_BYTE_ARRAY" && typeLength === 16;
    case "INTERVAL":
      return physical === "FIXED_LEN_BYTE_ARRAY" && typeLength === 12;
    case "DATE":
      return physical === "INT32";
    case "INTEGER":
      return physical === (annotation.bits === 64 ? "INT64" : "INT32");
    case "DECIMAL":
      return annotation.precision >= 1 && annotation.scale >= 0 &&
        annotation.scale <= annotation.precision &&
        annotation.precision <= decimalDigitsMax(physical, typeLength);
    case "TIME":
      return physical === (annotation.unit === "MILLIS" ? "INT32" : "INT64");
    case "TIMESTAMP":
      return physical === "INT64";
  }
}

function decimalDigitsMax(physical: PhysicalType, typeLength = 0): number {
  if (physical === "INT32") return 9;
  if (physical === "INT64") return 18;
  if (physical !== "FIXED_LEN_BYTE_ARRAY") return 0;
  return Math.floor((8 * typeLength - 1) * Math.log10(2));
}
