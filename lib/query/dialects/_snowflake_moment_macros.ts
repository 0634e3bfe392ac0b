/** Dates and times, which Snowflake reads out of texts of several forms and out of numbers. */
export const SNOWFLAKE_MOMENT_MACROS: Readonly<Record<string, string>> = {
  // A count in a text is one of seconds, or of finer parts as it grows.
  "dw_epoch(n)": `make_timestamp(CAST(CASE WHEN abs(n) < 31536000000 THEN n * 1000000
    WHEN abs(n) < 31536000000000 THEN n * 1000 WHEN abs(n) < 31536000000000000 THEN n
    ELSE n // 1000 END AS BIGINT))`,
  "dw_without_zone(a)": "regexp_replace(a, '\\s*(?:Z|[+-]\\d{2}(?::?\\d{2})?)$', '')",
  "dw_try_text_moment(a)": `CASE
    WHEN regexp_full_match(a, '\\s*\\d{4}-\\d{1,2}-\\d{1,2}\\s*') THEN TRY_CAST(a AS TIMESTAMP)
    WHEN regexp_full_match(a, '\\d{4}-\\d{1,2}-\\d{1,2}[T ]\\d{1,2}:.*')
    THEN TRY_CAST(dw_without_zone(a) AS TIMESTAMP)
    WHEN regexp_full_match(a, '\\d{4}-\\d{1,2}-\\d{1,2}[T ]\\d{1,2}')
    THEN TRY_CAST(a || ':00' AS TIMESTAMP)
    WHEN regexp_full_match(a, '[+-]?\\d{1,30}') THEN dw_epoch(TRY_CAST(a AS HUGEINT))
    WHEN regexp_full_match(a, '\\d{1,2}-[A-Za-z]{3,}-\\d{4}')
    THEN try_strptime(a, ['%d-%b-%Y', '%d-%B-%Y'])
    WHEN regexp_full_match(a, '\\d{1,2}/\\d{1,2}/\\d{4}') THEN try_strptime(a, '%m/%d/%Y')
    WHEN regexp_full_match(a, '\\d{1,2}/\\d{1,2}/\\d{4} \\d{1,2}:\\d{2}:\\d{2}')
    THEN try_strptime(a, '%m/%d/%Y %H:%M:%S')
    WHEN regexp_full_match(a, '[A-Za-z]{3}, \\d{1,2} [A-Za-z]{3} \\d{4} .*')
    THEN try_strptime(dw_without_zone(a), ['%a, %d %b %Y %H:%M:%S', '%a, %d %b %Y %H:%M:%S.%n',
      '%a, %d %b %Y %I:%M:%S %p']) END`,
  "dw_text_moment(a)": `CASE WHEN a IS NOT NULL THEN coalesce(dw_try_text_moment(a),
    CAST(error('The text ''' || a || ''' is no date or time') AS TIMESTAMP)) END`,
  "dw_try_text_zoned(a)": `coalesce(TRY_CAST(regexp_replace(
    a, '(\\d)\\s*([+-]\\d\\d):?(\\d\\d)$', '\\1\\2:\\3') AS TIMESTAMPTZ),
    CAST(dw_try_text_moment(a) AS TIMESTAMPTZ))`,
  "dw_text_zoned(a)": `CASE WHEN a IS NOT NULL THEN coalesce(dw_try_text_zoned(a),
    CAST(error('The text ''' || a || ''' is no date or time') AS TIMESTAMPTZ)) END`,
  "dw_try_text_time(a)": `CASE
    WHEN regexp_full_match(a, '\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?') THEN TRY_CAST(a AS TIME)
    WHEN regexp_full_match(a, '\\d+') THEN CAST(dw_epoch(TRY_CAST(a AS HUGEINT)) AS TIME)
    WHEN regexp_full_match(a, '\\d{1,2}:.* [AaPp][Mm]')
    THEN CAST(try_strptime(a, ['%I:%M %p', '%I:%M:%S %p', '%I:%M:%S.%n %p']) AS TIME)
    ELSE CAST(dw_try_text_moment(a) AS TIME) END`,
  "dw_text_time(a)": `CASE WHEN a IS NOT NULL THEN coalesce(dw_try_text_time(a),
    CAST(error('The text ''' || a || ''' is no time') AS TIME)) END`,
  // A number, not a text of digits, always counts seconds.
  "dw_number_moment(a)":
    `make_timestamp(CAST(floor(TRY_CAST(CAST(a AS VARCHAR) AS DECIMAL(38,9)) * 1000000) AS BIGINT))`,
  "dw_moment(a)": `CASE WHEN typeof(a) IN ('VARCHAR', 'JSON') THEN dw_text_moment(dw_text(a))
    ELSE dw_number_moment(a) END`,
  "dw_try_moment(a)": `CASE WHEN typeof(a) IN ('VARCHAR', 'JSON')
    THEN dw_try_text_moment(dw_text(a)) ELSE dw_number_moment(a) END`,
  "dw_zoned(a)": `CASE WHEN typeof(a) IN ('VARCHAR', 'JSON') THEN dw_text_zoned(dw_text(a))
    ELSE CAST(dw_number_moment(a) AS TIMESTAMPTZ) END`,
  "dw_try_zoned(a)": `CASE WHEN typeof(a) IN ('VARCHAR', 'JSON')
    THEN dw_try_text_zoned(dw_text(a)) ELSE CAST(dw_number_moment(a) AS TIMESTAMPTZ) END`,
  "dw_read_when(a)": `CASE WHEN typeof(a) IN ('VARCHAR', 'JSON') THEN dw_text_moment(dw_text(a))
    WHEN a IS NOT NULL THEN CAST(error('This is no date or time') AS TIMESTAMP) END`,
  // What a function takes for a date or a time, whichever it is.
  "dw_when(a)": "dw_read_when(a)",
  "dw_date(a)": "CAST(dw_read_when(a) AS DATE)",
  "dw_try_date(a)": `CASE WHEN typeof(a) IN ('VARCHAR', 'JSON')
    THEN CAST(dw_try_text_moment(dw_text(a)) AS DATE) ELSE CAST(dw_read_when(a) AS DATE) END`,
  "dw_read_time(a)": `CASE WHEN typeof(a) IN ('VARCHAR', 'JSON') THEN dw_text_time(dw_text(a))
    WHEN a IS NOT NULL THEN CAST(error('This is no time') AS TIME) END`,
  "dw_time(a)": "dw_read_time(a)",
  "dw_try_time(a)": `CASE WHEN typeof(a) IN ('VARCHAR', 'JSON')
    THEN dw_try_text_time(dw_text(a)) ELSE dw_read_time(a) END`,
  "dw_day(y, m, d)": `(CAST(make_date(CAST(y AS BIGINT), 1, 1) AS TIMESTAMP)
    + to_months(CAST(m - 1 AS INTEGER)) + to_days(CAST(d - 1 AS INTEGER)))`,
  "dw_hours(h, m, s)":
    "(to_hours(CAST(h AS BIGINT)) + to_minutes(CAST(m AS BIGINT)) + to_seconds(CAST(s AS BIGINT)))",
  // A time as a moment, for what the engine does to moments alone.
  "dw_clock(a)": "a",
};

const AS_IT_IS = ["(a DATE) AS a", "(a TIMESTAMP) AS a", "(a TIMESTAMPTZ) AS a", "(a TIME) AS a"];
const AS = (type: string) => [
  `(a DATE) AS CAST(a AS ${type})`,
  `(a TIMESTAMP) AS CAST(a AS ${type})`,
  `(a TIMESTAMPTZ) AS CAST(a AS ${type})`,
];
const AS_TIME = ["(a TIME) AS a", "(a TIMESTAMP) AS CAST(a AS TIME)"];

/** Overloads of these for values that are dates or times already. */
export const SNOWFLAKE_MOMENT_OVERLOADS: Readonly<Record<string, readonly string[]>> = {
  dw_clock: ["(a TIME) AS (DATE '1970-01-01' + a)"],
  dw_date: AS("DATE"),
  dw_moment: AS("TIMESTAMP"),
  dw_time: AS_TIME,
  dw_try_date: AS("DATE"),
  dw_try_moment: AS("TIMESTAMP"),
  dw_try_time: AS_TIME,
  dw_try_zoned: AS("TIMESTAMPTZ"),
  dw_when: AS_IT_IS,
  dw_zoned: AS("TIMESTAMPTZ"),
};
