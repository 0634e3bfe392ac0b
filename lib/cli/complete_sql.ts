/** What a session knows the names of. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly string[];
}

const KEYWORDS =
  ("SELECT FROM WHERE GROUP BY ORDER HAVING LIMIT OFFSET JOIN LEFT RIGHT FULL INNER OUTER CROSS ON " +
    "USING UNION ALL EXCEPT INTERSECT WITH AS DISTINCT CASE WHEN THEN ELSE END AND OR NOT IN EXISTS " +
    "BETWEEN LIKE ILIKE IS NULL ASC DESC NULLS FIRST LAST COUNT SUM AVG MIN MAX COALESCE CAST OVER " +
    "PARTITION ROWS QUALIFY VALUES EXPLAIN SHOW TABLES DESCRIBE DATE TIMESTAMP INTERVAL TRUE FALSE")
    .split(" ");

export const COMMANDS: readonly string[] = ["\\d", "\\dt", "\\x", "\\timing", "\\q", "\\?"];

const LAST_WORD = /(?:([\p{L}_][\p{L}\p{N}_$]*)\.)?([\p{L}_][\p{L}\p{N}_$]*)?$/u;
const LAST_COMMAND = /^\\[a-z?]*$/;

/**
 * What the word at the end of a text may become: a column of the table or alias before its dot, and
 * else a column, a table or a keyword, each in the case in which it is typed.
 *
 * @param text All that is typed so far.
 * @param tables The tables there are.
 * @returns The words, and what they would take the place of.
 */
export function completeSql(
  text: string,
  tables: readonly KnownTable[],
): readonly [words: string[], typed: string] {
  const command = LAST_COMMAND.exec(text)?.[0];
  if (command !== undefined) return [COMMANDS.filter((each) => each.startsWith(command)), command];
  const [, owner, typed = ""] = LAST_WORD.exec(text)!;
  if (owner !== undefined) return [matching(columnsOf(owner, { text, tables }), typed), typed];
  if (typed === "") return [[], ""];
  const named = tablesIn(text, tables);
  const columns = (named.length > 0 ? named : tables).flatMap((table) => table.columns);
  const names = [...columns, ...tables.map(({ name }) => name)];
  const isUpper = typed === typed.toUpperCase();
  const keywords = KEYWORDS.map((word) => isUpper ? word : word.toLowerCase());
  return [matching([...names, ...keywords], typed), typed];
}

/** Each once; what is typed in small letters stays so, since names without quotes mean the same. */
function matching(words: readonly string[], typed: string): string[] {
  const start = typed.toLowerCase();
  const found = words.filter((word) => word.toLowerCase().startsWith(start));
  const isLower = typed === typed.toLowerCase();
  return [...new Set(found.map((word) => isLower ? word.toLowerCase() : word))].sort();
}

interface Typed {
  readonly text: string;
  readonly tables: readonly KnownTable[];
}

function columnsOf(owner: string, { text, tables }: Typed): readonly string[] {
  const find = (name: string) =>
    tables.find((table) => table.name.toLowerCase() === name.toLowerCase())?.columns;
  const alias = new RegExp(
    `([\\p{L}_][\\p{L}\\p{N}_$]*)\\s+(?:AS\\s+)?${
      owner.replaceAll("$", "\\$")
    }(?![\\p{L}\\p{N}_$])`,
    "giu",
  );
  const aliased = [...text.matchAll(alias)].flatMap(([, name]) => find(name!) ?? []);
  return find(owner) ?? aliased;
}

/** The tables that a text names already. */
function tablesIn(text: string, tables: readonly KnownTable[]): readonly KnownTable[] {
  const words = new Set(text.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_$]*/gu) ?? []);
  return tables.filter(({ name }) => words.has(name.toLowerCase()));
}
