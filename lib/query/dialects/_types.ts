import { type Code, code, trimmed } from "./code.ts";
import type { ForeignDialect } from "./dialect_rules.ts";
import type { Expression, Holds } from "./expression.ts";
import { isoMoment } from "./iso_moment.ts";
import { quotedText } from "./names.ts";
import type { Reader } from "./reader.ts";
import type { Token } from "./tokens.ts";
import { adaptCast } from "./_postgres_casts.ts";
import { isPlainMoment } from "./plain_moment.ts";
import { isText, spanning } from "./values.ts";

/** A type of the dialect, as the engine has it. */
export interface CastType {
  /** The engine's type. */
  readonly sql: string;
  readonly holds?: Holds;
  /** How the dialect makes such a value, where a plain CAST would not do. `$1` is the value. */
  readonly template?: string;
  /** How many characters a text of the type has at most. */
  readonly lengthMax?: number;
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

/** Moments are rounded to the places that their type has. */
const rounded = (sql: string, holds: Holds): TypeWriter => ([places = 6]) => ({
  sql,
  holds,
  template: places >= 6
    ? `CAST(dw_scalar($1) AS ${sql})`
    : `CAST(dw_rounded_moment($1, ${places}) AS ${sql})`,
});

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
  "BYTEA": plain("BLOB", undefined, "dw_bytes($1)"),
  "INT2": whole("SMALLINT"),
  "INT4": whole("INTEGER"),
  "INT8": whole("BIGINT"),
  "INTERVAL": scalar("INTERVAL", "interval"),
  "TIMESTAMP": rounded("TIMESTAMP", "timestamp"),
  "TIMESTAMP WITHOUT TIME ZONE": rounded("TIMESTAMP", "timestamp"),
  "TIMESTAMP WITH TIME ZONE": rounded("TIMESTAMPTZ", "timestamptz"),
  "TIMESTAMPTZ": rounded("TIMESTAMPTZ", "timestamptz"),
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

/** Snowflake cuts texts to the length of their type, and nothing else. */
const fitted: TypeWriter = ([length]) => ({
  sql: "VARCHAR",
  holds: "text",
  template: length === undefined ? "dw_text($1)" : `dw_fitted($1, ${length})`,
  ...(length === undefined ? {} : { lengthMax: length }),
});

const MOMENT = plain("TIMESTAMP", "timestamp", "dw_moment($1)");
const ZONED = plain("TIMESTAMPTZ", "timestamptz", "dw_zoned($1)");

const SNOWFLAKE: Readonly<Record<string, TypeWriter>> = {
  ...COMMON,
  "CHAR": ([length]) => fitted([length ?? 1]),
  "CHARACTER": ([length]) => fitted([length ?? 1]),
  "CHARACTER VARYING": fitted,
  "CHAR VARYING": fitted,
  "ARRAY": DOCUMENT,
  "BYTEINT": whole("BIGINT"),
  "DATETIME": MOMENT,
  "DECIMAL": decimal(38, 0),
  "DOUBLE": scalar("DOUBLE", "number"),
  "INT": whole("BIGINT"),
  "INTEGER": whole("BIGINT"),
  "NCHAR": ([length]) => fitted([length ?? 1]),
  "NUMBER": decimal(38, 0),
  "NUMERIC": decimal(38, 0),
  "NVARCHAR": fitted,
  "NVARCHAR2": fitted,
  "OBJECT": DOCUMENT,
  "REAL": scalar("DOUBLE", "number"),
  "FLOAT4": scalar("DOUBLE", "number"),
  "SMALLINT": whole("BIGINT"),
  "STRING": fitted,
  "TEXT": fitted,
  "TIME": plain("TIME", "time", "dw_time($1)"),
  "TIMESTAMP": MOMENT,
  "TIMESTAMP WITHOUT TIME ZONE": MOMENT,
  "TIMESTAMP WITH TIME ZONE": ZONED,
  "TIMESTAMPTZ": ZONED,
  "TIMESTAMP_LTZ": ZONED,
  "TIMESTAMP_NTZ": MOMENT,
  "TIMESTAMP_TZ": ZONED,
  "TIMESTAMPLTZ": ZONED,
  "TIMESTAMPNTZ": MOMENT,
  "TINYINT": whole("BIGINT"),
  "VARCHAR": fitted,
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
  if (reader.rules.dialect === "snowflake") return cast(value, literalCast(value, type));
  if (reader.rules.dialect === "postgres") return adaptedCast(reader, value, type);
  if (reader.rules.dialect === "redshift" && value.holds === "variant") return laxCast(value, type);
  if (value.holds === "boolean" && type.holds === "text") {
    reader.unsupported(
      "A boolean as a text",
      "Write CASE WHEN … THEN 'true' WHEN NOT … THEN 'false' END",
      value,
    );
  }
  if (text === null) return cast(value, type);
  refuseFraction(reader, value, type);
  const isMoment = type.holds === "date" || type.holds === "timestamp";
  const moment = isMoment ? isoMoment(text) : null;
  return cast(moment === null ? value : { ...value, code: quotedText(moment) }, type);
}

function adaptedCast(reader: Reader, value: Expression, type: CastType): Expression {
  refuseFraction(reader, value, type);
  const { value: adapted, template, known } = adaptCast(reader, value, type);
  return { ...cast(adapted, { ...type, ...(template ? { template } : {}) }), ...known };
}

function refuseFraction(reader: Reader, value: Expression, { sql }: CastType): void {
  const text = value.literal?.kind === "text" ? value.literal.value : "";
  if (/^(?:BIGINT|INTEGER|SMALLINT)$/.test(sql) && /^\s*[+-]?\d*\.\d*\s*$/.test(text)) {
    reader.unsupported(`'${text}' as a whole number`, "Cast it to a decimal first", value);
  }
}

/** A text in the form of ISO 8601 needs none of Snowflake's other forms, and NULL has no type. */
function literalCast({ literal }: Expression, type: CastType): CastType {
  const read = READ_AS[type.sql];
  if (read === undefined || !["null", "text"].includes(literal?.kind ?? "")) return type;
  const isPlain = literal!.kind === "null" || isPlainMoment(literal!.value, type.sql);
  return { ...type, template: isPlain ? `CAST($1 AS ${type.sql})` : read };
}

const READ_AS: Readonly<Record<string, string>> = {
  DATE: "CAST(dw_text_moment($1) AS DATE)",
  TIME: "dw_text_time($1)",
  TIMESTAMP: "dw_text_moment($1)",
  TIMESTAMPTZ: "dw_text_zoned($1)",
};

/** A value of SUPER that cannot be cast is NULL ("Lax semantics"). */
function laxCast(value: Expression, type: CastType): Expression {
  const made = cast(value, type);
  const isPlain = /^(?:BIGINT|INTEGER|SMALLINT|DOUBLE|FLOAT|BOOLEAN|DATE|DECIMAL.*|TIME.*)$/.test(
    type.sql,
  );
  return isPlain
    ? { ...made, code: code` TRY_CAST(dw_text(${trimmed(value.code)}) AS ${type.sql})` }
    : made;
}

/** The value as a value of the type, made as the dialect makes it. */
export function cast(value: Expression, type: CastType): Expression {
  return spanning(value, type, {
    code: type.holds === "text" && isText(value)
      ? castCode(value.code, {
        ...type,
        template: type.template?.replace(/dw_(text|fitted)\(\$1/, (_, name) =>
          name === "text" ? "($1" : "left($1"),
      })
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
