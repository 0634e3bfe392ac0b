import type { DuckDBConnection } from "@duckdb/node-api";
import { diagnostic, DwSimError, invariant } from "../errors/mod.ts";
import { allRows } from "./_all_rows.ts";
import { syntaxError } from "./_query_error.ts";
import { offsetOfByte, refusal, spanOfWord } from "./_refusal.ts";

/** A text that proved to be one statement that only reads. */
export interface CheckedSelect {
  /** The statement as the engine's own tree, for running it without its text. */
  readonly serialized: string;
  /** DESCRIBE, SHOW, SUMMARIZE: questions about tables, which no view can hold. */
  readonly aboutTables: boolean;
}

/** Table functions that make rows of their arguments alone. Others may read what they should not. */
const PURE_TABLE_FUNCTIONS: ReadonlySet<string> = new Set([
  "generate_series",
  "json_each",
  "json_tree",
  "range",
  "repeat",
  "repeat_row",
  "unnest",
]);

/**
 * The gate: lets one SELECT through, and nothing else. The engine's parser decides what the text
 * is, so that the gate and the engine cannot disagree.
 */
export async function checkSelect(
  connection: DuckDBConnection,
  sql: string,
): Promise<CheckedSelect> {
  const serialized = await serialize(connection, sql);
  const tree: SerializedSql = JSON.parse(serialized);
  if (tree.error) throw unreadable(tree, sql);
  const [statement, ...others] = tree.statements;
  if (statement === undefined) throw refusal(diagnostic("QUERY_EMPTY", {}));
  if (others.length > 0) {
    throw refusal(diagnostic("QUERY_SEVERAL_STATEMENTS", { count: others.length + 1 }));
  }
  refuseOutsideFunctions(statement, sql);
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

function unreadable(tree: SerializedSql & { error: true }, sql: string): DwSimError {
  if (tree.error_type !== "not implemented") {
    return syntaxError({ ...tree, exception_message: tree.error_message }, sql);
  }
  const lead = /^(?:\s|;|--.*|\/\*[^]*?\*\/)*/.exec(sql)?.[0].length ?? 0;
  const span = spanOfWord(sql, lead);
  const statement = sql.slice(lead, lead + span.length).toUpperCase();
  return refusal(diagnostic("QUERY_NOT_SELECT", { statement }, { span }));
}

/** Walks the tree with a list of its own: a deep query must not overflow our stack. */
function refuseOutsideFunctions(root: unknown, sql: string): void {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== "object" || node === null) continue;
    const call = tableFunction(node);
    if (call !== null && !PURE_TABLE_FUNCTIONS.has(call.name.toLowerCase())) {
      const span = spanOfWord(sql, offsetOfByte(sql, call.position));
      throw refusal(diagnostic("QUERY_FUNCTION_REFUSED", { name: call.name }, { span }));
    }
    pending.push(...Object.values(node));
  }
}

function tableFunction(node: object): { name: string; position: number } | null {
  if (!("type" in node && node.type === "TABLE_FUNCTION" && "function" in node)) return null;
  const call = node.function;
  const named = typeof call === "object" && call !== null && "function_name" in call;
  const position = "query_location" in node ? Number(node.query_location) : 0;
  return { name: named ? String(call.function_name) : "", position };
}
