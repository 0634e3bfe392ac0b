import type { Extension } from "@codemirror/state";
import { askApi } from "./_api.ts";
import type { JsonSchema } from "./_json_schema.ts";

/** SQL as a warehouse speaks it. */
export async function loadSql(dialect: string): Promise<readonly Extension[]> {
  const { PostgreSQL, sql, StandardSQL } = await import("@codemirror/lang-sql");
  const spoken = dialect === "snowflake" ? StandardSQL : PostgreSQL;
  return [sql({ dialect: spoken, upperCaseKeywords: true })];
}

/** JSON with what the schema of experiments knows. */
export async function loadJson(): Promise<readonly Extension[]> {
  const [{ jsonWithSchema }, schema] = await Promise.all([
    import("./_json_language.ts"),
    askApi<JsonSchema>("/api/schema.json"),
  ]);
  return [jsonWithSchema(schema)];
}
