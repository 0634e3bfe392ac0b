import type { LogicalAnnotation, TimeUnit } from "../parquet_column.ts";
import type { ThriftWriter } from "./thrift_writer.ts";

// Spec: parquet.thrift, `union LogicalType` and `enum ConvertedType`; LogicalTypes.md says which of
// the old converted types must still be written beside a logical type.

const TIME_UNIT_FIELD = { MILLIS: 1, MICROS: 2, NANOS: 3 } as const satisfies Record<
  TimeUnit,
  number
>;

const INTEGER_CONVERTED = {
  signed: { 8: 15, 16: 16, 32: 17, 64: 18 },
  unsigned: { 8: 11, 16: 12, 32: 13, 64: 14 },
} as const;

/**
 * Finds the old annotation that readers without logical types understand.
 *
 * @param annotation The logical type.
 * @returns Its code, or null where the format has none (UUID, nanoseconds).
 */
export function convertedTypeCode(annotation: LogicalAnnotation): number | null {
  switch (annotation.kind) {
    case "STRING":
      return 0;
    case "JSON":
      return 19;
    case "UUID":
      return null;
    case "DATE":
      return 6;
    case "INTERVAL":
      return 21;
    case "INTEGER":
      return INTEGER_CONVERTED[annotation.signed ? "signed" : "unsigned"][annotation.bits];
    case "DECIMAL":
      return 5;
    case "TIME":
      return { MILLIS: 7, MICROS: 8, NANOS: null }[annotation.unit];
    case "TIMESTAMP":
      return { MILLIS: 9, MICROS: 10, NANOS: null }[annotation.unit];
  }
}

/**
 * Writes the `LogicalType` union as a field. INTERVAL has no member in it and writes nothing.
 *
 * @param thrift Where to.
 * @param field The field's number in the struct being written.
 * @param annotation The logical type.
 */
export function writeLogicalType(
  thrift: ThriftWriter,
  field: number,
  annotation: LogicalAnnotation,
): void {
  if (annotation.kind === "INTERVAL") return;
  thrift.struct(field, () => writeMember(thrift, annotation));
}

function writeMember(
  thrift: ThriftWriter,
  annotation: Exclude<LogicalAnnotation, { kind: "INTERVAL" }>,
): void {
  switch (annotation.kind) {
    case "STRING":
      return thrift.struct(1, noFields);
    case "DECIMAL":
      return thrift.struct(5, () => {
        thrift.int32(1, annotation.scale);
        thrift.int32(2, annotation.precision);
      });
    case "DATE":
      return thrift.struct(6, noFields);
    case "TIME":
      return writeTime(thrift, 7, annotation);
    case "TIMESTAMP":
      return writeTime(thrift, 8, annotation);
    case "INTEGER":
      return thrift.struct(10, () => {
        thrift.byte(1, annotation.bits);
        thrift.bool(2, annotation.signed);
      });
    case "JSON":
      return thrift.struct(12, noFields);
    case "UUID":
      return thrift.struct(14, noFields);
  }
}

function writeTime(
  thrift: ThriftWriter,
  field: number,
  { unit, utc }: { unit: TimeUnit; utc: boolean },
): void {
  thrift.struct(field, () => {
    thrift.bool(1, utc);
    thrift.struct(2, () => thrift.struct(TIME_UNIT_FIELD[unit], noFields));
  });
}

function noFields(): void {}
