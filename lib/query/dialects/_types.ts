import { type Code, code, trimmed } from "./code.ts";
import type { ForeignDialect } from "./dialect_rules.ts";
import type { Expression, Holds } from "./expression.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { isText, spanning } from "./values.ts";

/** A type of the dialect, as the engine has it. */
export interface CastType {
  /** The engine's type. */
  readonly sql: string;
  readonly holds?: Holds;
  /** How the dialect makes such a value, where a plain CAST would not do. `$1` is the value. */
  readonly template?: string;
  readonly to: number;
  /** The type's word, for the title of a column. */
  readonly word: string;
}

type TypeWriter = (numbers: readonly number[]) => Omit<CastType, "to" | "word">;

const plain = (sql: string, holds?: Holds, template?: string): TypeWriter => () => ({
  sql,
  ...(holds ? { holds } : {}),
  ...(template ? { template } : {}),
});

/** Texts are cut to the length of their type, as all three vendors do in a cast. */
const text: TypeWriter = ([length]) => ({
  sql: "VARCHAR",
  holds: "text",
  template: length === undefined ? "dw_text($1)" : `left(dw_text($1), ${length})`,
});

/** Blanks at the end of a CHAR mean nothing: it is kept without them. */
const padded: TypeWriter = ([length = 1]) => ({
  sql: "VARCHAR",
  holds: "text",
  template: `rtrim(left(dw_text($1), ${length}))`,
});

const decimal = (precision: number, scale: number): TypeWriter => (numbers) => {
  const [p = precision, s = numbers.length > 0 ? 0 : scale] = numbers;
  return {
    sql: `DECIMAL(${p},${s})`,
    holds: "number",
    template: `CAST(dw_scalar($1) AS DECIMAL(${p},${s}))`,
  };
};

const scalar = (sql: string, holds: Holds): TypeWriter =>
  plain(sql, holds, `CAST(dw_scalar($1) AS ${sql})`);

const whole = (sql: string): TypeWriter => plain(sql, "number", `CAST(dw_whole($1) AS ${sql})`);

const DOCUMENT = plain("JSON", "variant", "dw_document($1)");

const COMMON: Readonly<Record<string, TypeWriter>> = {
  "BIGINT": whole("BIGINT"),
  "BOOLEAN": plain("BOOLEAN", "boolean", "dw_boolean($1)"),
  "BOOL": plain("BOOLEAN", "boolean", "dw_boolean($1)"),
  "CHAR": padded,
  "CHARACTER": padded,
  "CHARACTER VARYING": text,
  "CHAR VARYING": text,
  "DATE": plain("DATE", "date", "dw_date($1)"),
  "DEC": decimal(18, 0),
  "DECIMAL": decimal(18, 0),
  "DOUBLE PRECISION": scalar("DOUBLE", "number"),
  "FLOAT": scalar("DOUBLE", "number"),
  "FLOAT4": scalar("FLOAT", "number"),
  "FLOAT8": scalar("DOUBLE", "number"),
  "INT": whole("INTEGER"),
  "INTEGER": whole("INTEGER"),
  "NUMERIC": decimal(18, 0),
  "REAL": scalar("FLOAT", "number"),
  "SMALLINT": whole("SMALLINT"),
  "TEXT": text,
  "TIME": plain("TIME", "time", "CAST(dw_scalar($1) AS TIME)"),
  "TIME WITHOUT TIME ZONE": plain("TIME", "time", "CAST(dw_scalar($1) AS TIME)"),
  "TIMESTAMP": plain("TIMESTAMP", "timestamp", "CAST(dw_scalar($1) AS TIMESTAMP)"),
  "TIMESTAMP WITHOUT TIME ZONE": plain(
    "TIMESTAMP",
    "timestamp",
    "CAST(dw_scalar($1) AS TIMESTAMP)",
  ),
  "TIMESTAMP WITH TIME ZONE": plain(
    "TIMESTAMPTZ",
    "timestamptz",
    "CAST(dw_scalar($1) AS TIMESTAMPTZ)",
  ),
  "TIMESTAMPTZ": plain("TIMESTAMPTZ", "timestamptz", "CAST(dw_scalar($1) AS TIMESTAMPTZ)"),
  "VARCHAR": text,
};

const POSTGRES: Readonly<Record<string, TypeWriter>> = {
  ...COMMON,
  "BPCHAR": text,
  "DECIMAL": (numbers) =>
    numbers.length > 0
      ? decimal(18, 3)(numbers)
      : plain("DECIMAL(38,10)", "number", "dw_numeric($1)")([]),
  "NUMERIC": (numbers) =>
    numbers.length > 0
      ? decimal(18, 3)(numbers)
      : plain("DECIMAL(38,10)", "number", "dw_numeric($1)")([]),
  "INT2": whole("SMALLINT"),
  "INT4": whole("INTEGER"),
  "INT8": whole("BIGINT"),
  "INTERVAL": scalar("INTERVAL", "interval"),
  "JSON": DOCUMENT,
  "JSONB": DOCUMENT,
  "UUID": plain("UUID", undefined, "CAST(dw_scalar($1) AS UUID)"),
};

const REDSHIFT: Readonly<Record<string, TypeWriter>> = {
  ...COMMON,
  "BPCHAR": text,
  "INT2": whole("SMALLINT"),
  "INT4": whole("INTEGER"),
  "INT8": whole("BIGINT"),
  "INTERVAL": scalar("INTERVAL", "interval"),
  "NCHAR": ([length]) => text([length ?? 1]),
  "NVARCHAR": text,
  "SUPER": DOCUMENT,
};

const SNOWFLAKE: Readonly<Record<string, TypeWriter>> = {
  ...COMMON,
  "CHAR": ([length]) => text([length ?? 1]),
  "CHARACTER": ([length]) => text([length ?? 1]),
  "ARRAY": DOCUMENT,
  "BYTEINT": whole("BIGINT"),
  "DATETIME": COMMON["TIMESTAMP"]!,
  "DECIMAL": decimal(38, 0),
  "DOUBLE": scalar("DOUBLE", "number"),
  "INT": whole("BIGINT"),
  "INTEGER": whole("BIGINT"),
  "NCHAR": ([length]) => text([length ?? 1]),
  "NUMBER": decimal(38, 0),
  "NUMERIC": decimal(38, 0),
  "NVARCHAR": text,
  "NVARCHAR2": text,
  "OBJECT": DOCUMENT,
  "REAL": scalar("DOUBLE", "number"),
  "FLOAT4": scalar("DOUBLE", "number"),
  "SMALLINT": whole("BIGINT"),
  "STRING": text,
  "TIMESTAMP_LTZ": COMMON["TIMESTAMPTZ"]!,
  "TIMESTAMP_NTZ": COMMON["TIMESTAMP"]!,
  "TIMESTAMP_TZ": COMMON["TIMESTAMPTZ"]!,
  "TIMESTAMPLTZ": COMMON["TIMESTAMPTZ"]!,
  "TIMESTAMPNTZ": COMMON["TIMESTAMP"]!,
  "TINYINT": whole("BIGINT"),
  "VARIANT": DOCUMENT,
};

export const CAST_TYPES: Readonly<Record<ForeignDialect, Readonly<Record<string, TypeWriter>>>> = {
  postgres: POSTGRES,
  redshift: REDSHIFT,
  snowflake: SNOWFLAKE,
};

/** Types of several words, longest first. */
const PHRASES = [
  ...["TIMESTAMP WITHOUT TIME ZONE", "TIMESTAMP WITH TIME ZONE", "TIME WITHOUT TIME ZONE"],
  ...["TIME WITH TIME ZONE", "DOUBLE PRECISION", "CHARACTER VARYING", "CHAR VARYING"],
].map((phrase) => phrase.split(" "));

/** Reads the name of a type. */
export function readType(reader: Reader): CastType {
  const first = reader.peek();
  const types = CAST_TYPES[reader.rules.dialect];
  const phrase = PHRASES.find((words) => reader.isWord(...words)) ?? [first.value];
  const word = phrase.join(" ");
  const write = first.kind === "word" && Object.hasOwn(types, word) ? types[word]! : null;
  if (write === null) {
    if (first.kind !== "word") return reader.syntax("expected a type");
    return reader.unsupported(`The type '${word}'`, instead(word), first);
  }
  phrase.forEach(() => reader.take());
  const numbers = readNumbers(reader);
  // `TIMESTAMP(3) WITHOUT TIME ZONE` has its number inside.
  const zoned = reader.accept("WITH", "TIME", "ZONE") !== null;
  if (!zoned) reader.accept("WITHOUT", "TIME", "ZONE");
  const made = (zoned ? types["TIMESTAMPTZ"]! : write)(numbers);
  return arrayOf(reader, { ...made, to: reader.previous.to, word: first.value });
}

function instead(word: string): string {
  return ["TIMETZ", "TIME WITH TIME ZONE"].includes(word)
    ? "Use TIME, or TIMESTAMPTZ"
    : "Use a type that the page of dialects lists";
}

function readNumbers(reader: Reader): readonly number[] {
  if (!reader.isOperator("(")) return [];
  reader.take();
  const numbers: number[] = [];
  while (!reader.isOperator(")")) {
    const token = reader.take();
    if (token.kind === "end") reader.syntax("expected ')'");
    if (token.kind === "number") numbers.push(Number(token.value));
    // VARCHAR(MAX) holds as much as there is.
    else if (token.text !== "," && token.value !== "MAX") reader.syntax("expected a length", token);
  }
  reader.expectOperator(")");
  return numbers;
}

function arrayOf(reader: Reader, element: CastType): CastType {
  if (reader.rules.dialect !== "postgres" || !reader.isOperator("[")) return element;
  reader.take();
  const { to } = reader.expectOperator("]");
  return { sql: `${element.sql}[]`, to, word: element.word };
}

/** `value::type`. */
export function readCast(reader: Reader, left: Expression): Expression {
  reader.expectOperator("::");
  return checkedCast(reader, left, readType(reader));
}

/** A cast of a text that stands in the query, which the dialects read more or less strictly. */
export function checkedCast(reader: Reader, value: Expression, type: CastType): Expression {
  const text = value.literal?.kind === "text" ? value.literal.value : null;
  if (text === null || reader.rules.dialect === "snowflake") return cast(value, type);
  if (/^(?:BIGINT|INTEGER|SMALLINT)$/.test(type.sql) && /^\s*[+-]?\d*\.\d*\s*$/.test(text)) {
    reader.unsupported(`'${text}' as a whole number`, "Cast it to a decimal first", value);
  }
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  const isDate = year !== undefined && (type.holds === "date" || type.holds === "timestamp");
  return isDate ? cast({ ...value, code: `'${year}-${month}-${day}'` }, type) : cast(value, type);
}

/** The value as a value of the type, made as the dialect makes it. */
export function cast(value: Expression, type: CastType): Expression {
  return spanning(value, type, {
    code: type.holds === "text" && isText(value)
      ? castCode(value.code, { ...type, template: type.template?.replace("dw_text($1)", "$1") })
      : castCode(value.code, type),
    atomic: true,
    ...(type.holds ? { holds: type.holds } : {}),
    title: value.column ?? value.title ?? TITLES[type.word] ?? type.word.toLowerCase(),
    ...(value.literal?.kind === "null" ? { literal: value.literal } : {}),
  });
}

/** What PostgreSQL calls a column that is a constant of a type. */
const TITLES: Readonly<Record<string, string>> = {
  BIGINT: "int8",
  CHAR: "bpchar",
  DECIMAL: "numeric",
  INT: "int4",
  INTEGER: "int4",
  SMALLINT: "int2",
};

export function castCode(value: Code, { sql, template }: CastType): Code {
  const inner = trimmed(value);
  if (template === undefined) return code` CAST(${inner} AS ${sql})`;
  const [before = "", after = ""] = template.split("$1");
  return code` ${before}${inner}${after}`;
}

/** Whether a type's word stands before a text, as in `DATE '2020-01-01'`. */
export function isTypedText(reader: Reader): boolean {
  const token: Token = reader.peek();
  return token.kind === "word" && reader.peek(1).kind === "string" &&
    token.value !== "INTERVAL" && Object.hasOwn(CAST_TYPES[reader.rules.dialect], token.value);
}
