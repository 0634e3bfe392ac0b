import { invariant } from "../../errors/mod.ts";
import type { Column } from "../../schema/mod.ts";
import type { ParsedColumn } from "../reader/parsed.ts";
import type { Lowering } from "./lowering.ts";
import type { TableDraft } from "./table_draft.ts";

/**
 * Makes a column of the schema.
 *
 * @param column The column as read.
 * @param draft Knows its type and the keys it is part of.
 * @param lowering Knows the dialect.
 * @returns The frozen column.
 */
export function lowerColumn(column: ParsedColumn, draft: TableDraft, lowering: Lowering): Column {
  const lowered = draft.types.get(column);
  invariant(lowered !== undefined && column.type !== null, "every drafted column has a type");
  const { type, distribution, notNull = false } = lowered;
  const { name } = column.name;
  const isSerial = lowering.rules.serialTypes.has(column.type.name);
  const identity = column.identity ?? (isSerial ? { start: 1, step: 1 } : undefined);
  const isInPrimaryKey = draft.primaryKey.includes(name);
  return Object.freeze({
    name,
    type: Object.freeze(type),
    declaredType: column.type.declared,
    nullable: !(column.notNull || notNull || isInPrimaryKey || identity !== undefined),
    unique: draft.uniqueColumns.has(name),
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
