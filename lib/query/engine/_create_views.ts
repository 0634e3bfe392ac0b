import type { DuckDBConnection } from "@duckdb/node-api";
import { invariant } from "../../errors/mod.ts";
import { quoteText } from "../quote_text.ts";
import { quoteName } from "../quote_name.ts";
import { isListType } from "../is_list_type.ts";
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
  for (const { name, schemaName, nameInSchema = name, files, columns } of tables) {
    invariant(files.length > 0, `table '${name}' of a run has at least one file`);
    const source = `SELECT *${listsOf(columns)} FROM read_parquet([${
      files.map(quoteText).join(", ")
    }])`;
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

/** PostgreSQL's arrays lie in files as documents; questions want lists of them. */
function listsOf(columns: QueryTable["columns"] = []): string {
  const lists = columns.filter(({ type }) => isListType(type)).map(({ name }) => quoteName(name));
  if (lists.length === 0) return "";
  const casts = lists.map((name) => `CAST(CAST(${name} AS JSON) AS VARCHAR[]) AS ${name}`);
  return ` REPLACE (${casts.join(", ")})`;
}

/** The names are ours: what can fail is reading the files. */
function unreadable(table: string, error: unknown): unknown {
  return error instanceof Error
    ? new Refused({ kind: "files", table, message: error.message })
    : error;
}
