import type { Diagnostic } from "../errors/mod.ts";
import { type QueryDialect, translateSql } from "./dialects/mod.ts";
import { isListType } from "./is_list_type.ts";
import type { AskedText } from "./_statement.ts";
import type { DescribedColumn, QueryTable } from "./wire/engine_messages.ts";

/** A question in the engine's words, and the way back to the user's text. */
export interface TranslatedQuestion {
  readonly sql: string;
  /** From a UTF-16 offset in `sql` to the one in the user's text that it came from. */
  readonly toText: (offset: number) => number;
  /** What the user should know of the answer. */
  readonly notes: readonly Diagnostic[];
}

/**
 * Says the statement of a text in the engine's words.
 *
 * @throws QUERY_REFUSED, QUERY_UNSUPPORTED, with the place in the user's text.
 */
export async function translateQuestion(
  text: string,
  { sql, offset, isOurs }: AskedText,
  { dialect, tables }: { readonly dialect: QueryDialect; readonly tables: readonly QueryTable[] },
): Promise<TranslatedQuestion> {
  if (isOurs) return { sql, toText: () => offset, notes: [] };
  // What stands before the statement becomes blank, so that places in both texts are the same.
  const blank = text.slice(0, offset).replace(/[^\n]/g, " ");
  const { toSource, ...translated } = await translateSql(blank + sql, {
    dialect,
    documentColumns: columnsThat(tables, ({ isDocument }) => isDocument),
    listColumns: columnsThat(tables, ({ type }) => isListType(type)),
    smallColumns: dialect === "snowflake"
      ? []
      : columnsThat(tables, ({ type }) => SMALL.test(type)),
  });
  return { ...translated, toText: toSource };
}

/** Whole numbers of two bytes, as Redshift and PostgreSQL call them. */
const SMALL = /^(?:small(?:int|serial)|int2|serial2)$/i;

/**
 * A translation knows columns by their names alone: of one that is only sometimes so, it is told
 * nothing.
 */
function columnsThat(
  tables: readonly QueryTable[],
  are: (column: DescribedColumn) => boolean,
): readonly string[] {
  const columns = tables.flatMap((table) => table.columns ?? []);
  const others = new Set(
    columns.filter((each) => !are(each)).map(({ name }) => name.toUpperCase()),
  );
  const names = new Set(columns.filter(are).map(({ name }) => name.toUpperCase()));
  return [...names].filter((name) => !others.has(name));
}
