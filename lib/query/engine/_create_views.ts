import type { DuckDBConnection } from "@duckdb/node-api";
import { invariant } from "../../errors/mod.ts";
import { quoteText } from "../quote_text.ts";
import { quoteName } from "../quote_name.ts";
import type { QueryTable } from "../wire/engine_messages.ts";
import { Refused } from "./_refused.ts";

/** Schemas of the engine itself, where no view of ours can stand. */
const ENGINE_SCHEMAS: ReadonlySet<string> = new Set(["information_schema", "pg_catalog", "main"]);

/**
 * Makes one view a table, and a second one under its schema's name where the DDL gave one.
 *
 * @throws Refused
 */
export async function createViews(
  connection: DuckDBConnection,
  tables: readonly QueryTable[],
): Promise<void> {
  for (const { name, schemaName, nameInSchema = name, files } of tables) {
    invariant(files.length > 0, `table '${name}' of a run has at least one file`);
    const source = `SELECT * FROM read_parquet([${files.map(quoteText).join(", ")}])`;
    await connection.run(`CREATE OR REPLACE VIEW main.${quoteName(name)} AS ${source}`)
      .catch((error) => Promise.reject(unreadable(name, error)));
    if (schemaName === undefined || ENGINE_SCHEMAS.has(schemaName.toLowerCase())) continue;
    const schema = quoteName(schemaName);
    await connection.run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    for (const each of new Set([name, nameInSchema])) {
      await connection.run(`CREATE OR REPLACE VIEW ${schema}.${quoteName(each)} AS ${source}`);
    }
  }
}

/** The names are ours: what can fail is reading the files. */
function unreadable(table: string, error: unknown): unknown {
  return error instanceof Error
    ? new Refused({ kind: "files", table, message: error.message })
    : error;
}
