import type { Paint } from "./_colours.ts";

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

const PIECE =
  /(?<comment>--.*)|(?<block>\/\*)|(?<dollars>\$\w*\$)|(?<string>'(?:[^']|'')*'?)|"(?:[^"]|"")*"?|(?<number>\d+(?:\.\d+)?)|(?<parameter>(?<![:\w\])"]):[A-Za-z_]\w*)|(?<word>[A-Za-z_]\w*)/g;

/**
 * DDL, as far as its colours go. The parser of `@codemirror/lang-sql` would bring completion with it,
 * which nobody needs for a text that is pasted, and a fifth more script.
 */
export function readDdlLine(line: string, begun: string, paint: Paint): string {
  let inside = begun;
  let at = 0;
  while (true) {
    if (inside !== "") {
      const end = line.indexOf(inside, at);
      const to = end < 0 ? line.length : end + inside.length;
      if (to > at) paint(at, to, inside === "*/" ? "comment" : "string");
      if (end < 0) return inside;
      at = to;
    }
    const open = paintPieces(line, at, paint);
    if (open === null) return "";
    ({ at, inside } = open);
  }
}

/** Up to what may end on a later line. */
function paintPieces(line: string, from: number, paint: Paint) {
  PIECE.lastIndex = from;
  for (let piece = PIECE.exec(line); piece !== null; piece = PIECE.exec(line)) {
    const { comment, block, dollars, string, number, parameter, word = "" } = piece.groups!;
    const [at, to] = [piece.index, PIECE.lastIndex];
    if (block !== undefined || dollars !== undefined) {
      paint(at, to, block === undefined ? "string" : "comment");
      return { at: to, inside: dollars ?? "*/" };
    }
    if (comment !== undefined) paint(at, to, "comment");
    else if (string !== undefined) paint(at, to, "string");
    else if (number !== undefined) paint(at, to, "number");
    else if (parameter !== undefined) paint(at, to, "property");
    else if (KEYWORDS.has(word.toLowerCase())) paint(at, to, "keyword");
    else if (TYPES.has(word.toLowerCase())) paint(at, to, "type");
  }
  return null;
}
