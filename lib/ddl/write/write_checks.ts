import { type Check, renderExpression } from "../../schema/mod.ts";
import type { DdlWriting } from "./ddl_writing.ts";
import type { OriginalTable } from "./original_table.ts";
import { isCheck } from "./read_back.ts";

/**
 * Writes the conditions of a table where the database knows CHECK: Redshift refuses the word, and
 * Snowflake's tables have none.
 *
 * @returns One table constraint each.
 */
export function writeChecks(table: OriginalTable, writing: DdlWriting): readonly string[] {
  const { name } = writing.rules;
  if (writing.purpose !== "definition" || (name !== "postgres" && name !== "duckdb")) return [];
  return (table.checks ?? []).flatMap((check) => {
    const body = conditionText(check, { writing, engine: name });
    if (body === null) return [];
    const called = check.name === undefined ? "" : `CONSTRAINT ${writing.names.sql(check.name)} `;
    return [`${called}CHECK (${body})`];
  });
}

/** The text itself where it is believed in the same dialect, else what is understood of it. */
function conditionText(
  { text, rule }: Check,
  { writing, engine }: { readonly writing: DdlWriting; readonly engine: "postgres" | "duckdb" },
): string | null {
  if (writing.own === "postgres" && isCheck({ text, dialect: writing.own })) return text;
  if (rule === undefined) return null;
  return renderExpression(rule, { engine, column: (column) => writing.names.sql(column.name) });
}
