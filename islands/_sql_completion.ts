/** A table as completion knows it. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly references: readonly {
    readonly columns: readonly string[];
    readonly table: string;
    readonly referencesColumns: readonly string[];
  }[];
}

/** What may stand at the cursor. */
export interface Suggestion {
  readonly label: string;
  readonly kind: "join" | "table" | "column" | "keyword" | "function";
  /** Its type, or how many columns it has. */
  readonly detail: string;
}

/** The word that is being written, and what may become of it. */
export interface Suggestions {
  /** Where the word begins in the text. */
  readonly from: number;
  readonly options: readonly Suggestion[];
}

const KEYWORDS =
  ("select from where group by order having limit offset join left right full inner cross on using " +
    "as and or not in exists between like ilike is null distinct case when then else end union all " +
    "intersect except with over partition rows preceding following asc desc nulls first last " +
    "qualify explain true false values cast interval").split(" ");

const WORD = String.raw`(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)`;
/** What a table is called from there on; the word that goes on with the statement is no alias. */
const ALIAS = String.raw`(?:\s+(?:as\s+)?(?!(?:${KEYWORDS.join("|")}|natural)\b)(${WORD}))?`;
const SOURCE = new RegExp(
  String.raw`\b(?:from|join)\s+(?:${WORD}\s*\.\s*)?(${WORD})${ALIAS}`,
  "giu",
);
const LIST_SOURCE = new RegExp(String.raw`,\s*(${WORD})${ALIAS}`, "giu");
const AT_CURSOR = new RegExp(
  String.raw`(?:(${WORD})\s*\.\s*)?((?:"[^"]*|[\p{L}_][\p{L}\p{N}_$]*)?)$`,
  "u",
);
const AFTER_ON = /\bon\s+["\p{L}\p{N}_$]*$/iu;
const AFTER_SOURCE = /\b(?:from|join)\s+(?:[^\s()]+\s*,\s*)*["\p{L}\p{N}_$]*$/iu;

/**
 * Suggests what may stand at a place of a statement: columns of what is asked first, tables where a
 * table has to be, foreign keys behind ON, then words of SQL.
 *
 * @param text The statement.
 * @param at Where the cursor is in it.
 * @param isWanted True where one asked for it; else nothing is suggested for no word at all.
 */
export function suggest(
  text: string,
  at: number,
  { tables, functions, isWanted }: {
    readonly tables: readonly KnownTable[];
    /** With blanks between them. */
    readonly functions: string;
    readonly isWanted: boolean;
  },
): Suggestions | null {
  const before = text.slice(0, at);
  const [, owner, word = ""] = AT_CURSOR.exec(before) ?? [];
  const from = at - word.length;
  if (owner !== undefined) {
    const table = sourcesOf(text, tables).get(plain(owner));
    return table === undefined ? null : { from, options: columnsOf([table]) };
  }
  if (word === "" && !isWanted) return null;
  if (AFTER_SOURCE.test(before)) return { from, options: tables.map(tableSuggestion) };
  const sources = sourcesOf(text, tables);
  const asked = [...new Set(sources.values())];
  const joins = AFTER_ON.test(before) ? joinsOf(sources) : [];
  const words = [
    ...KEYWORDS.map((
      label,
    ) => ({ label: label.toUpperCase(), kind: "keyword", detail: "" } as const)),
    ...functions.split(" ").map((label) => ({ label, kind: "function", detail: "" } as const)),
  ];
  return {
    from,
    options: [...joins, ...columnsOf(asked), ...tables.map(tableSuggestion), ...words],
  };
}

/** A name as SQL takes it: quoted where it has to be. */
export function writtenName(name: string): string {
  const isPlain = /^[\p{Ll}_][\p{Ll}\p{N}_]*$/u.test(name) && !KEYWORDS.includes(name);
  return isPlain || /^[\p{Lu}_][\p{Lu}\p{N}_]*$/u.test(name)
    ? name
    : `"${name.replaceAll('"', '""')}"`;
}

function tableSuggestion({ name, columns }: KnownTable): Suggestion {
  return { label: writtenName(name), kind: "table", detail: `${columns.length} columns` };
}

function columnsOf(tables: readonly KnownTable[]): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const { columns } of tables) {
    for (const { name, type } of columns) {
      found.set(name, { label: writtenName(name), kind: "column", detail: type });
    }
  }
  return [...found.values()];
}

/** Every foreign key between two of what is asked, by what they are called there. */
function joinsOf(sources: ReadonlyMap<string, KnownTable>): readonly Suggestion[] {
  const called = [...sources].filter(([name, table]) =>
    name !== table.name.toLowerCase() ||
    ![...sources].some(([other, each]) => each === table && other !== name)
  );
  return called.flatMap(([child, { references }]) =>
    references.flatMap(({ columns, table, referencesColumns }) =>
      called.filter(([parent, { name }]) => {
        const isReferred = name.toLowerCase() === table.toLowerCase();
        return isReferred && parent !== child && referencesColumns.length === columns.length;
      }).map(([parent]) => ({
        label: columns.map((column, i) =>
          `${child}.${writtenName(column)} = ${parent}.${writtenName(referencesColumns[i]!)}`
        ).join(" AND "),
        kind: "join" as const,
        detail: "foreign key",
      }))
    )
  );
}

/** What the statement asks, by name and by alias. */
function sourcesOf(text: string, tables: readonly KnownTable[]): ReadonlyMap<string, KnownTable> {
  const known = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
  const found = new Map<string, KnownTable>();
  for (const pattern of [SOURCE, LIST_SOURCE]) {
    for (const [, name, alias] of text.matchAll(pattern)) {
      const table = known.get(plain(name!));
      if (table === undefined) continue;
      found.set(table.name.toLowerCase(), table);
      if (alias !== undefined) found.set(plain(alias), table);
    }
  }
  return found;
}

function plain(name: string): string {
  const bare = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
  return bare.toLowerCase();
}
