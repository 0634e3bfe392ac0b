import { diagnostic } from "../../errors/mod.ts";
import type { ParsedTable } from "../reader/parsed.ts";
import type { Lowering } from "./lowering.ts";

/**
 * Gives every table a name of its own. Of two tables in different schemas the later becomes
 * `schema_table`; names that differ only in case count as equal, as they do to engines and disks.
 *
 * @param lowering Holds the tables.
 * @returns The name of each.
 */
export function nameTables(lowering: Lowering): ReadonlyMap<ParsedTable, string> {
  const names = new Map<ParsedTable, string>();
  const taken = new Set<string>();
  for (const table of lowering.catalog.tables) {
    const name = freeName(table, taken);
    names.set(table, name);
    taken.add(name.toLowerCase());
    if (name === table.name.name) continue;
    const detail = { table: table.name.name, renamed: name };
    const place = lowering.place(table.name.region);
    lowering.report(diagnostic("DDL_TABLE_RENAMED", detail, place), table);
  }
  return names;
}

function freeName(table: ParsedTable, taken: ReadonlySet<string>): string {
  const { parts } = table.name;
  for (let count = 1; count <= parts.length; count++) {
    const name = parts.slice(-count).join("_");
    if (!taken.has(name.toLowerCase())) return name;
  }
  const { name } = table.name;
  let free = 2;
  while (taken.has(`${name}_${free}`.toLowerCase())) free++;
  return `${name}_${free}`;
}
