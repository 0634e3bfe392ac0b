import type { ExperimentSchema } from "../../schema/mod.ts";
import { type DdlOptions, ddlStatements } from "./ddl_statements.ts";

/**
 * Writes a schema as one file of DDL that a warehouse, or our own import, reads back.
 *
 * @param schema A valid schema.
 * @param options The dialect, and what the tables are for.
 * @returns The text; it ends with a line break.
 *
 * @example
 * ```ts
 * import { importDdl, writeDdl } from "../mod.ts";
 *
 * const text = "create table users (id bigint primary key, email varchar(100))";
 * const { schema } = importDdl(text, { name: "shop", dialect: "redshift" });
 * console.log(writeDdl(schema!, { dialect: "snowflake" })); // CREATE TABLE USERS ( …
 * ```
 */
export function writeDdl(schema: ExperimentSchema, options: DdlOptions): string {
  let text = "";
  let before = "";
  for (const { kind, sql } of ddlStatements(schema, options)) {
    // Statements of one line stand together, tables apart.
    if (text !== "" && (kind === "table" || kind !== before)) text += "\n";
    text += `${sql};\n`;
    before = kind;
  }
  return text;
}
