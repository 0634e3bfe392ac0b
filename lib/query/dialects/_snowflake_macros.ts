/** Whole numbers of the engine, as it calls their types. */
const WHOLE = "'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT', " +
  "'UINTEGER', 'UBIGINT', 'UHUGEINT'";

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
  // The result of a division has six more digits than the dividend, twelve at most.
  "dw_quotient_scale(t)": `CASE WHEN t IN (${WHOLE}) THEN 6
    ELSE greatest(CAST(regexp_extract(t, ',(\\d+)', 1) AS INTEGER),
      least(CAST(regexp_extract(t, ',(\\d+)', 1) AS INTEGER) + 6, 12)) END`,
  "dw_quotient(a, b)": `CASE
    WHEN typeof(b) NOT IN ('DOUBLE', 'FLOAT', 'JSON', 'VARCHAR')
      AND (typeof(a) IN (${WHOLE}) OR typeof(a) LIKE 'DECIMAL%')
    THEN round(a / b, dw_quotient_scale(typeof(a))) ELSE a / b END`,
  "dw_divide(a, b)": "CASE WHEN b = 0 THEN error('Division by zero') ELSE dw_quotient(a, b) END",
  "dw_mean(mean, total)": `CASE
    WHEN typeof(total) = 'HUGEINT' OR typeof(total) LIKE 'DECIMAL%'
    THEN round(mean, dw_quotient_scale(typeof(total))) ELSE mean END`,
  "dw_substring(a, start, count)":
    "substr(a, CASE WHEN start = 0 THEN 1 ELSE start END, greatest(count, 0))",
  "dw_substring_from(a, start)": "substr(a, CASE WHEN start = 0 THEN 1 ELSE start END)",
  "dw_initcap_by(a, others)": `array_to_string(list_transform(
    regexp_extract_all(a, '[^' || others || ']+|[' || others || ']+'),
    lambda dw_w: upper(dw_w[1]) || lower(dw_w[2:])), '')`,
  "dw_tokens(a, marks)": `list_filter(string_split(
    translate(a, marks, repeat(marks[1], length(marks))), marks[1]), lambda dw_w: dw_w <> '')`,
  "dw_object(a)": `to_json(map_from_entries(list_filter(map_entries(
    CAST(CAST(a AS JSON) AS MAP(VARCHAR, JSON))),
    lambda dw_e: dw_e.value IS NOT NULL AND CAST(dw_e.value AS VARCHAR) <> 'null')))`,
  "dw_members(a)": "CAST(CAST(a AS JSON) AS MAP(VARCHAR, JSON))",
  "dw_json(a)": "a",
  "dw_typeof(a)": `CASE json_type(CAST(a AS JSON))
    WHEN 'VARCHAR' THEN 'VARCHAR' WHEN 'BOOLEAN' THEN 'BOOLEAN' WHEN 'ARRAY' THEN 'ARRAY'
    WHEN 'OBJECT' THEN 'OBJECT' WHEN 'NULL' THEN 'NULL_VALUE' WHEN 'DOUBLE' THEN 'DECIMAL'
    ELSE CASE WHEN a IS NULL THEN NULL ELSE 'INTEGER' END END`,
  "dw_list(a)": `CASE WHEN json_type(CAST(a AS JSON)) = 'ARRAY'
    THEN list_transform(range(CAST(json_array_length(CAST(a AS JSON)) AS BIGINT)),
      lambda dw_i: json_extract(CAST(a AS JSON), '$[' || dw_i || ']')) END`,
  "dw_flatten(a, keep)": `CASE
    WHEN keep AND (a IS NULL OR coalesce(json_type(CAST(a AS JSON)) NOT IN ('ARRAY', 'OBJECT'), true)
      OR len(CASE json_type(CAST(a AS JSON)) WHEN 'ARRAY' THEN dw_list(a) ELSE [] END) = 0
      AND len(json_keys(CAST(a AS JSON))) = 0)
    THEN [{'SEQ': 1, 'KEY': NULL::VARCHAR, 'PATH': NULL::VARCHAR, 'INDEX': NULL::BIGINT,
      'VALUE': NULL::JSON, 'THIS': NULL::JSON}]
    WHEN json_type(CAST(a AS JSON)) = 'ARRAY'
    THEN list_transform(dw_list(a), lambda dw_e, dw_i: {'SEQ': 1, 'KEY': NULL::VARCHAR,
      'PATH': '[' || (dw_i - 1) || ']', 'INDEX': dw_i - 1, 'VALUE': dw_e, 'THIS': CAST(a AS JSON)})
    ELSE list_transform(json_keys(CAST(a AS JSON)), lambda dw_k: {'SEQ': 1, 'KEY': dw_k, 'PATH': dw_k,
      'INDEX': NULL::BIGINT, 'VALUE': json_extract(CAST(a AS JSON), '$."' || dw_k || '"'),
      'THIS': CAST(a AS JSON)}) END`,
};

/** Macros that mean something else for a type, as overloads of theirs. */
export const SNOWFLAKE_TYPED: Readonly<Record<string, readonly string[]>> = {
  dw_truncated_date: ["(part, a DATE) AS CAST(date_trunc(part, a) AS DATE)"],
  dw_add_months: [`(a DATE, n) AS CASE WHEN a = last_day(a)
    THEN last_day(a + to_months(CAST(n AS INTEGER)))
    ELSE CAST(a + to_months(CAST(n AS INTEGER)) AS DATE) END`],
};
