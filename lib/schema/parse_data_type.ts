import { type Diagnostic, diagnostic, nearestNames, type Place } from "../errors/mod.ts";
import { SCHEMA_LIMITS } from "./limits.ts";
import type { LogicalType } from "./logical_type.ts";

/** Numbers that sharpen a type, as fields beside it or in its brackets. */
export interface TypeDetails {
  readonly precision?: number;
  readonly scale?: number;
  /** Characters of a string, bytes of a binary. */
  readonly length?: number;
  /** Digits of a second. */
  readonly fractionalSeconds?: number;
}

export type TypeDetail = keyof TypeDetails;

/** A type, with the details its word can take; or the reason why there is none. */
export type DataTypeResult =
  | { readonly type: LogicalType; readonly word: string; readonly takes: readonly TypeDetail[] }
  | { readonly problem: Diagnostic };

/**
 * Reads the type of a column: a word in any case, perhaps with brackets.
 *
 * @param text `INT`, `varchar(100)`, `DECIMAL(10,2)`, `timestamp with time zone` …
 * @param options `details` from fields beside the word; `place` for a problem.
 * @returns The type, or the problem.
 */
export function parseDataType(
  text: string,
  { details = {}, place = {} }: { details?: TypeDetails; place?: Place } = {},
): DataTypeResult {
  const parts = FORM.exec(text.trim().toUpperCase().replace(/\s+/g, " "));
  const word = parts === null ? text : (parts[1]! + (parts[3] ?? "")).trim();
  const definition = TYPE_WORDS.get(word);
  if (parts === null || definition === undefined) return { problem: unknownType(text, place) };
  const inline = inlineDetails(parts[2], definition.takes);
  const refused = inline === null
    ? {
      reason: "its brackets hold what it cannot take",
      advice: `Write ${word} with fewer numbers`,
    }
    : conflict(inline, details) ?? detailFault({ ...inline, ...details }, word);
  if (refused !== null) {
    return { problem: diagnostic("DATA_TYPE_DETAIL", { type: text, ...refused }, place) };
  }
  const type = definition.make({ ...inline, ...details });
  return { type, word, takes: definition.takes };
}

/** Word, brackets, words after the brackets. */
const FORM = /^([A-Z][A-Z0-9_ ]*?) ?(?:\(([^()]*)\))?( WITH(?:OUT)?(?: LOCAL)? TIME ZONE)?$/;

interface TypeWord {
  readonly takes: readonly TypeDetail[];
  readonly make: (details: TypeDetails) => LogicalType;
}

const integer = (bits: 8 | 16 | 32 | 64): TypeWord => plain({ kind: "integer", bits });

const plain = (type: LogicalType): TypeWord => ({ takes: [], make: () => type });

const decimal = (precisionDefault: number): TypeWord => ({
  takes: ["precision", "scale"],
  make: ({ scale = 0, precision = Math.max(precisionDefault, scale) }) => ({
    kind: "decimal",
    precision,
    scale,
  }),
});

const string = (fixed: boolean): TypeWord => ({
  takes: ["length"],
  // A CHAR without a length is one character in every warehouse.
  make: ({ length = fixed ? 1 : null }) => ({ kind: "string", maxLength: length, fixed }),
});

const binary: TypeWord = {
  takes: ["length"],
  make: ({ length = null }) => ({ kind: "binary", maxLength: length }),
};

const timed = (kind: "time" | "timestamp", zoned: boolean): TypeWord => ({
  takes: ["fractionalSeconds"],
  make: ({ fractionalSeconds: precision = 6 }) => ({ kind, precision, zoned }),
});

/** FLOAT(1..24) has single precision in SQL, FLOAT(25..53) double; without a number, double. */
const float: TypeWord = {
  takes: ["precision"],
  make: ({ precision = 53 }) => ({ kind: "float", bits: precision <= 24 ? 32 : 64 }),
};

/** Words by the type they make; the first of a row is the one people know best. */
const TYPE_WORDS: ReadonlyMap<string, TypeWord> = new Map(
  ([
    ["INT INTEGER INT4", integer(32)],
    ["TINYINT INT1", integer(8)],
    ["SMALLINT INT2", integer(16)],
    ["BIGINT INT8", integer(64)],
    ["BOOLEAN BOOL", plain({ kind: "boolean" })],
    // Redshift takes 18 digits where none are given, Snowflake 38 for its own word NUMBER.
    ["DECIMAL NUMERIC DEC", decimal(18)],
    ["NUMBER", decimal(38)],
    ["FLOAT", float],
    ["REAL FLOAT4", plain({ kind: "float", bits: 32 })],
    ["DOUBLE DOUBLE_PRECISION FLOAT8", plain({ kind: "float", bits: 64 })],
    ["VARCHAR TEXT STRING NVARCHAR CHARACTER_VARYING", string(false)],
    ["CHAR CHARACTER NCHAR BPCHAR", string(true)],
    ["BINARY VARBINARY VARBYTE BYTEA BYTES", binary],
    ["DATE", plain({ kind: "date" })],
    ["TIME TIME_WITHOUT_TIME_ZONE", timed("time", false)],
    ["TIMETZ TIME_WITH_TIME_ZONE", timed("time", true)],
    ["TIMESTAMP DATETIME TIMESTAMPNTZ", timed("timestamp", false)],
    ["TIMESTAMP_NTZ TIMESTAMP_WITHOUT_TIME_ZONE", timed("timestamp", false)],
    ["TIMESTAMPTZ TIMESTAMP_TZ TIMESTAMP_LTZ", timed("timestamp", true)],
    ["TIMESTAMP_WITH_TIME_ZONE TIMESTAMP_WITH_LOCAL_TIME_ZONE", timed("timestamp", true)],
    ["JSON JSONB VARIANT SUPER OBJECT ARRAY", plain({ kind: "json" })],
    ["UUID", plain({ kind: "uuid" })],
    ["GEOGRAPHY GEOMETRY", plain({ kind: "geography" })],
    ["INTERVAL", plain({ kind: "interval" })],
  ] as const).flatMap(([words, definition]) =>
    words.split(" ").flatMap((word): [string, TypeWord][] => [
      [word, definition],
      [word.replaceAll("_", " "), definition],
    ])
  ),
);

/** The words to name in advice, one for every kind of type. */
export const COMMON_TYPE_WORDS: readonly string[] = Object.freeze(
  ("INT TINYINT SMALLINT BIGINT BOOLEAN DECIMAL FLOAT REAL DOUBLE VARCHAR CHAR TEXT BINARY DATE " +
    "TIME TIMETZ TIMESTAMP TIMESTAMPTZ JSON UUID GEOGRAPHY INTERVAL").split(" "),
);

/** Numbers of the brackets by the details the word takes, in order; null if they do not fit. */
function inlineDetails(
  brackets: string | undefined,
  takes: readonly TypeDetail[],
): TypeDetails | null {
  if (brackets === undefined) return {};
  // VARCHAR(MAX) is how warehouses write "as long as can be".
  if (brackets.trim() === "MAX") return takes.includes("length") ? {} : null;
  const numbers = brackets.split(",").map((text) => text.trim());
  if (numbers.length > takes.length || numbers.some((text) => !/^[0-9]{1,9}$/.test(text))) {
    return null;
  }
  return Object.fromEntries(numbers.map((text, index) => [takes[index]!, Number(text)]));
}

interface Refusal {
  readonly reason: string;
  readonly advice: string;
}

function conflict(inline: TypeDetails, fields: TypeDetails): Refusal | null {
  for (const detail of ["precision", "scale", "length", "fractionalSeconds"] as const) {
    const [inBrackets, beside] = [inline[detail], fields[detail]];
    if (inBrackets !== undefined && beside !== undefined && inBrackets !== beside) {
      const reason = `it says ${inBrackets} in brackets and ${beside} in a field beside it`;
      return { reason, advice: "Say it once" };
    }
  }
  return null;
}

function detailFault(details: TypeDetails, word: string): Refusal | null {
  const { decimalPrecisionMax, fractionalSecondsMax, valueLengthMax } = SCHEMA_LIMITS;
  const precisionMax = word === "FLOAT" ? 53 : decimalPrecisionMax;
  const { precision, scale, length, fractionalSeconds } = details;
  return outside("precision", precision, [1, precisionMax]) ??
    outside("scale", scale, [0, precision ?? precisionMax]) ??
    outside("length", length, [1, valueLengthMax]) ??
    outside("number of fractional digits", fractionalSeconds, [0, fractionalSecondsMax]);
}

function outside(
  what: string,
  value: number | undefined,
  [min, max]: readonly [number, number],
): Refusal | null {
  if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return null;
  return {
    reason: `its ${what} is ${value}`,
    advice: `Use a whole number from ${min} to ${max}`,
  };
}

function unknownType(text: string, place: Place): Diagnostic {
  const word = text.replace(/\(.*$/s, "").trim();
  const near = nearestNames(word, TYPE_WORDS.keys());
  return diagnostic("DATA_TYPE_UNKNOWN", { word: text, near, common: COMMON_TYPE_WORDS }, place);
}
