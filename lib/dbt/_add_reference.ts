import { diagnostic, nearestNames } from "../errors/mod.ts";
import { type Column, keyIdentity, keysOf, renderType } from "../schema/mod.ts";
import { makeUnique } from "./_keep_promise.ts";
import type { Merging } from "./_merging.ts";
import type { PromiseAt } from "./promise.ts";

export interface ReferenceOfTable {
  readonly promise: Extract<PromiseAt, { kind: "relationship" }>;
  readonly name: string;
}

/** Makes a relationship a foreign key, and what it leads to a key if it is none. */
export function addReference(merging: Merging, { promise, name }: ReferenceOfTable): void {
  const { to, place } = promise;
  const child = merging.table(name)!;
  const columns = merging.columns(child, promise.columns, place);
  const parent = merging.relation(to);
  if (parent === undefined) {
    const near = nearestNames(to.name, merging.schema.tables.map((table) => table.name));
    const kind = to.sourceName === undefined ? "model" : "source";
    merging.report(diagnostic("DBT_TABLE_UNKNOWN", { kind, name: to.name, near }, place));
    return;
  }
  const targets = promise.toColumns.length > 0
    ? promise.toColumns
    : parent.compositeKeys[0] ?? parent.primaryKey;
  const parentColumns = merging.columns(parent, targets, place);
  if (columns === null || parentColumns === null || columns.length !== parentColumns.length) return;
  const own = columns.map((column) => column.name);
  const referencesColumns = parentColumns.map((column) => column.name);
  const isKnown = child.foreignKeys.some((key) =>
    key.referencesTable === parent.name && `${key.columns}` === `${own}` &&
    `${key.referencesColumns}` === `${referencesColumns}`
  );
  const isItself = child === parent && `${own}` === `${referencesColumns}`;
  if (isKnown || isItself) return;
  const odd = columns.findIndex((column, i) => familyOf(column) !== familyOf(parentColumns[i]!));
  if (odd >= 0) {
    merging.report(diagnostic("DBT_RELATIONSHIP_TYPE", {
      ...{ column: `${child.name}.${own[odd]}`, type: renderType(columns[odd]!.type) },
      parentColumn: `${parent.name}.${referencesColumns[odd]}`,
      parentType: renderType(parentColumns[odd]!.type),
    }, place));
    return;
  }
  const isKey = keysOf(parent).some((key) => keyIdentity(key) === keyIdentity(referencesColumns));
  if (!isKey) {
    const detail = { table: parent.name, columns: referencesColumns };
    merging.report(diagnostic("DBT_PARENT_MADE_UNIQUE", detail, place));
    makeUnique(merging, parent, parentColumns);
  }
  // The parent may be the child itself, and has changed.
  const current = merging.table(name)!;
  const foreignKey = { columns: own, referencesTable: parent.name, referencesColumns };
  merging.change({ ...current, foreignKeys: [...current.foreignKeys, foreignKey] });
  merging.count("relationships");
}

/** Kinds whose values can be equal, as the schema room sees it. */
function familyOf({ type }: Column): string {
  return type.kind === "decimal" && type.scale === 0 ? "integer" : type.kind;
}
