/** Types whose values join lists of them; the engine would not join a value to a list by itself. */
const ELEMENTS = ["VARCHAR", "BIGINT", "INTEGER", "DOUBLE", "DATE", "TIMESTAMP", "BOOLEAN"];

/** Texts of numbers, as PostgreSQL's float4out and float8out write them from so many digits on. */
const floatText = (digits: number): string =>
  `CASE CAST(a AS VARCHAR) WHEN 'nan' THEN 'NaN' WHEN 'inf' THEN 'Infinity'
    WHEN '-inf' THEN '-Infinity' ELSE CASE
    WHEN regexp_matches(CAST(a AS VARCHAR), '^-?\\d{${digits},}\\.')
    THEN regexp_replace(regexp_replace(CAST(a AS VARCHAR), '^(-?\\d)(\\d*)\\.(\\d*)$', '\\1.\\2\\3'),
      '\\.?0+$', '') || 'e+' ||
      lpad(CAST(length(regexp_extract(CAST(a AS VARCHAR), '\\d+')) - 1 AS VARCHAR), 2, '0')
    ELSE regexp_replace(CAST(a AS VARCHAR), '\\.0$', '') END END`;

/** Elements as PostgreSQL writes them between braces. */
const ARRAY_TEXT = `'{' || coalesce(array_to_string(list_transform(
    CAST(CAST(a AS VARCHAR) AS VARCHAR[]), lambda dw_e: CASE
      WHEN dw_e IS NULL THEN 'NULL'
      WHEN typeof(a) LIKE '%[][]' THEN translate(replace(dw_e, ', ', ','), '[]', '{}')
      WHEN typeof(a) = 'BOOLEAN[]' THEN left(dw_e, 1)
      WHEN typeof(a) IN ('DOUBLE[]', 'FLOAT[]') THEN regexp_replace(dw_e, '\\.0$', '')
      WHEN dw_e = '' OR lower(dw_e) = 'null' OR regexp_matches(dw_e, '[{},"\\\\\\s]')
      THEN '"' || replace(replace(dw_e, '\\', '\\\\'), '"', '\\"') || '"'
      ELSE dw_e END), ','), '') || '}'`;

/** What the translations of PostgreSQL's SQL call, by its parameters. */
export const POSTGRES_MACROS: Readonly<Record<string, string>> = {
  // `1 year 2 mons -1 days +02:00:00`, where the engine says `1 year 2 months -1 day 02:00:00`.
  "dw_interval_text(a)": `regexp_replace(regexp_replace(replace(CAST(a AS VARCHAR), 'month', 'mon'),
    '(^| )-1 (year|mon|day)\\b', '\\1-1 \\2s', 'g'),
    '(-\\d+ (?:years?|mons?|days?)) (\\d+:)', '\\1 +\\2')`,
  "dw_text(a)": `CASE
    WHEN typeof(a) = 'JSON' THEN json_extract_string(CAST(a AS VARCHAR), '$')
    WHEN typeof(a) = 'DOUBLE' THEN ${floatText(16)}
    WHEN typeof(a) = 'FLOAT' THEN ${floatText(7)}
    WHEN typeof(a) = 'INTERVAL' THEN dw_interval_text(a)
    WHEN typeof(a) = 'BLOB' THEN '\\x' || lower(hex(CAST(CAST(a AS VARCHAR) AS BLOB)))
    WHEN typeof(a) LIKE '%[]' THEN ${ARRAY_TEXT}
    ELSE CAST(a AS VARCHAR) END`,
  "dw_json_text(a)": `array_to_string(list_transform(
    regexp_extract_all(CAST(a AS VARCHAR), '"(?:[^"\\\\]|\\\\.)*"|[,:]|[^",:\\s]+'),
    lambda dw_e: CASE WHEN dw_e IN (',', ':') THEN dw_e || ' ' ELSE dw_e END), '')`,
  // What a type's output function writes; a cast writes a condition out.
  "dw_output(a)": `CASE typeof(a) WHEN 'BOOLEAN' THEN left(CAST(a AS VARCHAR), 1)
    WHEN 'JSON' THEN dw_json_text(a) ELSE dw_text(a) END`,
  "dw_outputs(a)": `CASE
    WHEN typeof(a) = 'BOOLEAN[]' THEN list_transform(CAST(a AS VARCHAR[]),
      lambda dw_e: left(dw_e, 1))
    WHEN typeof(a) IN ('DOUBLE[]', 'FLOAT[]') THEN list_transform(CAST(a AS VARCHAR[]),
      lambda dw_e: regexp_replace(dw_e, '\\.0$', ''))
    ELSE CAST(a AS VARCHAR[]) END`,
  "dw_document(a)": `CASE WHEN typeof(a) = 'VARCHAR' THEN CAST(CAST(a AS VARCHAR) AS JSON)
    ELSE to_json(a) END`,
  "dw_make_array(a)": "a",
  "dw_join(a, b)": "dw_text(a) || dw_text(b)",
  "dw_item(a, i)": "CASE WHEN i >= 1 THEN a[i] END",
  "dw_any(a)": `CASE WHEN list_contains(a, true) THEN true
    WHEN list_count(a) < len(a) THEN NULL WHEN a IS NOT NULL THEN false END`,
  "dw_all(a)": `CASE WHEN list_contains(a, false) THEN false
    WHEN list_count(a) < len(a) THEN NULL WHEN a IS NOT NULL THEN true END`,
  "dw_from_braces(a)": "a",
  "dw_flat(a)": `CASE WHEN typeof(a) LIKE '%[][]'
    THEN error('An array of several dimensions is not taken apart here') ELSE a END`,
  "dw_to_json(a)": `CASE typeof(a)
    WHEN 'TIMESTAMP' THEN to_json(replace(CAST(a AS VARCHAR), ' ', 'T'))
    WHEN 'TIMESTAMP WITH TIME ZONE' THEN to_json(replace(CAST(a AS VARCHAR), ' ', 'T') || ':00')
    ELSE to_json(a) END`,
  "dw_bytes(a)": `CASE
    WHEN typeof(a) = 'BLOB' THEN CAST(a AS BLOB)
    WHEN starts_with(CAST(a AS VARCHAR), '\\x') THEN unhex(substr(CAST(a AS VARCHAR), 3))
    WHEN contains(CAST(a AS VARCHAR), '\\') THEN error('Write bytes in hexadecimal')
    ELSE encode(CAST(a AS VARCHAR)) END`,
  "dw_string_to_array(a, mark)": `CASE
    WHEN a = '' THEN CAST([] AS VARCHAR[])
    WHEN a IS NULL THEN NULL
    WHEN mark IS NULL THEN regexp_extract_all(a, '(?s).')
    WHEN mark = '' THEN [a]
    ELSE string_split(a, mark) END`,
  "dw_split_part(a, mark, n)": `CASE
    WHEN n = 0 THEN error('The part must not be zero')
    WHEN mark = '' THEN CASE WHEN n IN (1, -1) THEN a ELSE '' END
    ELSE split_part(a, mark, n) END`,
  "dw_padded_left(a, n, fill)":
    "CASE WHEN fill = '' THEN left(a, greatest(n, 0)) ELSE lpad(a, CAST(n AS INTEGER), fill) END",
  "dw_padded_right(a, n, fill)":
    "CASE WHEN fill = '' THEN left(a, greatest(n, 0)) ELSE rpad(a, CAST(n AS INTEGER), fill) END",
  "dw_quote_literal(a)": `CASE WHEN contains(a, '\\')
    THEN 'E''' || replace(replace(a, '\\', '\\\\'), '''', '''''') || ''''
    ELSE '''' || replace(a, '''', '''''') || '''' END`,
  "dw_quote_name(a)": `CASE WHEN regexp_full_match(a, '[a-z_][a-z0-9_$]*') AND NOT EXISTS (
      SELECT 1 FROM (SELECT unnest(['all', 'and', 'any', 'array', 'as', 'asc', 'case', 'cast',
        'check', 'column', 'create', 'default', 'desc', 'distinct', 'do', 'else', 'end', 'except',
        'false', 'for', 'from', 'group', 'having', 'in', 'into', 'join', 'left', 'like', 'limit',
        'not', 'null', 'offset', 'on', 'or', 'order', 'primary', 'references', 'right', 'select',
        'some', 'table', 'then', 'to', 'true', 'union', 'unique', 'user', 'using', 'when', 'where',
        'with']) AS word) WHERE word = a)
    THEN a ELSE '"' || replace(a, '"', '""') || '"' END`,
  "dw_hexadecimal(a)": `CASE
    WHEN typeof(a) IN ('TINYINT', 'SMALLINT', 'INTEGER') AND a < 0
    THEN lower(to_hex(a + 4294967296)) ELSE lower(to_hex(a)) END`,
  "dw_power(a, b)": `CASE
    WHEN a = 0 AND b < 0 THEN error('Zero raised to a negative power is undefined')
    WHEN a < 0 AND b <> trunc(b)
    THEN error('A negative number raised to a power that is not whole is complex')
    ELSE power(a, b) END`,
  "dw_width_bucket(x, low, high, n)": `CASE
    WHEN n < 1 THEN error('The count of buckets must be greater than zero')
    WHEN low = high THEN error('The bounds must differ')
    WHEN low < high THEN CASE WHEN x < low THEN 0 WHEN x >= high THEN n + 1
      ELSE CAST(floor((x - low) * 1e0 * n / (high - low)) AS BIGINT) + 1 END
    ELSE CASE WHEN x > low THEN 0 WHEN x <= high THEN n + 1
      ELSE CAST(floor((low - x) * 1e0 * n / (low - high)) AS BIGINT) + 1 END END`,
  "dw_numeric(a)": "CAST(a AS DECIMAL(38,10))",
  "dw_numeric_column(a)": "CAST(a AS DECIMAL(38,10))",
  "dw_rounded_moment(a, digits)": `make_timestamp(CAST(round(
    epoch_us(CAST(a AS TIMESTAMP)) / power(10, 6 - digits)) * power(10, 6 - digits) AS BIGINT))`,
  // Two digits of a year are the year nearest to 2020; the engine's 69 is 1969.
  "dw_near_year(a)": "CASE WHEN year(a) = 1969 THEN a + to_years(100) ELSE a END",
  "dw_clock(a)": `CAST(date_part('hour', a) * 3600000000 + date_part('minute', a) * 60000000
    + date_part('microsecond', a) AS BIGINT)`,
  "dw_justify_hours(a)":
    `to_months(CAST(date_part('year', a) * 12 + date_part('month', a) AS INTEGER))
    + to_days(CAST(date_part('day', a) + trunc(dw_clock(a) / 86400000000) AS INTEGER))
    + to_microseconds(CAST(dw_clock(a) % 86400000000 AS BIGINT))`,
  "dw_justify_days(a)": `to_months(CAST(date_part('year', a) * 12 + date_part('month', a)
      + trunc(date_part('day', a) / 30e0) AS INTEGER))
    + to_days(CAST(date_part('day', a) % 30 AS INTEGER)) + to_microseconds(dw_clock(a))`,
  // Chains of these nest: a lambda lets what they are of stand once, and not thrice a step.
  "dw_json_step(a, k)": `list_transform([CAST(a AS JSON)], lambda dw_j: CASE json_type(dw_j)
    WHEN 'ARRAY' THEN CASE WHEN regexp_full_match(CAST(k AS VARCHAR), '-?\\d+')
      THEN json_extract(dw_j, '$[' || replace(
        coalesce(nullif(regexp_extract(CAST(k AS VARCHAR), '^-?\\d+$'), ''), '0'), '-', '#-') || ']') END
    WHEN 'OBJECT' THEN CAST(dw_j AS MAP(VARCHAR, JSON))[CAST(k AS VARCHAR)] END)[1]`,
  "dw_get(a, k)": `list_transform([CAST(a AS JSON)], lambda dw_d: CASE
    WHEN (typeof(k) = 'VARCHAR') = (json_type(dw_d) = 'OBJECT') THEN dw_json_step(dw_d, k) END)[1]`,
  "dw_json_list(a)":
    `CASE json_type(CAST(a AS JSON)) WHEN 'ARRAY' THEN CAST(CAST(a AS JSON) AS JSON[])
    ELSE [CAST(a AS JSON)] END`,
  "dw_json_join(a, b)": `list_transform([{'l': CAST(a AS JSON), 'r': CAST(b AS JSON)}],
    lambda dw_p: CASE WHEN json_type(dw_p.l) = 'OBJECT' AND json_type(dw_p.r) = 'OBJECT'
    THEN to_json(map_concat(CAST(dw_p.l AS MAP(VARCHAR, JSON)), CAST(dw_p.r AS MAP(VARCHAR, JSON))))
    ELSE to_json(list_concat(dw_json_list(dw_p.l), dw_json_list(dw_p.r))) END)[1]`,
  "dw_json_without(a, keys)": `list_transform([CAST(a AS JSON)], lambda dw_j: CASE json_type(dw_j)
    WHEN 'OBJECT' THEN to_json(map_from_entries(list_filter(
      map_entries(CAST(dw_j AS MAP(VARCHAR, JSON))),
      lambda dw_e: NOT list_contains(keys, dw_e.key))))
    WHEN 'ARRAY' THEN to_json(list_filter(CAST(dw_j AS JSON[]),
      lambda dw_e: NOT (json_type(dw_e) = 'VARCHAR'
        AND list_contains(keys, json_extract_string(dw_e, '$')))))
    ELSE CASE WHEN dw_j IS NOT NULL THEN error('Cannot delete from a scalar') END END)[1]`,
  "dw_json_without_item(a, i)": `CASE json_type(CAST(a AS JSON))
    WHEN 'ARRAY' THEN to_json(list_filter(CAST(CAST(a AS JSON) AS JSON[]), lambda dw_e, dw_i:
      dw_i - 1 <> CASE WHEN i < 0 THEN json_array_length(CAST(a AS JSON)) + i ELSE i END))
    ELSE CASE WHEN a IS NOT NULL THEN error('Cannot delete from an object by a number') END END`,
  // By length, then by letters: so JSONB keeps its keys.
  "dw_ordered_keys(a)": `list_transform(list_sort(list_transform(json_keys(CAST(a AS JSON)),
    lambda dw_k: {'n': strlen(dw_k), 'k': dw_k})), lambda dw_e: dw_e.k)`,
  "dw_json_has(a, k)": `CASE json_type(CAST(a AS JSON))
    WHEN 'OBJECT' THEN list_contains(json_keys(CAST(a AS JSON)), k)
    WHEN 'ARRAY' THEN list_contains(list_transform(CAST(CAST(a AS JSON) AS JSON[]),
      lambda dw_e: CASE json_type(dw_e) WHEN 'VARCHAR' THEN json_extract_string(dw_e, '$') END), k)
    WHEN 'VARCHAR' THEN json_extract_string(CAST(a AS JSON), '$') = k
    ELSE CASE WHEN a IS NOT NULL THEN false END END`,
  "dw_json_kind(a)": `CASE json_type(CAST(a AS JSON))
    WHEN 'VARCHAR' THEN 'string' WHEN 'BOOLEAN' THEN 'boolean' WHEN 'ARRAY' THEN 'array'
    WHEN 'OBJECT' THEN 'object' WHEN 'NULL' THEN 'null'
    ELSE CASE WHEN a IS NOT NULL THEN 'number' END END`,
  "dw_overlaps(a, b, c, d)": `CASE WHEN least(a, b) = least(c, d) THEN true
    WHEN least(a, b) < least(c, d) THEN greatest(a, b) > least(c, d)
    ELSE greatest(c, d) > least(a, b) END`,
};

/** Macros that mean something else for values of some types. */
export const POSTGRES_TYPED: Readonly<Record<string, readonly string[]>> = {
  dw_truncated_date: ["(part, a DATE) AS CAST(date_trunc(part, a) AS TIMESTAMPTZ)"],
  dw_numeric_column: ["SMALLINT", "INTEGER", "BIGINT", "HUGEINT"]
    .map((whole) => `(a ${whole}) AS CAST(a AS DECIMAL(38,0))`),
  dw_from_braces: [
    `(a VARCHAR) AS CASE WHEN starts_with(a, '{') THEN translate(a, '{}', '[]') ELSE a END`,
  ],
  dw_join: [
    "(a VARCHAR, b VARCHAR) AS a || b",
    ...ELEMENTS.flatMap((each) => [
      `(a ${each}[], b ${each}[]) AS list_concat(a, b)`,
      `(a ${each}[], b ${each}) AS list_append(a, b)`,
      `(a ${each}, b ${each}[]) AS list_prepend(a, b)`,
    ]),
  ],
};
