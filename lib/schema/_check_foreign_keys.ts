import { type Diagnostic, diagnostic, nearestNames } from "../errors/mod.ts";
import type { BrokenParts } from "./_salvage.ts";
import type { Column, ExperimentSchema, ForeignKey, Table } from "./experiment_schema.ts";
import { keyIdentity, keysOf } from "./keys_of.ts";
import type { LogicalType } from "./logical_type.ts";
import { renderType } from "./render_type.ts";

export interface ForeignKeyContext {
  readonly schema: ExperimentSchema;
  readonly broken: BrokenParts;
  /** Where a foreign key stands in its JSON; without one, where it would stand. */
  readonly foreignKeyPaths: ReadonlyMap<ForeignKey, string>;
}

/**
 * Checks every foreign key: both sides exist, match, and the parent's side is a key.
 *
 * @param context The schema, and what of it cannot be relied on.
 * @returns Every problem with a reference, in the order of the tables.
 */
export function checkForeignKeys(context: ForeignKeyContext): Diagnostic[] {
  const sides = new Map<string, Side>();
  context.schema.tables.forEach((table, place) => {
    const key = table.name.toLowerCase();
    if (!sides.has(key)) sides.set(key, makeSide(table, { place, broken: context.broken }));
  });
  return context.schema.tables.flatMap((table, place) => {
    if (context.broken.tables.has(place)) return [];
    const named = sides.get(table.name.toLowerCase())!;
    const child = named.table === table ? named : makeSide(table, { ...context, place });
    return checkTable(child, { context, place, sides });
  });
}

/** A table as one side of a reference, with what is asked of it made ready. */
interface Side {
  readonly table: Table;
  readonly columns: ReadonlyMap<string, Column>;
  readonly unreliable: ReadonlySet<Column>;
  readonly keys: ReadonlySet<string>;
  /** False when some of the table cannot be read, so that what is missing may be there. */
  readonly whole: boolean;
}

function makeSide(
  table: Table,
  { place, broken }: { readonly place: number; readonly broken: BrokenParts },
): Side {
  const columns = new Map<string, Column>();
  const unreliable = new Set<Column>();
  table.columns.forEach((column, index) => {
    columns.set(column.name.toLowerCase(), column);
    if (broken.columns.size === 0 || !broken.columns.has(`${place},${index}`)) return;
    unreliable.add(column);
  });
  const whole = !broken.tables.has(place) && unreliable.size === 0;
  return { table, columns, unreliable, keys: new Set(keysOf(table).map(keyIdentity)), whole };
}

interface TableOptions {
  readonly context: ForeignKeyContext;
  readonly place: number;
  readonly sides: ReadonlyMap<string, Side>;
}

function checkTable(child: Side, { context, place, sides }: TableOptions): Diagnostic[] {
  const first = new Map<string, string>();
  return child.table.foreignKeys.flatMap((foreignKey, index): Diagnostic[] => {
    const path = context.foreignKeyPaths.get(foreignKey) ??
      `$.tables[${place}].foreign_keys[${index}]`;
    const identity = JSON.stringify([
      foreignKey.referencesTable,
      foreignKey.columns,
      foreignKey.referencesColumns,
    ]).toLowerCase();
    const earlier = first.get(identity);
    if (earlier !== undefined) {
      const detail = { table: child.table.name, columns: foreignKey.columns, first: earlier };
      return [diagnostic("FOREIGN_KEY_TWICE", detail, { path })];
    }
    first.set(identity, path);
    const parent = sides.get(foreignKey.referencesTable.toLowerCase());
    if (parent === undefined) return [unknownParent(child.table, { foreignKey, context, path })];
    return checkReference(foreignKey, { child, parent, path });
  });
}

interface ReferenceOptions {
  readonly child: Side;
  readonly parent: Side;
  readonly path: string;
}

function checkReference(foreignKey: ForeignKey, options: ReferenceOptions): Diagnostic[] {
  const { child, parent, path } = options;
  const { columns, referencesColumns } = foreignKey;
  const table = child.table.name;
  const missing = [
    ...(child.whole ? missingColumns(columns, child) : []).map((column) => {
      const known = child.table.columns.map(({ name }) => name);
      const near = nearestNames(column, known);
      const detail = { table, column, key: "foreign key", near, known };
      return diagnostic("KEY_COLUMN_UNKNOWN", detail, { path });
    }),
    ...(parent.whole ? missingColumns(referencesColumns, parent) : []).map((column) => {
      const known = parent.table.columns.map(({ name }) => name);
      const near = nearestNames(column, known);
      const detail = { table, parent: parent.table.name, column, near, known };
      return diagnostic("FOREIGN_KEY_COLUMN_UNKNOWN", detail, { path });
    }),
  ];
  if (missing.length > 0) return missing;
  if (columns.length !== referencesColumns.length || columns.length === 0) {
    const detail = { table, count: columns.length, parentCount: referencesColumns.length };
    return [diagnostic("FOREIGN_KEY_COUNT", detail, { path })];
  }
  return [
    ...checkTypes(foreignKey, options),
    ...checkIsKey(foreignKey, options),
    ...checkPerParent(foreignKey, options),
  ];
}

function missingColumns(names: readonly string[], side: Side): readonly string[] {
  return names.filter((name) => !side.columns.has(name.toLowerCase()));
}

function checkTypes(
  { columns, referencesColumns }: ForeignKey,
  { child, parent, path }: ReferenceOptions,
): Diagnostic[] {
  return columns.flatMap((name, index): Diagnostic[] => {
    const here = child.columns.get(name.toLowerCase());
    const there = parent.columns.get(referencesColumns[index]!.toLowerCase());
    if (here === undefined || there === undefined) return [];
    if (child.unreliable.has(here) || parent.unreliable.has(there)) return [];
    if (typeFamily(here.type) === typeFamily(there.type)) return [];
    return [
      diagnostic("FOREIGN_KEY_TYPE", {
        column: `${child.table.name}.${here.name}`,
        type: renderType(here.type),
        parentColumn: `${parent.table.name}.${there.name}`,
        parentType: renderType(there.type),
      }, { path }),
    ];
  });
}

/** Types whose values can be equal. NUMBER(38,0) is how Snowflake writes every integer. */
function typeFamily(type: LogicalType): string {
  return type.kind === "decimal" && type.scale === 0 ? "integer" : type.kind;
}

function checkIsKey(
  { referencesColumns }: ForeignKey,
  { child, parent, path }: ReferenceOptions,
): Diagnostic[] {
  if (!parent.whole || parent.keys.has(keyIdentity(referencesColumns))) return [];
  return [
    diagnostic("FOREIGN_KEY_NOT_A_KEY", {
      table: child.table.name,
      parent: parent.table.name,
      columns: referencesColumns,
      keys: keysOf(parent.table).map((key) => `(${key.join(", ")})`),
    }, { path }),
  ];
}

function checkPerParent(
  { perParent }: ForeignKey,
  { child, parent, path }: ReferenceOptions,
): Diagnostic[] {
  if (perParent === undefined) return [];
  const wrong = (reason: string, advice: string) =>
    diagnostic("FOREIGN_KEY_PER_PARENT", { table: child.table.name, reason, advice }, {
      path: `${path}.per_parent`,
    });
  if (child.table.name.toLowerCase() === parent.table.name.toLowerCase()) {
    const reason = "a table that references itself makes a tree, whose rows follow their parents";
    return [wrong(reason, "Drop per_parent")];
  }
  if (perParent.kind === "range" && perParent.min > perParent.max) {
    return [wrong(`its min ${perParent.min} is above its max ${perParent.max}`, "Swap the two")];
  }
  return [];
}

interface UnknownParentOptions {
  readonly foreignKey: ForeignKey;
  readonly context: ForeignKeyContext;
  readonly path: string;
}

function unknownParent(
  { name: table }: Table,
  { foreignKey, context, path }: UnknownParentOptions,
): Diagnostic {
  const { referencesTable: parent } = foreignKey;
  const near = nearestNames(parent, context.schema.tables.map(({ name }) => name));
  return diagnostic("FOREIGN_KEY_TABLE_UNKNOWN", { table, parent, near }, { path });
}
