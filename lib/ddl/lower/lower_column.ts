import { invariant } from "../../errors/mod.ts";
import type { Column } from "../../schema/mod.ts";
import type { Lowering } from "./lowering.ts";
import type { TableDraft } from "./table_draft.ts";

/**
 * Makes a column of the schema.
 *
 * @param place Where the column stands in its table.
 * @param draft Knows its type and the keys it is part of.
 * @param lowering Knows the dialect.
 * @returns The frozen column.
 */
export function lowerColumn(place: number, draft: TableDraft, lowering: Lowering): Column {
  const column = draft.parsed.columns[place]!;
  const { type, distribution, notNull = false } = draft.types[place]!;
  invariant(column.type !== null, "every drafted column has a type");
  const { name } = column.name;
  const isSerial = lowering.rules.serialTypes.has(column.type.name);
  const identity = column.identity ?? (isSerial ? { start: 1, step: 1 } : undefined);
  const isInPrimaryKey = draft.primaryKey.includes(name);
  const made: Mutable<Column> = {
    name,
    type: Object.freeze(type),
    declaredType: column.type.declared,
    nullable: !(column.notNull || notNull || isInPrimaryKey || identity !== undefined),
    unique: draft.uniqueColumns.has(name),
  };
  // Set one by one: a file has 50 000 columns, and spreading makes an object for each of these.
  if (distribution !== undefined) made.distribution = Object.freeze(distribution);
  if (identity !== undefined) made.identity = Object.freeze(identity);
  if (column.defaultExpression !== undefined) made.defaultExpression = column.defaultExpression;
  if (column.comment !== undefined) made.comment = column.comment;
  if (hasEntries(column.properties)) made.properties = Object.freeze(column.properties);
  return Object.freeze(made);
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

export function hasEntries(properties: Readonly<Record<string, string>>): boolean {
  for (const _ in properties) return true;
  return false;
}
