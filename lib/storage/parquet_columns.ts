import { invariant } from "../errors/mod.ts";
import type { ColumnKernel, ColumnPlan, TablePlan, ValueLayout } from "../generation/mod.ts";
import type {
  Encoding,
  LogicalAnnotation,
  ParquetColumn,
  PhysicalType,
  TimeUnit,
} from "../parquet/mod.ts";
import type { LogicalType } from "../schema/mod.ts";

/** Digits of a second that microseconds hold; more are kept as nanoseconds. */
const MICROSECOND_DIGITS = 6;

const PHYSICAL: Readonly<Record<ValueLayout, PhysicalType>> = {
  boolean: "BOOLEAN",
  int32: "INT32",
  int64: "INT64",
  float: "FLOAT",
  double: "DOUBLE",
  bytes: "BYTE_ARRAY",
  fixed: "FIXED_LEN_BYTE_ARRAY",
};

/**
 * Says how the columns of a table stand in its files: what the bytes of the kernels mean.
 *
 * @param table The plan of the table.
 * @param kernels Its kernels, in the order of its columns.
 */
export function parquetColumns(
  table: TablePlan,
  kernels: readonly ColumnKernel[],
): readonly ParquetColumn[] {
  invariant(kernels.length === table.columns.length, "every column has its kernel");
  return table.columns.map((column, i) => parquetColumn(column, kernels[i]!));
}

function parquetColumn(column: ColumnPlan, { format }: ColumnKernel): ParquetColumn {
  const annotation = annotationOf(column.type);
  return Object.freeze({
    name: column.name,
    physical: PHYSICAL[format.layout],
    nullable: column.nullable,
    encoding: encodingOf(format),
    ...(format.width !== undefined && { typeLength: format.width }),
    ...(annotation !== undefined && { annotation }),
    ...(format.dictionary !== undefined && { dictionary: format.dictionary }),
  });
}

function encodingOf({ dictionary, sequence }: ColumnKernel["format"]): Encoding {
  if (dictionary !== undefined) return "DICTIONARY";
  return sequence ? "DELTA_BINARY_PACKED" : "PLAIN";
}

/** Spec: parquet-format, LogicalTypes.md. */
function annotationOf(type: LogicalType): LogicalAnnotation | undefined {
  switch (type.kind) {
    case "boolean":
    case "float":
    case "binary":
      return undefined;
    case "integer":
      return { kind: "INTEGER", bits: type.bits, signed: true };
    case "decimal":
      return { kind: "DECIMAL", precision: type.precision, scale: type.scale };
    case "string":
    // Geography is its well-known text: every reader shows it, and both warehouses load it.
    case "geography":
      return { kind: "STRING" };
    case "json":
      return { kind: "JSON" };
    case "uuid":
      return { kind: "UUID" };
    case "interval":
      return { kind: "INTERVAL" };
    case "date":
      return { kind: "DATE" };
    case "time":
      return { kind: "TIME", unit: timeUnit(type.precision), utc: type.zoned };
    case "timestamp":
      return { kind: "TIMESTAMP", unit: timeUnit(type.precision), utc: type.zoned };
  }
}

function timeUnit(precision: number): TimeUnit {
  return precision > MICROSECOND_DIGITS ? "NANOS" : "MICROS";
}
