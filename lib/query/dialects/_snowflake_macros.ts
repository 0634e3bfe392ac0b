import { SNOWFLAKE_MOMENT_MACROS, SNOWFLAKE_MOMENT_OVERLOADS } from "./_snowflake_moment_macros.ts";
import { SNOWFLAKE_TEXT_MACROS } from "./_snowflake_text_macros.ts";

/** Whole numbers of the engine, as it calls their types. */
const WHOLE = "'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT', " +
  "'UINTEGER', 'UBIGINT', 'UHUGEINT'";

const SCALES = [6, 7, 8, 9, 10, 11, 12];

/**
 * A value as a decimal of the scale that the types ask for, 0 for a double. The answers of all types
 * stand in a row, and one is taken by its place, which the engine knows while it plans; all others
 * are NULL by then.
 */
function byScale(value: string, kind: string, typed: string): string {
  const decimals = SCALES.map((scale) =>
    `CASE WHEN ${kind} = ${scale} THEN CAST(round(${value}, ${scale}) AS DECIMAL(38,${scale})) END`
  );
  const double =
    `CASE WHEN ${kind} = 0 THEN ${value} WHEN ${kind} > 12 THEN round(${value}, ${kind}) END`;
  // The first of the row keeps the engine from looking for the place before it knows the types.
  const row = [`cast_to_type(NULL, coalesce(${typed}, 0))`, double, ...decimals].join(", ");
  return `struct_extract_at(row(${row}),
    CASE WHEN ${kind} BETWEEN 6 AND 12 THEN ${kind} - 3 ELSE 2 END)`;
}

/** What the translations of Snowflake's SQL call, by its parameters. */
export const SNOWFLAKE_MACROS: Readonly<Record<string, string>> = {
  "dw_document(a)": "to_json(a)",
  "dw_text(a)": `CASE typeof(a)
    WHEN 'JSON' THEN json_extract_string(CAST(a AS VARCHAR), '$')
    WHEN 'DOUBLE' THEN regexp_replace(CAST(a AS VARCHAR), '\\.0$', '')
    WHEN 'TIMESTAMP' THEN strftime(TRY_CAST(CAST(a AS VARCHAR) AS TIMESTAMP), '%Y-%m-%d %H:%M:%S.%g')
    WHEN 'TIMESTAMP WITH TIME ZONE'
      THEN strftime(TRY_CAST(CAST(a AS VARCHAR) AS TIMESTAMP), '%Y-%m-%d %H:%M:%S.%g') || ' Z'
    ELSE CAST(a AS VARCHAR) END`,
  // A cast cuts a text; what is none must fit.
  "dw_fitted(a, size)": `CASE WHEN typeof(a) IN ('VARCHAR', 'JSON') OR length(dw_text(a)) <= size
    THEN left(dw_text(a), size) WHEN a IS NOT NULL
    THEN error('The text ' || dw_text(a) || ' is too long') END`,
  "dw_whole(a)": "a",
  // BOOLAND and its like round, so that 0.3 is false.
  "dw_truth(a)": "(round(CAST(a AS DOUBLE)) <> 0)",
  "dw_width_bucket(x, low, high, n)": `CASE WHEN low = high
    THEN error('The ends of WIDTH_BUCKET are equal') WHEN x < low THEN 0 WHEN x >= high THEN n + 1
    ELSE CAST(floor((x - low) * 1e0 * n / (high - low)) AS BIGINT) + 1 END`,
  "dw_round_even(a, n)": `CASE
    WHEN abs(a - trunc(a, n)) * 2 * power(10, n) = 1 AND trunc(a, n) * power(10, n) % 2 = 0
    THEN trunc(a, n) ELSE round(a, n) END`,
  "dw_try_boolean(a)": `CASE
    WHEN lower(trim(a)) IN ('true', 't', 'yes', 'y', 'on', '1') THEN true
    WHEN lower(trim(a)) IN ('false', 'f', 'no', 'n', 'off', '0') THEN false END`,
  ...SNOWFLAKE_TEXT_MACROS,
  ...SNOWFLAKE_MOMENT_MACROS,
  // The result of a division has six more digits than the dividend, twelve at most.
  "dw_quotient_scale(t)": `CASE WHEN t IN (${WHOLE}) THEN 6
    ELSE greatest(CAST(regexp_extract(t, ',(\\d+)', 1) AS INTEGER),
      least(CAST(regexp_extract(t, ',(\\d+)', 1) AS INTEGER) + 6, 12)) END`,
  "dw_quotient_kind(t, u)": `CASE
    WHEN u NOT IN ('DOUBLE', 'FLOAT', 'JSON', 'VARCHAR') AND (t IN (${WHOLE}) OR t LIKE 'DECIMAL%')
    THEN dw_quotient_scale(t) ELSE 0 END`,
  "dw_quotient(a, b)": byScale("a / b", "dw_quotient_kind(typeof(a), typeof(b))", "a"),
  "dw_divide(a, b)": "CASE WHEN b = 0 THEN error('Division by zero') ELSE dw_quotient(a, b) END",
  "dw_mean(mean, total)": byScale("mean", "dw_quotient_kind(typeof(total), 'HUGEINT')", "total"),
  "dw_mean_in(list)": `CASE
    WHEN dw_quotient_kind(replace(typeof(list), '[]', ''), 'HUGEINT') = 0 THEN list_avg(list)
    ELSE round(list_avg(list), dw_quotient_kind(replace(typeof(list), '[]', ''), 'HUGEINT')) END`,
  "dw_object(a)": `to_json(map_from_entries(list_filter(map_entries(
    CAST(CAST(a AS JSON) AS MAP(VARCHAR, JSON))),
    lambda dw_e: dw_e.value IS NOT NULL AND CAST(dw_e.value AS VARCHAR) <> 'null')))`,
  "dw_members(a)": "CAST(CAST(a AS JSON) AS MAP(VARCHAR, JSON))",
  "dw_list(a)": `CASE WHEN json_type(CAST(a AS JSON)) = 'ARRAY'
    THEN list_transform(range(CAST(json_array_length(CAST(a AS JSON)) AS BIGINT)),
      lambda dw_i: json_extract(CAST(a AS JSON), '$[' || dw_i || ']')) END`,
  // A NULL that was put into an array looks like a null of JSON; lambdas see NULL.
  "dw_entries(a)":
    "list_transform(dw_list(a), lambda dw_e: CASE WHEN CAST(dw_e AS VARCHAR) <> 'null' THEN dw_e END)",
  "dw_object_of(entries)": `to_json(map_from_entries(list_sort(list_filter(entries,
    lambda dw_e: dw_e.key IS NOT NULL AND dw_e.value IS NOT NULL))))`,
  "dw_object_with_nulls(entries)": `to_json(map_from_entries(list_sort(list_filter(entries,
    lambda dw_e: dw_e.key IS NOT NULL))))`,
  "dw_object_insert(a, k, v, replaces)": `CASE
    WHEN NOT replaces AND list_contains(json_keys(CAST(a AS JSON)), k)
    THEN error('The key is there already')
    ELSE dw_object_of(list_append(list_filter(map_entries(dw_members(a)), lambda dw_e: dw_e.key <> k),
      {'key': CAST(k AS VARCHAR), 'value': v})) END`,
  "dw_object_from(names, list)": `dw_object_of(list_transform(names,
    lambda dw_n, dw_i: {'key': json_extract_string(dw_n, '$'), 'value': list[dw_i]}))`,
  // 5, 5.0 and 5.00 are one number, and "5" is none.
  "dw_key(a)": `CASE WHEN json_type(a) IN ('DOUBLE', 'BIGINT', 'UBIGINT')
    THEN coalesce(CAST(TRY_CAST(CAST(a AS VARCHAR) AS DECIMAL(38,12)) AS VARCHAR), CAST(a AS VARCHAR))
    ELSE CAST(a AS VARCHAR) END`,
  "dw_keys(list)": "list_transform(list, lambda dw_e: dw_key(dw_e))",
  "dw_contains(keys, k)": `CASE WHEN keys IS NULL THEN NULL
    WHEN k IS NULL THEN CASE WHEN list_contains(keys, 'null') THEN true END
    ELSE list_contains(keys, k) END`,
  "dw_count(keys, k)": "len(list_filter(keys, lambda dw_c: dw_c = k))",
  "dw_except(a, b)": `CASE WHEN b IS NOT NULL THEN list_filter(a, lambda dw_e, dw_i:
    dw_count(dw_keys(a)[:dw_i], dw_key(dw_e)) > dw_count(dw_keys(b), dw_key(dw_e))) END`,
  "dw_intersection(a, b)": `CASE WHEN b IS NOT NULL THEN list_filter(a, lambda dw_e, dw_i:
    dw_count(dw_keys(a)[:dw_i], dw_key(dw_e)) <= dw_count(dw_keys(b), dw_key(dw_e))) END`,
  "dw_insert_at(a, i, v)": `CASE WHEN i > len(a)
    THEN list_append(list_concat(a, list_resize([]::JSON[], i - len(a), json('null'))), v)
    WHEN i < -len(a) THEN error('The position is before the array')
    ELSE list_concat(list_append(a[:CASE WHEN i < 0 THEN len(a) + i ELSE i END], v),
      a[CASE WHEN i < 0 THEN len(a) + i ELSE i END + 1:]) END`,
  "dw_present(list)": "list_filter(list, lambda dw_e: CAST(dw_e AS VARCHAR) <> 'null')",
  "dw_kinds(list)": `list_distinct(list_transform(list, lambda dw_e:
    replace(replace(json_type(dw_e), 'UBIGINT', 'DOUBLE'), 'BIGINT', 'DOUBLE')))`,
  "dw_ordered(list)": `CASE WHEN len(list) = 0 THEN []
    WHEN dw_kinds(list) = ['DOUBLE'] THEN list_transform(list_sort(list_transform(list,
      lambda dw_e: {'n': CAST(CAST(dw_e AS VARCHAR) AS DOUBLE), 'v': dw_e})), lambda dw_p: dw_p.v)
    WHEN dw_kinds(list) = ['VARCHAR'] THEN list_transform(list_sort(list_transform(list,
      lambda dw_e: {'n': json_extract_string(dw_e, '$'), 'v': dw_e})), lambda dw_p: dw_p.v)
    WHEN list IS NOT NULL THEN error('The values are neither numbers alone nor texts alone') END`,
  "dw_sorted(list, ascending)": `CASE WHEN ascending
    THEN list_concat(dw_ordered(dw_present(list)),
      list_filter(list, lambda dw_e: CAST(dw_e AS VARCHAR) = 'null'))
    WHEN NOT ascending THEN list_concat(
      list_filter(list, lambda dw_e: CAST(dw_e AS VARCHAR) = 'null'),
      list_reverse(dw_ordered(dw_present(list)))) END`,
  "dw_flat(list)": `CASE
    WHEN list_contains(list_transform(list, lambda dw_e: json_type(dw_e)), 'NULL') THEN NULL
    WHEN len(list_filter(list, lambda dw_e: json_type(dw_e) <> 'ARRAY')) > 0
    THEN error('This is no array of arrays')
    ELSE flatten(list_transform(list, lambda dw_e: dw_list(dw_e))) END`,
  // What a lambda reckons of documents is a double here, and keeps no point where it is whole.
  "dw_loose(a)": `CASE WHEN typeof(a) <> 'DOUBLE' THEN to_json(a)
    WHEN regexp_full_match(CAST(a AS VARCHAR), '-?\\d{1,15}\\.0')
    THEN CAST(regexp_replace(CAST(a AS VARCHAR), '\\.0$', '') AS JSON) ELSE to_json(a) END`,
  "dw_json(a)": "a",
  // A number with an exponent is a double, and must keep it.
  "dw_parse_json(a)": `CASE WHEN regexp_matches(a, '\\d[eE][+-]?\\d') THEN CAST(a AS JSON)
    ELSE json(nullif(trim(a), '')) END`,
  "dw_typeof(a)": `CASE json_type(CAST(a AS JSON))
    WHEN 'VARCHAR' THEN 'VARCHAR' WHEN 'BOOLEAN' THEN 'BOOLEAN' WHEN 'ARRAY' THEN 'ARRAY'
    WHEN 'OBJECT' THEN 'OBJECT' WHEN 'NULL' THEN 'NULL_VALUE' WHEN 'DOUBLE' THEN
      CASE WHEN regexp_matches(CAST(a AS VARCHAR), '[eE]') THEN 'DOUBLE' ELSE 'DECIMAL' END
    ELSE CASE WHEN a IS NULL THEN NULL ELSE 'INTEGER' END END`,
  "dw_step(prefix, k)": `prefix || CASE WHEN NOT regexp_full_match(k, '[A-Za-z_][A-Za-z0-9_]*')
    THEN '[''' || k || ''']' WHEN prefix = '' THEN k ELSE '.' || k END`,
  "dw_plain_path(fullkey, k, indexed)": `CASE
    WHEN indexed OR regexp_full_match(k, '[A-Za-z_][A-Za-z0-9_]*') THEN ltrim(fullkey[2:], '.')
    ELSE error('FLATTEN with RECURSIVE cannot write the path of the key ' || k) END`,
  "dw_flatten(a, keep, prefix)": `CASE
    WHEN keep AND (a IS NULL OR coalesce(json_type(CAST(a AS JSON)) NOT IN ('ARRAY', 'OBJECT'), true)
      OR len(CASE json_type(CAST(a AS JSON)) WHEN 'ARRAY' THEN dw_list(a) ELSE [] END) = 0
      AND len(json_keys(CAST(a AS JSON))) = 0)
    THEN [{'SEQ': 1, 'KEY': NULL::VARCHAR, 'PATH': prefix, 'INDEX': NULL::BIGINT,
      'VALUE': NULL::JSON, 'THIS': CASE WHEN json_type(CAST(a AS JSON)) IN ('ARRAY', 'OBJECT')
        THEN CAST(a AS JSON) END}]
    WHEN json_type(CAST(a AS JSON)) = 'ARRAY'
    THEN list_transform(dw_list(a), lambda dw_e, dw_i: {'SEQ': 1, 'KEY': NULL::VARCHAR,
      'PATH': prefix || '[' || (dw_i - 1) || ']', 'INDEX': dw_i - 1, 'VALUE': dw_e, 'THIS': CAST(a AS JSON)})
    ELSE list_transform(json_keys(CAST(a AS JSON)), lambda dw_k: {'SEQ': 1, 'KEY': dw_k,
      'PATH': dw_step(prefix, dw_k),
      'INDEX': NULL::BIGINT, 'VALUE': json_extract(CAST(a AS JSON), '$."' || dw_k || '"'),
      'THIS': CAST(a AS JSON)}) END`,
};

/** Macros that mean something else for a type, as overloads of theirs. */
export const SNOWFLAKE_TYPED: Readonly<Record<string, readonly string[]>> = {
  dw_truncated_date: [
    "(part, a DATE) AS CAST(date_trunc(part, a) AS DATE)",
    "(part, a TIME) AS CAST(date_trunc(part, DATE '1970-01-01' + a) AS TIME)",
  ],
  ...SNOWFLAKE_MOMENT_OVERLOADS,
  dw_whole: ["(a DOUBLE) AS round(a)"],
  dw_add_months: [`(a DATE, n) AS CASE WHEN a = last_day(a)
    THEN last_day(a + to_months(CAST(n AS INTEGER)))
    ELSE CAST(a + to_months(CAST(n AS INTEGER)) AS DATE) END`],
};
