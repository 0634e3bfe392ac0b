import type { Column, LogicalType, Table } from "../../schema/mod.ts";
import type { DdlWriting } from "./ddl_writing.ts";
import { isSerial, readDeclaredType } from "./read_back.ts";

/** A chain of references that is longer than this is a circle. */
const HOP_COUNT_MAX = 20;

/**
 * Writes a column's type: as it was declared where the engine is the one it was declared for, and
 * else the engine's own type for what the column holds.
 *
 * @param column The column.
 * @param table Its table.
 * @param writing What is written.
 */
export function writeType(column: Column, table: Table, writing: DdlWriting): string {
  const { rules, own } = writing;
  const declared = column.declaredType;
  if (own !== null && declared !== undefined) {
    const read = readDeclaredType(declared, own);
    // A schema may hold any text: only what reads as the very type is believed.
    if (read !== null && sameType(read, column.type)) return declared;
  }
  const type = own === null ? comparedType(column, table, writing) : column.type;
  const counts = column.identity !== undefined && rules.identityType !== undefined;
  return rules.typeText(counts ? rules.identityType!(type) : type);
}

/** Whether the type alone says that a column counts up. */
export function typeCounts({ declaredType, identity }: Column, { own }: DdlWriting): boolean {
  if (own === null || declaredType === undefined || identity === undefined) return false;
  return identity.start === 1 && identity.step === 1 && isSerial(declaredType, own);
}

/**
 * The type of the column that is referenced in the end: PostgreSQL and DuckDB compare a foreign key
 * with its parent only when their types go together.
 */
function comparedType(column: Column, table: Table, { rules, tables }: DdlWriting): LogicalType {
  if (rules.name !== "postgres" && rules.name !== "duckdb") return column.type;
  let [at, atTable] = [column, table];
  for (let hop = 0; hop < HOP_COUNT_MAX; hop++) {
    const key = atTable.foreignKeys.find(({ columns }) => columns.includes(at.name));
    const parent = key === undefined ? undefined : tables.get(key.referencesTable.toLowerCase());
    const name = key?.referencesColumns[key.columns.indexOf(at.name)];
    const next = parent?.columns.find((each) => each.name === name);
    if (parent === undefined || next === undefined || next === at) break;
    [at, atTable] = [next, parent];
  }
  return at.type.kind === column.type.kind && rules.name === "postgres" ? column.type : at.type;
}

function sameType(a: LogicalType, b: LogicalType): boolean {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return left.length === right.length &&
    left.every(([key, value]) => (b as Readonly<Record<string, unknown>>)[key] === value);
}
