import {
  type FileMetaData,
  type LogicalType,
  parquetMetadata,
  parquetRead,
  type SchemaElement,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import {
  bigEndianInteger,
  dateText,
  decimalText,
  hexText,
  intervalText,
  timestampText,
  timeText,
  uuidText,
} from "./format_cell.ts";
import type { OracleCell, OracleTable } from "./oracle_table.ts";

const NANOS_PER_UNIT = { MILLIS: 1_000_000n, MICROS: 1000n, NANOS: 1n } as const;

/**
 * Reads a Parquet file with hyparquet. The annotations are kept from it, since it turns decimals
 * into floats and cuts times to milliseconds: it gives the physical values, and they are read here.
 *
 * @param path The file.
 * @returns Its columns and all of its rows, in order.
 */
export async function readWithHyparquet(path: string): Promise<OracleTable> {
  const file = (await Deno.readFile(path)).buffer;
  const metadata = parquetMetadata(file);
  const elements = metadata.schema.slice(1);
  const columns = elements.map((element) => ({ name: element.name, type: typeText(element) }));
  let rows: unknown[][] = [];
  await parquetRead({
    file,
    metadata: withoutAnnotations(metadata),
    compressors,
    utf8: false,
    onComplete: (read) => rows = read,
  });
  return { columns, rows: rows.map((row) => row.map((v, i) => cellOf(v, elements[i]!))) };
}

function withoutAnnotations(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element) => ({
    ...element,
    logical_type: undefined,
    converted_type: undefined,
  }));
  return { ...metadata, schema };
}

/** The physical type, the old annotation, the new one. */
function typeText(element: SchemaElement): string {
  const physical = element.type_length === undefined
    ? element.type
    : `${element.type}(${element.type_length})`;
  const logical = element.logical_type === undefined ? "-" : logicalText(element.logical_type);
  return `${physical} ${element.converted_type ?? "-"} ${logical}`;
}

function logicalText(logical: LogicalType): string {
  const { type, ...rest } = logical;
  const parameters = Object.values(rest).join(",");
  return parameters === "" ? type : `${type}(${parameters})`;
}

function cellOf(value: unknown, element: SchemaElement): OracleCell {
  if (value === null || value === undefined) return null;
  const logical = element.logical_type;
  switch (logical?.type) {
    case "DECIMAL":
      return decimalText(integerOf(value), logical.scale);
    case "DATE":
      return dateText(Number(value));
    case "TIME":
      return timeText(integerOf(value) * NANOS_PER_UNIT[logical.unit]);
    case "TIMESTAMP":
      return timestampText(integerOf(value) * NANOS_PER_UNIT[logical.unit]);
    case "INTEGER":
      return logical.isSigned
        ? String(value)
        : BigInt.asUintN(logical.bitWidth, integerOf(value)).toString();
  }
  if (value instanceof Uint8Array) return bytesText(value, element);
  if (typeof value === "boolean") return value;
  return element.type === "FLOAT" || element.type === "DOUBLE" ? Number(value) : String(value);
}

function integerOf(value: unknown): bigint {
  if (value instanceof Uint8Array) return bigEndianInteger(value);
  return BigInt(String(value));
}

function bytesText(bytes: Uint8Array, element: SchemaElement): string {
  const logical = element.logical_type?.type;
  if (logical === "STRING" || logical === "JSON") {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  }
  if (logical === "UUID") return uuidText(bytes);
  return element.converted_type === "INTERVAL" ? intervalText(bytes) : hexText(bytes);
}
