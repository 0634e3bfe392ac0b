import type { Code } from "./code.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";

/** Words that the engine never takes as a name, though a dialect may. */
const RESERVED: ReadonlySet<string> = new Set(
  ("ALL ANALYSE ANALYZE AND ANY ARRAY AS ASC ASYMMETRIC BOTH CASE CAST CHECK COLLATE COLUMN " +
    "CONSTRAINT CREATE DEFAULT DEFERRABLE DESC DESCRIBE DISTINCT DO ELSE END EXCEPT FALSE FETCH " +
    "FOR FOREIGN FROM GROUP HAVING IN INITIALLY INTERSECT INTO LAMBDA LATERAL LEADING LIMIT NOT " +
    "NULL OFFSET ON ONLY OR ORDER PIVOT PIVOT_LONGER PIVOT_WIDER PLACING PRIMARY QUALIFY " +
    "REFERENCES RETURNING SELECT SHOW SOME SUMMARIZE SYMMETRIC TABLE THEN TO TRAILING TRUE UNION " +
    "UNIQUE UNPIVOT USING VARIADIC WHEN WHERE WINDOW WITH " +
    "ANTI ASOF AT AUTHORIZATION BINARY BY COLLATION COLUMNS CONCURRENTLY CROSS FREEZE FULL " +
    "GENERATED GLOB ILIKE INNER IS ISNULL JOIN LEFT LIKE MAP NATURAL NOTNULL OUTER OVERLAPS " +
    "POSITIONAL RIGHT SEMI SIMILAR STRUCT TABLESAMPLE TRY_CAST UNPACK VERBOSE BETWEEN EXISTS " +
    "GROUPING GROUPING_ID INTERVAL NULLIF OVERLAY POSITION ROW SUBSTRING TRIM VALUES COALESCE " +
    "EXTRACT").split(" "),
);

/** Words that end an expression or a table, and so never name one without AS. */
const CLAUSES: ReadonlySet<string> = new Set(
  ("FROM WHERE GROUP HAVING QUALIFY WINDOW ORDER LIMIT OFFSET FETCH UNION INTERSECT EXCEPT MINUS " +
    "ON USING JOIN INNER LEFT RIGHT FULL CROSS NATURAL AS WHEN THEN ELSE END AND OR NOT IS IN " +
    "BETWEEN LIKE ILIKE RLIKE REGEXP SIMILAR PIVOT UNPIVOT SAMPLE TABLESAMPLE LATERAL ASOF " +
    "MATCH_RECOGNIZE MATCH_CONDITION CONNECT START FOR WITH INTO SELECT CASE SET COLLATE ESCAPE " +
    "ASC DESC NULLS IGNORE RESPECT OVER FILTER WITHIN EXCLUDE REPLACE RENAME CHANGES").split(" "),
);

/** Words that cannot be a column in any of the dialects. */
const NEVER_COLUMNS: ReadonlySet<string> = new Set(
  ("SELECT FROM WHERE GROUP HAVING ORDER UNION INTERSECT EXCEPT MINUS ON USING JOIN INNER CROSS " +
    "NATURAL AS WHEN THEN ELSE END AND OR NOT IS IN BETWEEN LIKE ILIKE RLIKE WITH INTO CASE " +
    "QUALIFY LIMIT DISTINCT").split(" "),
);

export function isName(token: Token): boolean {
  return token.kind === "quoted" || token.kind === "word";
}

/** Whether the token can name what stands before it, without an AS between them. */
export function isAlias(token: Token): boolean {
  return token.kind === "quoted" || token.kind === "word" && !CLAUSES.has(token.value);
}

export function isColumnName(token: Token): boolean {
  return token.kind === "quoted" || token.kind === "word" && !NEVER_COLUMNS.has(token.value);
}

/** A name as the engine takes it: quoted where only the dialect takes it bare. */
export function writeName(token: Token): Code {
  if (token.kind === "word" && RESERVED.has(token.value)) {
    return [token.lead, { text: `"${token.text}"`, at: token.from }];
  }
  return token;
}

/** A name for a column of the answer, in the letters that the dialect gives it. */
export function writeTitle(token: Token, reader: Reader): Code {
  const name = titleOf(token, reader);
  if (token.kind === "quoted") return token;
  const bare = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name.toUpperCase());
  return [token.lead, { text: bare ? name : quoted(name), at: token.from }];
}

/** A name as the dialect keeps it. */
export function titleOf(token: Token, { rules }: Reader): string {
  return token.kind === "quoted" ? token.value : rules.fold(token.text);
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as the engine writes it. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
