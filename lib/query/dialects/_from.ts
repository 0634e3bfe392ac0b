import { type Code, code, joined, trimmed } from "./code.ts";
import { isAlias, isColumnName, isName, writeName, writeTitle } from "./names.ts";
import { readPivots } from "./_pivot.ts";
import { readNameList } from "./_name_list.ts";
import type { Reader } from "./reader.ts";
import { readTableFunction } from "./_table_functions.ts";
import type { Token } from "./tokens.ts";
import { countValues, readValues } from "./_values_clause.ts";

/** Reads what stands after FROM: tables, joined or separated by commas. */
export function readFrom(reader: Reader): Code {
  const known = new Set<string>();
  const tables = reader.list(() => readJoined(reader, known));
  return tables.map(({ item, comma }) => [comma, item]);
}

const JOIN_WORDS = new Set(["INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "JOIN", "ASOF"]);

function readJoined(reader: Reader, known: Set<string>): Code {
  const pieces: Code[] = [readTable(reader, known)];
  while (reader.isOneOf(JOIN_WORDS)) {
    if (reader.isWord("ASOF")) pieces.push(readAsOf(reader, known));
    else {
      pieces.push(readJoinWords(reader), readTable(reader, known));
      if (reader.isWord("ON")) pieces.push(reader.take(), reader.expression().code);
      else if (reader.isWord("USING")) pieces.push(reader.take(), readNameList(reader));
      else if (reader.rules.dialect === "snowflake") pieces.push(impliedCondition(pieces));
    }
  }
  return pieces;
}

/** Snowflake joins without a condition, too: every row with every row. */
function impliedCondition(pieces: readonly Code[]): Code {
  const words = pieces.at(-2);
  if (!Array.isArray(words)) return "";
  const values = words.map((word) => typeof word === "object" && "value" in word ? word.value : "");
  return values.includes("CROSS") || values.includes("NATURAL") ? "" : " ON TRUE";
}

function readJoinWords(reader: Reader): readonly Code[] {
  const words: Code[] = [];
  while (!reader.isWord("JOIN")) {
    const word = reader.peek();
    if (!JOIN_WORDS.has(word.value) && word.value !== "OUTER") reader.syntax("expected JOIN");
    words.push(reader.take());
  }
  words.push(reader.take());
  return words;
}

/** ASOF JOIN … MATCH_CONDITION (…) keeps every row of the left side. */
function readAsOf(reader: Reader, known: Set<string>): Code {
  const asOf = reader.take();
  reader.expectWord("JOIN");
  const table = readTable(reader, known);
  reader.expectWord("MATCH_CONDITION");
  reader.expectOperator("(");
  const match = reader.expression();
  reader.expectOperator(")");
  const on = reader.accept("ON") === null ? "" : code`${reader.expression().code} AND `;
  return code`${asOf} LEFT JOIN${table} ON ${trimmed(on)}${trimmed(match.code)}`;
}

function readTable(reader: Reader, known: Set<string>): Code {
  const source = readSource(reader, known);
  refuseHistory(reader);
  const pivots = readPivots(reader);
  const alias = readAlias(reader, source, known);
  return [source.code, pivots, alias, readSample(reader)];
}

interface Source {
  readonly code: Code;
  /** The alias it has if the query gives it none. */
  readonly alias?: Code;
  /** Columns it has if the query gives them no names. */
  readonly columns?: readonly string[];
  /** The name by which other tables of the clause may refer to it. */
  readonly name?: string;
  /** A set-returning function whose only column is called as its alias. */
  readonly single?: boolean;
  /** Columns behind that one. */
  readonly rest?: readonly string[];
  /** Whether a row is one value, so that the alias alone is its name. */
  readonly isValue?: boolean;
}

function readSource(reader: Reader, known: ReadonlySet<string>): Source {
  if (reader.isOperator("(")) return readBracketed(reader);
  if (reader.isWord("VALUES")) return readValuesSource(reader);
  const lateral = reader.accept("LATERAL");
  if (lateral !== null && reader.isOperator("(")) {
    return { code: [lateral, readBracketed(reader).code] };
  }
  const called = readTableFunction(reader);
  if (called !== null) return called;
  if (reader.rules.dialect === "redshift" && reader.isWord("UNPIVOT")) return readMembers(reader);
  return readTableName(reader, known);
}

function readBracketed(reader: Reader): Source {
  if (isQueryAhead(reader)) {
    const open = reader.take();
    if (reader.isWord("VALUES")) {
      const columns = valuesColumns(reader);
      const query = reader.query();
      return { code: [open, query, reader.expectOperator(")")], columns };
    }
    const query = reader.query();
    return { code: [open, query, reader.expectOperator(")")] };
  }
  const open = reader.expectOperator("(");
  const tables = reader.nested(() => readFrom(reader));
  return { code: [open, tables, reader.expectOperator(")")] };
}

/** Whether the brackets hold a query, however many there are around it. */
function isQueryAhead(reader: Reader): boolean {
  let ahead = 0;
  while (reader.isOperator("(", ahead)) ahead++;
  const token = reader.peek(ahead);
  return token.kind === "word" && ["SELECT", "WITH", "VALUES"].includes(token.value);
}

function readValuesSource(reader: Reader): Source {
  const columns = valuesColumns(reader);
  return { code: code` (${trimmed(readValues(reader))})`, columns };
}

function valuesColumns(reader: Reader): readonly string[] {
  const { valuesColumn } = reader.rules;
  return Array.from({ length: countValues(reader) }, (_, i) => `${valuesColumn}${i + 1}`);
}

function readTableName(reader: Reader, known: ReadonlySet<string>): Source {
  const names: Token[] = [];
  do {
    if (!isColumnName(reader.peek())) return reader.syntax("expected a table");
    names.push(reader.take());
  } while (reader.acceptOperator("."));
  if (reader.isOperator("(")) {
    return reader.unsupported(
      `The table function '${names[0]!.value}'`,
      "Select from tables",
      names[0]!,
    );
  }
  const first = names[0]!.value.toUpperCase();
  // An alias of elements before it may hold arrays, too: `f.rows r, r cell`.
  const isElement = names.length === 1 && reader.rules.dialect === "redshift" &&
    known.has(first) && reader.documents.has(first);
  if (isElement || (names.length > 1 && known.has(first))) return elements(reader, names);
  // A database is not part of an experiment, and every table stands in the public schema.
  const near = names.slice(-2);
  const isPublic = near.length === 2 && near[0]!.value.toUpperCase() === "PUBLIC";
  const written = isPublic ? near.slice(1) : near;
  const path = joined(
    written.map((name, i) => i === 0 ? writeName(name) : trimmed(writeName(name))),
    ".",
  );
  return {
    code: [names[0]!.lead === "" ? "" : " ", trimmed(path)],
    name: names.at(-1)!.value.toUpperCase(),
  };
}

/** Redshift's `FROM orders o, o.lines l`: one row an element of a document. */
function elements(reader: Reader, names: readonly Token[]): Source {
  const path = joined(names.slice(0, 2).map((name) => trimmed(writeName(name))), ".");
  const steps = names.slice(2).map((name) => `."${reader.rules.fold(name.text)}"`).join("");
  const value = steps === "" ? path : code`json_extract(dw_document(${path}), '$${steps}')`;
  reader.accept("AS");
  const alias = reader.take();
  if (!isName(alias)) return reader.syntax("expected an alias", alias);
  reader.documents.add(alias.value.toUpperCase());
  reader.tables.add(alias.value.toUpperCase());
  const at = reader.accept("AT") === null ? null : reader.take();
  const index: Code = at === null
    ? ""
    : code`, unnest(range(len(dw_elements(${value})))) AS ${trimmed(writeName(at))}`;
  const name = trimmed(writeName(alias));
  return {
    code: code` LATERAL (SELECT unnest(dw_elements(${value})) AS ${name}${index}) AS ${name}`,
    name: alias.value.toUpperCase(),
  };
}

/** Redshift's `FROM t, UNPIVOT t.object AS value AT name`: one row a member ("Object unpivoting"). */
function readMembers(reader: Reader): Source {
  reader.expectWord("UNPIVOT");
  const value = trimmed(reader.expression(130).code);
  reader.expectWord("AS");
  const alias = reader.take();
  if (!isName(alias)) return reader.syntax("expected an alias", alias);
  const at = reader.accept("AT") === null ? null : reader.take();
  reader.documents.add(alias.value.toUpperCase());
  reader.tables.add(alias.value.toUpperCase());
  const name = trimmed(writeName(alias));
  const key: Code = at === null
    ? ""
    : code`, unnest(map_keys(dw_members(${value}))) AS ${trimmed(writeName(at))}`;
  return {
    code:
      code` LATERAL (SELECT unnest(map_values(dw_members(${value}))) AS ${name}${key}) AS ${name}`,
    name: alias.value.toUpperCase(),
  };
}

function readAlias(reader: Reader, source: Source, known: Set<string>): Code {
  const as = reader.accept("AS");
  if (as === null && !isAlias(reader.peek())) {
    if (source.name !== undefined) {
      known.add(source.name);
      reader.tables.add(source.name);
    }
    if (source.alias !== undefined) return code` AS ${source.alias}`;
    return source.columns === undefined ? "" : ` AS _values(${source.columns.join(", ")})`;
  }
  const name = reader.take();
  if (!isName(name)) return reader.syntax("expected an alias", name);
  known.add(name.value.toUpperCase());
  reader.tables.add(name.value.toUpperCase());
  const alias = [as ?? " AS", writeName(name)];
  if (reader.isOperator("(")) return [alias, readNameList(reader)];
  if (source.columns !== undefined) {
    if (source.isValue) reader.valueRows.set(name.value.toUpperCase(), source.columns[0]!);
    return [alias, `(${source.columns.join(", ")})`];
  }
  if (!source.single) return alias;
  const columns: Code[] = [trimmed(writeTitle(name, reader)), ...source.rest ?? []];
  return code`${alias}(${joined(columns, ", ")})`;
}

function refuseHistory(reader: Reader): void {
  const token = reader.peek();
  const history = ["AT", "BEFORE", "CHANGES"].includes(token.value) && reader.isOperator("(", 1);
  if (token.kind !== "word" || reader.rules.dialect !== "snowflake") return;
  if (history) reader.unsupported("Time travel", "A run never changes; leave it out", token);
  if (token.value === "MATCH_RECOGNIZE") {
    reader.unsupported("MATCH_RECOGNIZE", "Use window functions with QUALIFY", token);
  }
}

/** A share of the rows, at random. */
function readSample(reader: Reader): Code {
  const word = reader.peek();
  if (!reader.isWord("SAMPLE") && !reader.isWord("TABLESAMPLE")) return "";
  if (reader.rules.dialect === "redshift") {
    reader.unsupported("TABLESAMPLE", "Use ORDER BY RANDOM() LIMIT n", word);
  }
  reader.take();
  void (reader.accept("BERNOULLI") ?? reader.accept("ROW"));
  if (reader.isOneOf(new Set(["SYSTEM", "BLOCK"]))) reader.take();
  reader.expectOperator("(");
  const size = reader.take();
  if (size.kind !== "number") reader.syntax("expected a number", size);
  const rows = reader.accept("ROWS") ?? reader.accept("ROW");
  reader.expectOperator(")");
  if (reader.isWord("SEED") || reader.isWord("REPEATABLE")) {
    reader.unsupported("SEED", "Leave it out: the rows drawn are others than the vendor's", word);
  }
  const sample = rows === null ? `bernoulli(${size.text}%)` : `reservoir(${size.text} ROWS)`;
  return [" ", { text: `TABLESAMPLE ${sample}`, at: word.from }];
}
