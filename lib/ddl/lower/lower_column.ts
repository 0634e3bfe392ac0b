import { invariant } from "../../errors/mod.ts";
import type { Column } from "../../schema/mod.ts";
import type { ParsedColumn, ParsedTable } from "../reader/parsed.ts";
import type { Lowering } from "./lowering.ts";
import { lowerType } from "./lower_type.ts";

/** What the keys of the table say about a column. */
export interface ColumnRole {
  readonly isInPrimaryKey: boolean;
  readonly isUnique: boolean;
}

/**
 * Makes a column of the schema.
 *
 * @param owner The column as read, and its table.
 * @param role What the keys say about it.
 * @param lowering Knows the types.
 * @returns The frozen column.
 */
export function lowerColumn(
  owner: { readonly table: ParsedTable; readonly column: ParsedColumn },
  role: ColumnRole,
  lowering: Lowering,
): Column {
  const { column } = owner;
  invariant(column.type !== null, "a column of an imported table has a type");
  const { type, distribution } = lowerType(column.type, owner, lowering);
  const isSerial = lowering.rules.serialTypes.has(column.type.name);
  const identity = column.identity ?? (isSerial ? { start: 1, step: 1 } : undefined);
  return Object.freeze({
    name: column.name.name,
    type: Object.freeze(type),
    declaredType: column.type.declared,
    nullable: !(column.notNull || role.isInPrimaryKey || identity !== undefined),
    unique: role.isUnique,
    ...(distribution && { distribution: Object.freeze(distribution) }),
    ...(identity && { identity: Object.freeze(identity) }),
    ...(column.defaultExpression !== undefined && { defaultExpression: column.defaultExpression }),
    ...(column.comment !== undefined && { comment: column.comment }),
    ...(hasEntries(column.properties) && { properties: Object.freeze(column.properties) }),
  });
}

export function hasEntries(properties: Readonly<Record<string, string>>): boolean {
  return Object.keys(properties).length > 0;
}
