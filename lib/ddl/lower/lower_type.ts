import { diagnostic, nearestNames, type Place } from "../../errors/mod.ts";
import type { Distribution, LogicalType } from "../../schema/mod.ts";
import type { TypeReading, TypeRule } from "../dialect_rules.ts";
import { DIALECTS } from "../dialects/mod.ts";
import { OTHER_TYPES, type OtherType } from "../dialects/other_types.ts";
import type { ParsedColumn, ParsedTable, ParsedType } from "../reader/parsed.ts";
import type { Lowering } from "./lowering.ts";

/** A type, and the values an enum allows. */
export interface LoweredType {
  readonly type: LogicalType;
  /** A domain can forbid NULL. */
  readonly notNull?: boolean;
  readonly distribution?: Distribution;
}

/** The column whose type it is, for messages. */
export interface TypeOwner {
  readonly table: ParsedTable;
  readonly column: ParsedColumn;
}

/**
 * Understands a declared type. Nothing is narrowed or guessed without a finding.
 *
 * @param type The type as declared.
 * @param owner Its column.
 * @param lowering Knows the dialect and the types of the file.
 * @returns The logical type; text for a type that nobody knows.
 */
export function lowerType(type: ParsedType, owner: TypeOwner, lowering: Lowering): LoweredType {
  if (type.isArray) return { type: { kind: "json" } };
  const rule = lowering.rules.types.get(type.name);
  if (rule !== undefined) return { type: applyRule(rule, { type, owner }, lowering) };
  return lowerUserType(type, owner, lowering) ?? lowerForeignType(type, owner, lowering);
}

function applyRule(
  rule: TypeRule,
  { type, owner }: { readonly type: ParsedType; readonly owner: TypeOwner },
  lowering: Lowering,
): LogicalType {
  const reading = lowering.readingOf(type, rule);
  reportReading(reading, { type, owner }, lowering);
  return reading.kind === "invalid" ? TEXT : reading.type;
}

function reportReading(
  reading: TypeReading,
  { type, owner }: { readonly type: ParsedType; readonly owner: TypeOwner },
  lowering: Lowering,
): void {
  if (reading.kind === "exact") return;
  const place = placeOf(owner, lowering);
  const column = owner.column.name.name;
  const declared = type.declared;
  switch (reading.kind) {
    case "adjusted": {
      const detail = { column, type: declared, reason: reading.reason };
      return lowering.report(diagnostic("DDL_TYPE_ADJUSTED", detail, place), owner.table);
    }
    case "invalid": {
      const detail = { column, type: declared, reason: reading.reason };
      return lowering.refuse(diagnostic("DDL_TYPE_ARGUMENT", detail, place), owner.table);
    }
    case "unbounded": {
      if (reading.type.kind !== "decimal") return;
      const { precision, scale } = reading.type;
      lowering.report(diagnostic("DDL_UNBOUNDED_NUMERIC", { column, precision, scale }, place));
    }
  }
}

function lowerUserType(
  type: ParsedType,
  owner: TypeOwner,
  lowering: Lowering,
): LoweredType | null {
  const userType = lowering.catalog.typeOf(type.name);
  if (userType === undefined) return null;
  if (userType.kind === "domain") {
    // A domain over itself cannot be created; over an unknown type it is text.
    if (userType.type.name === type.name) return null;
    const over = userType.type;
    const lowered = lowering.rules.types.has(over.name) || over.isArray
      ? lowerType(over, owner, lowering)
      : lowerForeignType(over, owner, lowering);
    return { ...lowered, notNull: userType.notNull };
  }
  return lowerEnum(userType.labels, { type, owner }, lowering);
}

function lowerEnum(
  labels: readonly string[],
  { type, owner }: { readonly type: ParsedType; readonly owner: TypeOwner },
  lowering: Lowering,
): LoweredType {
  const detail = { column: owner.column.name.name, type: type.declared, count: labels.length };
  lowering.report(diagnostic("DDL_ENUM_READ", detail, placeOf(owner, lowering)));
  const maxLength = labels.reduce((length, label) => Math.max(length, label.length), 1);
  const lowered: LogicalType = { kind: "string", maxLength, fixed: false };
  if (labels.length === 0) return { type: lowered };
  const values = labels.map((value) => ({ value, weight: 1 }));
  return { type: lowered, distribution: { kind: "values", values } };
}

/** A type of another warehouse, or of nobody. */
function lowerForeignType(type: ParsedType, owner: TypeOwner, lowering: Lowering): LoweredType {
  const place = placeOf(owner, lowering);
  const column = owner.column.name.name;
  const other = findOther(type.name);
  if (other !== null) {
    const dialect = lowering.rules.name;
    const detail = { column, type: type.declared, dialect, other: other.owner };
    lowering.report(diagnostic("DDL_OTHER_DIALECT_TYPE", detail, place), owner.table);
    return { type: applyRule(other.rule, { type, owner }, lowering) };
  }
  // MySQL lists the labels where the type is used.
  if (type.name === "ENUM" && type.typeArguments.length > 0) {
    return lowerEnum(type.typeArguments.map(String), { type, owner }, lowering);
  }
  // Template text was told where it stands.
  if (/^[{$%@&:<]/.test(type.name)) return { type: TEXT };
  // Short words are near to everything.
  const near = type.name.length < 5 ? [] : nearestNames(type.name, lowering.rules.types.keys(), 1);
  const detail = { column, type: type.declared, near };
  lowering.report(diagnostic("DDL_UNKNOWN_TYPE", detail, place), owner.table);
  return { type: TEXT };
}

function findOther(name: string): OtherType | null {
  for (const { name: owner, types } of Object.values(DIALECTS)) {
    const rule = types.get(name);
    if (rule !== undefined) return { owner, rule };
  }
  return OTHER_TYPES.get(name) ?? null;
}

function placeOf({ column }: TypeOwner, lowering: Lowering): Place {
  return lowering.place(column.typeRegion);
}

const TEXT: LogicalType = Object.freeze({ kind: "string", maxLength: null, fixed: false });
