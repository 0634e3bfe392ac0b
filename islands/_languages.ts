import type { Extension } from "@codemirror/state";
import { askApi } from "./_api.ts";
import type { JsonSchema } from "./_json_schema.ts";
import type { QueryLanguageOptions } from "./_query_language.ts";

/** The DDL of warehouses, to be read. */
export async function loadSql(): Promise<readonly Extension[]> {
  const [{ colours }, { readDdlLine }] = await Promise.all([
    import("./_colours.ts"),
    import("./_ddl_language.ts"),
  ]);
  return [colours(readDdlLine)];
}

/** JSON with what the schema of experiments knows. */
export async function loadJson(): Promise<readonly Extension[]> {
  const [{ jsonWithSchema }, schema] = await Promise.all([
    import("./_json_language.ts"),
    askApi<JsonSchema>("/api/schema.json"),
  ]);
  return [jsonWithSchema(schema)];
}

/** SQL that asks, with what the schema knows. */
export async function loadQueries(options: QueryLanguageOptions): Promise<readonly Extension[]> {
  const { queryLanguage } = await import("./_query_language.ts");
  return [queryLanguage(options)];
}
