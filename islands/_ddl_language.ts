import { LanguageSupport, StreamLanguage, type StringStream } from "@codemirror/language";

/** Inside of what a line may end: a comment, or a text between dollar signs. */
interface State {
  end: string | null;
}

const KEYWORDS = new Set(
  ("add all alter and as asc autoincrement by cascade check cluster clone column comment compound " +
    "constraint copy create default deferrable delete desc distkey diststyle drop encode even exists " +
    "external foreign from generated grant identity if inherits initially interleaved is key like not " +
    "null on only or order partition primary references replace schema sequence set sortkey start " +
    "table temp temporary then to transient unique update using values view with without " +
    "between case cross distinct else end except explain full group having in inner intersect join " +
    "left limit offset or outer over qualify right select union when where").split(" "),
);

const TYPES = new Set(
  ("array bigint bigserial binary bit blob bool boolean bpchar bytea char character date datetime " +
    "decimal double float float4 float8 geography geometry hllsketch int int2 int4 int8 integer " +
    "interval json jsonb money nchar ntext number numeric nvarchar object precision real serial " +
    "smallint smallserial string super text time timestamp timestamp_ltz timestamp_ntz timestamp_tz " +
    "timestamptz timetz tinyint uuid varbinary varbyte varchar variant varying vector zone").split(
      " ",
    ),
);

/**
 * DDL, as far as its colours go. The parser of `@codemirror/lang-sql` would bring completion with it,
 * which nobody needs for a text that is pasted, and a fifth more script.
 */
export const ddl = new LanguageSupport(StreamLanguage.define<State>({
  name: "ddl",
  startState: () => ({ end: null }),
  token: (stream, state) => state.end === null ? next(stream, state) : inside(stream, state),
  languageData: { commentTokens: { line: "--", block: { open: "/*", close: "*/" } } },
}));

function next(stream: StringStream, state: State): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match("--")) {
    stream.skipToEnd();
    return "comment";
  }
  if (stream.match("/*")) return open(stream, state, "*/");
  const [dollars] = stream.match(/^\$\w*\$/) as RegExpMatchArray | null ?? [];
  if (dollars !== undefined) return open(stream, state, dollars);
  if (stream.match(/^'(?:[^']|'')*'?/)) return "string";
  if (stream.match(/^"(?:[^"]|"")*"?/)) return "variableName";
  if (stream.match(/^\d+(\.\d+)?/)) return "number";
  const [word] = stream.match(/^[A-Za-z_]\w*/) as RegExpMatchArray | null ?? [];
  if (word === undefined) {
    stream.next();
    return null;
  }
  if (KEYWORDS.has(word.toLowerCase())) return "keyword";
  return TYPES.has(word.toLowerCase()) ? "typeName" : "variableName";
}

function open(stream: StringStream, state: State, end: string): string {
  state.end = end;
  return inside(stream, state);
}

function inside(stream: StringStream, state: State): string {
  const style = state.end === "*/" ? "comment" : "string";
  if (stream.skipTo(state.end!)) {
    stream.match(state.end!);
    state.end = null;
  } else stream.skipToEnd();
  return style;
}
