import type { ForeignDialect } from "./dialect_rules.ts";
import { REDSHIFT_MACROS } from "./_redshift_macros.ts";
import { POSTGRES_MACROS, POSTGRES_TYPED } from "./_postgres_macros.ts";
import { SNOWFLAKE_MACROS, SNOWFLAKE_TYPED } from "./_snowflake_macros.ts";
import type { QueryDialect } from "./translated_sql.ts";

/**
 * What the translations call, by its parameters. The engine works out `typeof` while it plans, so a
 * macro that asks for a type costs nothing per row.
 */
const COMMON: Readonly<Record<string, string>> = {
  "dw_boolean(a)": `CASE
    WHEN typeof(a) NOT IN ('VARCHAR', 'JSON') THEN CAST(CASE WHEN typeof(a) IN ('VARCHAR', 'JSON')
      THEN NULL ELSE a END AS BOOLEAN)
    WHEN lower(trim(dw_text(a))) IN ('true', 't', 'yes', 'y', 'on', '1') THEN true
    WHEN lower(trim(dw_text(a))) IN ('false', 'f', 'no', 'n', 'off', '0') THEN false
    WHEN a IS NULL THEN NULL
    ELSE error('Not a boolean: ' || dw_text(a)) END`,
  "dw_date(a)": "CAST(a AS DATE)",
  "dw_scalar(a)": "a",
  "dw_whole(a)": "a",
  "dw_numeric(a)": "CAST(a AS DECIMAL(38,10))",
  "dw_document(a)": "CAST(a AS JSON)",
  "dw_elements(a)": `CASE WHEN json_type(CAST(a AS JSON)) = 'ARRAY'
    THEN CAST(CAST(a AS JSON) AS JSON[]) END`,
  "dw_element_texts(a)":
    "list_transform(dw_elements(a), lambda dw_e: json_extract_string(dw_e, '$'))",
  "dw_get(a, i)": `json_extract(CAST(a AS JSON), CASE
    WHEN typeof(i) = 'VARCHAR' THEN '$."' || CAST(i AS VARCHAR) || '"'
    WHEN TRY_CAST(i AS BIGINT) < 0 THEN NULL
    ELSE '$[' || CAST(i AS VARCHAR) || ']' END)`,
  "dw_ratio(a, b)": "CASE WHEN b = 0 THEN error('Division by zero') ELSE a / b END",
  "dw_modulo(a, b)": "CASE WHEN b = 0 THEN error('Division by zero') ELSE a % b END",
  "dw_charindex(sought, a, start)": `CASE WHEN strpos(substr(a, start), sought) = 0 THEN 0
    ELSE strpos(substr(a, start), sought) + start - 1 END`,
  "dw_initcap(a)": `array_to_string(list_transform(
    regexp_extract_all(a, '[\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+'),
    lambda dw_w: upper(dw_w[1]) || lower(dw_w[2:])), '')`,
  "dw_array_length(a)": `CASE
    WHEN json_type(CAST(a AS JSON)) = 'ARRAY' THEN json_array_length(CAST(a AS JSON))
    WHEN a IS NOT NULL THEN error('Not a JSON array: ' || CAST(a AS VARCHAR)) END`,
  "dw_shift(a, i)": "cast_to_type(a + i, a)",
  "dw_add_months(a, n)": `CASE
    WHEN CAST(a AS DATE) = last_day(CAST(a AS DATE))
    THEN CAST(last_day(CAST(a AS DATE) + to_months(CAST(n AS INTEGER))) AS TIMESTAMP)
      + (CAST(a AS TIMESTAMP) - CAST(CAST(a AS DATE) AS TIMESTAMP))
    ELSE CAST(a AS TIMESTAMP) + to_months(CAST(n AS INTEGER)) END`,
  "dw_months_between(a, b)": `CASE
    WHEN day(a) = day(b) OR (CAST(a AS DATE) = last_day(a) AND CAST(b AS DATE) = last_day(b))
    THEN CAST(datediff('month', CAST(b AS DATE), CAST(a AS DATE)) AS DOUBLE)
    ELSE datediff('month', CAST(b AS DATE), CAST(a AS DATE)) + (day(a) - day(b)
      + (epoch(CAST(CAST(a AS TIMESTAMP) AS TIME)) - epoch(CAST(CAST(b AS TIMESTAMP) AS TIME)))
      / 86400e0) / 31e0 END`,
  "dw_next_day(a, weekday)": `CAST(a AS DATE) + CAST(((CASE lower(left(weekday, 2))
      WHEN 'su' THEN 0 WHEN 'mo' THEN 1 WHEN 'tu' THEN 2 WHEN 'we' THEN 3 WHEN 'th' THEN 4
      WHEN 'fr' THEN 5 WHEN 'sa' THEN 6 ELSE error('Not a weekday: ' || weekday) END
      - date_part('dow', CAST(a AS DATE)) + 6) % 7) + 1 AS INTEGER)`,
  "dw_regexp_at(a, p, n, flags)": `CASE
    WHEN a IS NULL OR p IS NULL THEN NULL
    WHEN len(regexp_extract_all(a, p, 0, flags)) < n THEN 0
    ELSE length(regexp_extract(a,
      '(?s)^((?:.*?(?-s:' || p || ')){' || CAST(n - 1 AS VARCHAR) || '}.*?)(?-s:' || p || ')',
      1, flags)) + 1 END`,
  "dw_width_bucket(x, low, high, n)": `CASE WHEN x < low THEN 0 WHEN x >= high THEN n + 1
    ELSE CAST(floor((x - low) * 1e0 * n / (high - low)) AS BIGINT) + 1 END`,
  "dw_to_moment(a)": `CASE WHEN regexp_full_match(dw_text(a), '\\d+')
    THEN make_timestamp(CAST(dw_text(a) AS BIGINT) * 1000000)
    ELSE CAST(dw_text(a) AS TIMESTAMP) END`,
  "dw_weeks(a, b, start)": `CAST(date_diff('day', date_trunc('week', a + to_days(start)),
    date_trunc('week', b + to_days(start))) // 7 AS BIGINT)`,
  "dw_truncated_date(part, a)": "date_trunc(part, a)",
  "dw_like(a, made)": "cast_to_type(made, a)",
  "dw_hexadecimal(a)": "lower(to_hex(a))",
  "dw_mean(mean, total)": "mean",
};

const REDSHIFT_AND_POSTGRES: Readonly<Record<string, string>> = {
  "dw_divide(a, b)": "CASE WHEN b = 0 THEN error('Division by zero') ELSE a / b END",
  "dw_text(a)": `CASE typeof(a)
    WHEN 'JSON' THEN json_extract_string(CAST(a AS VARCHAR), '$')
    WHEN 'DOUBLE' THEN regexp_replace(CAST(a AS VARCHAR), '\\.0$', '')
    WHEN 'FLOAT' THEN regexp_replace(CAST(a AS VARCHAR), '\\.0$', '')
    ELSE CAST(a AS VARCHAR) END`,
  "dw_substring(a, start, count)": `CASE
    WHEN count < 0 THEN error('A substring cannot have a negative length')
    WHEN start < 1
    THEN substr(a, 1, CASE WHEN start + count < 1 THEN 0 ELSE start + count - 1 END)
    ELSE substr(a, start, count) END`,
  "dw_substring_from(a, start)": "substr(a, CASE WHEN start < 1 THEN 1 ELSE start END)",
};

const OWN: Readonly<Record<ForeignDialect, Readonly<Record<string, string>>>> = {
  postgres: { ...POSTGRES_MACROS, ...REDSHIFT_AND_POSTGRES, ...POSTGRES_MACROS },
  redshift: { ...REDSHIFT_MACROS, ...REDSHIFT_AND_POSTGRES, ...REDSHIFT_MACROS },
  snowflake: SNOWFLAKE_MACROS,
};

/**
 * Macros that mean something else for values of a type. The engine does not know the type of an
 * aggregate or a window function when it chooses among overloads: it takes the only other one, or
 * fails when there are several. So these are for columns and casts; `cast_to_type` is for all.
 */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  dw_truncated: ["(a TIMESTAMP) AS CAST(a AS DATE)"],
};

const TYPED_BY_DIALECT: Readonly<Record<ForeignDialect, typeof TYPED>> = {
  postgres: POSTGRES_TYPED,
  redshift: {},
  snowflake: SNOWFLAKE_TYPED,
};

const SETTINGS: Readonly<Record<ForeignDialect, readonly string[]>> = {
  postgres: ["SET integer_division = true"],
  redshift: ["SET integer_division = true"],
  snowflake: [],
};

/**
 * What a session of a dialect needs of the engine before it is locked: settings, and macros that
 * the translations call.
 *
 * @param dialect The dialect of the session.
 * @returns Statements to run, in order.
 */
export function dialectMacros(dialect: QueryDialect): readonly string[] {
  if (dialect === "duckdb") return [];
  // A dialect's own stand first, because the common ones call them, and last, because they prevail.
  const macros = { ...OWN[dialect], ...COMMON, ...OWN[dialect] };
  const typed = { ...TYPED, ...TYPED_BY_DIALECT[dialect] };
  return [
    "SET TimeZone = 'UTC'",
    ...SETTINGS[dialect],
    ...Object.entries(macros).flatMap(([head, body]) => {
      const name = head.slice(0, head.indexOf("("));
      return macroOf({ name, parameters: head.slice(name.length), body, typed: typed[name] ?? [] });
    }),
  ];
}

interface Macro {
  readonly name: string;
  /** In brackets; `a` is the one that overloads give a type. */
  readonly parameters: string;
  readonly body: string;
  readonly typed: readonly string[];
}

/**
 * The engine does not know the type of an aggregate, a window function or another column's alias
 * where it chooses an overload, and takes the wrong one. It knows the type of a lambda's variable.
 */
function macroOf({ name, parameters, body, typed }: Macro): readonly string[] {
  const create = (as: string, text: string) =>
    `CREATE OR REPLACE MACRO ${as}${parameters} AS ${text}`;
  if (typed.length === 0) return [create(name, body)];
  const own = `${name}_typed`;
  const passed = parameters.replace(/\ba\b/, "dw_typed");
  return [
    create(own, body),
    create(name, `list_transform([a], lambda dw_typed: ${own}${passed})[1]`),
    create(own, [body, ...typed].join(", ")),
  ];
}
