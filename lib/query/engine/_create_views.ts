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
    const source = `SELECT *${replaced(columns)} FROM read_parquet([${
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

/** Columns that questions want otherwise than they lie in files. */
function replaced(columns: QueryTable["columns"] = []): string {
  const replacements = columns.flatMap((column) => {
    const name = quoteName(column.name);
    // PostgreSQL's arrays lie there as documents.
    if (isListType(column.type)) return [`CAST(CAST(${name} AS JSON) AS VARCHAR[]) AS ${name}`];
    // The engine compares no nanoseconds with moments of a zone, `CURRENT_TIMESTAMP` among them.
    return column.isShortened === true ? [`CAST(${name} AS TIMESTAMP) AS ${name}`] : [];
  });
  return replacements.length === 0 ? "" : ` REPLACE (${replacements.join(", ")})`;
}

/** The names are ours: what can fail is reading the files. */
function unreadable(table: string, error: unknown): unknown {
  return error instanceof Error
    ? new Refused({ kind: "files", table, message: error.message })
    : error;
}
