import { DwSimError, nearestNames } from "../errors/mod.ts";
import type { ExperimentSchema, Table } from "./experiment_schema.ts";

/**
 * Finds a table by its name, or by that of its namespace and what it is called there; upper and
 * lower case alike.
 *
 * @param schema The schema.
 * @param name The name as a user wrote it.
 * @returns The table.
 * @throws {DwSimError} TABLE_NOT_FOUND, with the nearest names.
 */
export function findTable(schema: ExperimentSchema, name: string): Table {
  const table = tablesByName(schema).get(name.toLowerCase());
  if (table !== undefined) return table;
  const [last, schemaName] = name.split(".").reverse();
  const qualified = schema.tables.find((each) => isCalled(each, last!, schemaName));
  if (qualified !== undefined) return qualified;
  const near = nearestNames(name, schema.tables.map((each) => each.name));
  throw new DwSimError("TABLE_NOT_FOUND", { experiment: schema.name, table: name, near });
}

/** As in `sales.orders`, the name by which listings and SQL call a table of a namespace. */
function isCalled(table: Table, name: string, schemaName: string | undefined): boolean {
  return schemaName !== undefined &&
    table.schemaName?.toLowerCase() === schemaName.toLowerCase() &&
    (table.nameInSchema ?? table.name).toLowerCase() === name.toLowerCase();
}

/** Schemas are frozen, so an index made once stays right. */
const INDEXES = new WeakMap<ExperimentSchema, ReadonlyMap<string, Table>>();

/**
 * The tables of a schema by their names in lower case; of two tables with one name, the first.
 *
 * @param schema The schema.
 * @returns The index, made once per schema.
 */
export function tablesByName(schema: ExperimentSchema): ReadonlyMap<string, Table> {
  const known = INDEXES.get(schema);
  if (known !== undefined) return known;
  const index = new Map<string, Table>();
  for (const table of schema.tables) {
    const key = table.name.toLowerCase();
    if (!index.has(key)) index.set(key, table);
  }
  INDEXES.set(schema, index);
  return index;
}
