import type { DuckDBConnection } from "@duckdb/node-api";
import { invariant } from "../../errors/mod.ts";
import { allRows } from "../all_rows.ts";
import { Refused } from "./_refused.ts";

/** A text that proved to be one statement that only reads. */
export interface CheckedSelect {
  /** The statement as the engine's own tree, for running it without its text. */
  readonly serialized: string;
  /** DESCRIBE, SHOW, SUMMARIZE: questions about tables, which no view can hold. */
  readonly aboutTables: boolean;
}

/**
 * Table functions that make rows of their arguments alone, or tell what any engine of this version
 * tells. Others may read what they should not.
 */
const PURE_TABLE_FUNCTIONS: ReadonlySet<string> = new Set([
  "duckdb_keywords",
  "generate_series",
  "icu_calendar_names",
  "json_each",
  "json_tree",
  "pg_timezone_names",
  "range",
  "repeat",
  "repeat_row",
  "summary",
  "unnest",
]);

/** Functions that tell of the engine's settings, its catalog or its process, or write its log. */
const TELLTALE_FUNCTIONS: ReadonlySet<string> = new Set([
  "current_setting",
  "getenv",
  "getvariable",
  "pg_get_constraintdef",
  "pg_get_expr",
  "pg_get_viewdef",
  "which_secret",
  "write_log",
]);

/** What one may ask of the standard's catalog: other parts show where files lie. */
const OPEN_CATALOG: ReadonlySet<string> = new Set(["columns", "schemata", "tables"]);
/** Schemas, and catalogs called like them, where the engine's own views are to be found. */
const ENGINE_SCHEMAS: ReadonlySet<string> = new Set([
  ...["", "main", "memory", "pg_catalog", "system", "temp"],
]);
/** The engine's own views: in some of them stand the paths of files. */
const ENGINE_VIEWS: ReadonlySet<string> = new Set([
  ...["duckdb_columns", "duckdb_constraints", "duckdb_databases", "duckdb_indexes"],
  ...["duckdb_logs", "duckdb_schemas", "duckdb_tables", "duckdb_types", "duckdb_views"],
  ...["pragma_database_list", "sqlite_master", "sqlite_schema"],
  ...["sqlite_temp_master", "sqlite_temp_schema"],
  ...["pg_am", "pg_attrdef", "pg_attribute", "pg_class", "pg_collation", "pg_constraint"],
  ...["pg_database", "pg_depend", "pg_description", "pg_enum", "pg_index", "pg_indexes"],
  ...["pg_namespace", "pg_prepared_statements", "pg_proc", "pg_sequence", "pg_sequences"],
  ...["pg_settings", "pg_tables", "pg_tablespace", "pg_type", "pg_views"],
]);

/**
 * The gate: lets one SELECT through, and nothing else. The engine's parser decides what the text
 * is, so that the gate and the engine cannot disagree.
 *
 * @throws Refused
 */
export async function checkSelect(
  connection: DuckDBConnection,
  sql: string,
): Promise<CheckedSelect> {
  const serialized = await serialize(connection, sql);
  const tree: SerializedSql = JSON.parse(serialized);
  if (tree.error) throw unreadable(tree);
  const [statement, ...others] = tree.statements;
  if (statement === undefined) throw new Refused({ kind: "empty" });
  if (others.length > 0) throw new Refused({ kind: "several", count: others.length + 1 });
  refuseOutside(statement);
  return { serialized, aboutTables: statement.node.from_table?.type === "SHOW_REF" };
}

/** The fields we read of what json_serialize_sql gives. */
type SerializedSql =
  | {
    readonly error: true;
    readonly error_type: string;
    readonly error_message: string;
    readonly position?: string;
  }
  | {
    readonly error: false;
    readonly statements: readonly { readonly node: { readonly from_table?: { type: string } } }[];
  };

async function serialize(connection: DuckDBConnection, sql: string): Promise<string> {
  const result = await connection.run(
    "SELECT json_serialize_sql($1::VARCHAR)::VARCHAR",
    [sql],
  );
  const value = allRows(result)[0]?.[0];
  invariant(typeof value === "string", "json_serialize_sql gives a text");
  return value;
}

function unreadable(tree: SerializedSql & { error: true }): Refused {
  // What parses and is no SELECT cannot be serialized, and has no place to point at.
  if (tree.error_type !== "parser") return new Refused({ kind: "statement" });
  const { error_message: message, position = null } = tree;
  return new Refused({ kind: "syntax", message, position });
}

/** Walks the tree with a list of its own: a deep query must not overflow our stack. */
function refuseOutside(root: unknown): void {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== "object" || node === null) continue;
    const name = outsideName(node);
    if (name !== null) {
      const byteOffset = "query_location" in node ? Number(node.query_location) : 0;
      throw new Refused({ kind: "outside", name, byteOffset });
    }
    pending.push(...Object.values(node));
  }
}

/** The name by which a node of the tree reaches outside; null when it does not. */
function outsideName(node: object): string | null {
  const type = textOf(node, "type");
  if (type === "TABLE_FUNCTION" && "function" in node) {
    const name = textOf(Object(node.function), "function_name");
    return PURE_TABLE_FUNCTIONS.has(name.toLowerCase()) ? null : name;
  }
  if (type === "BASE_TABLE") return closedTable(node);
  if (textOf(node, "class") === "FUNCTION") {
    const name = textOf(node, "function_name");
    return TELLTALE_FUNCTIONS.has(name.toLowerCase()) ? name : null;
  }
  return null;
}

function closedTable(node: object): string | null {
  const name = textOf(node, "table_name");
  const schema = textOf(node, "schema_name").toLowerCase();
  const catalog = textOf(node, "catalog_name").toLowerCase();
  if (schema === "information_schema") {
    return OPEN_CATALOG.has(name.toLowerCase()) ? null : `${schema}.${name}`;
  }
  const isEngines = schema === "pg_catalog" || catalog === "system" ||
    (ENGINE_SCHEMAS.has(schema) && ENGINE_VIEWS.has(name.toLowerCase()));
  return isEngines ? name : null;
}

function textOf(node: object, key: string): string {
  const value: unknown = Reflect.get(node, key);
  return typeof value === "string" ? value : "";
}
