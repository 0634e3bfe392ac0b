import { REDSHIFT_NUMBERS } from "./_redshift_numbers.ts";
import { ZONE_MINUTES } from "./zone_minutes.ts";

/** The table of CRC-32C, by byte, as "CRC32 function" names the polynomial. */
const CRC_TABLE = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc >>> 0;
}).join(", ");

const ZONE_BRANCHES = Object.entries(ZONE_MINUTES)
  .map(([name, minutes]) => `WHEN '${name}' THEN ${minutes}`).join(" ");

/** The digits 0 to 9 in the letters of one, five and ten. */
function romanDigits(one: string, five: string, ten: string): string {
  const low = [0, 1, 2, 3].map((count) => one.repeat(count));
  const digits = [...low, `${one}${five}`, ...low.map((each) => `${five}${each}`), `${one}${ten}`];
  return `[${digits.map((each) => `'${each}'`).join(", ")}]`;
}

const ROMAN = [
  romanDigits("M", "", ""),
  romanDigits("C", "D", "M"),
  romanDigits("X", "L", "C"),
  romanDigits("I", "V", "X"),
];

/** What Redshift knows beside numbers. */
const TEXTS: Readonly<Record<string, string>> = {
  "dw_text(a)": `CASE typeof(a)
    WHEN 'JSON' THEN json_extract_string(CAST(a AS VARCHAR), '$')
    WHEN 'DOUBLE' THEN regexp_replace(CAST(a AS VARCHAR), '\\.0$', '')
    WHEN 'FLOAT' THEN regexp_replace(CAST(a AS VARCHAR), '\\.0$', '')
    WHEN 'BOOLEAN' THEN error('Redshift makes no text of a boolean; use CASE')
    ELSE CAST(a AS VARCHAR) END`,
  "dw_octet_index(sought, a)": `CASE WHEN strpos(a, sought) = 0 THEN 0
    ELSE strlen(left(a, strpos(a, sought) - 1)) + 1 END`,
  "dw_quote_ident(a)": `CASE WHEN regexp_full_match(a, '[a-z_][a-z0-9_$]*') THEN a
    ELSE '"' || replace(a, '"', '""') || '"' END`,
  "dw_bytes(a)": `list_transform(range(0, strlen(a)),
    lambda dw_i: CAST('0x' || substr(hex(a), dw_i * 2 + 1, 2) AS INTEGER))`,
  "dw_crc32(a)": `lpad(lower(to_hex(xor(4294967295, list_reduce(dw_bytes(a), lambda dw_h, dw_b:
    xor(dw_h >> 8, [${CRC_TABLE}][CAST(xor(dw_h, dw_b) & 255 AS INTEGER) + 1]),
    CAST(4294967295 AS BIGINT))))), 8, '0')`,
  "dw_whole_bytes(a, width)": `list_transform(range(0, width), lambda dw_i:
    CAST(((CAST(a AS HUGEINT) + 18446744073709551616) // CAST(pow(256, dw_i) AS HUGEINT)) % 256 AS INTEGER))`,
  "dw_hashed_bytes(a)": `CASE typeof(a)
    WHEN 'SMALLINT' THEN dw_whole_bytes(TRY_CAST(CAST(a AS VARCHAR) AS HUGEINT), 2)
    WHEN 'INTEGER' THEN dw_whole_bytes(TRY_CAST(CAST(a AS VARCHAR) AS HUGEINT), 4)
    WHEN 'BIGINT' THEN dw_whole_bytes(TRY_CAST(CAST(a AS VARCHAR) AS HUGEINT), 8)
    WHEN 'VARCHAR' THEN dw_bytes(CAST(a AS VARCHAR))
    ELSE error('FNV_HASH takes whole numbers and texts here') END`,
  "dw_signed(h)":
    "CAST(CASE WHEN h >= 9223372036854775808 THEN h - 18446744073709551616 ELSE h END AS BIGINT)",
  "dw_fnv_seeded(a, seed)": `dw_signed(list_reduce(dw_hashed_bytes(a),
    lambda dw_h, dw_b: (xor(dw_h, CAST(dw_b AS HUGEINT)) * 1099511628211) % 18446744073709551616, seed))`,
  "dw_fnv(a)": "dw_fnv_seeded(a, CAST(14695981039346656037 AS HUGEINT))",
  "dw_fnv_next(a, seed)": `dw_fnv_seeded(a, (CAST(seed AS HUGEINT) + 18446744073709551616)
    % 18446744073709551616)`,
  // Letters alone; H and W do not part two letters of one code, and vowels do.
  "dw_soundex_letters(a)": "regexp_replace(upper(a), '[^A-Z]', '', 'g')",
  "dw_soundex_codes(s)": `translate(left(s, 1) || regexp_replace(substr(s, 2), '[HW]', '', 'g'),
    'AEIOUYHWBFPVCGJKQSXZDTLMNR', '00000000111122222222334556')`,
  "dw_collapsed(s)": ["1", "2", "3", "4", "5", "6"].reduce(
    (made, digit) => `regexp_replace(${made}, '${digit}+', '${digit}', 'g')`,
    "s",
  ),
  "dw_soundex_of(s)": `CASE WHEN s = '' THEN '' ELSE left(s, 1) || rpad(left(
    replace(substr(dw_collapsed(dw_soundex_codes(s)), 2), '0', ''), 3), 3, '0') END`,
  "dw_soundex(a)": "dw_soundex_of(dw_soundex_letters(a))",
  "dw_difference(a, b)": `CASE
    WHEN dw_soundex_letters(a) = '' AND dw_soundex_letters(b) = '' THEN 1
    WHEN dw_soundex_letters(a) = '' OR dw_soundex_letters(b) = '' THEN 0
    ELSE len(list_filter([1, 2, 3, 4],
      lambda dw_i: substr(dw_soundex(a), dw_i, 1) = substr(dw_soundex(b), dw_i, 1))) END`,
  "dw_digit(c, base)": `CASE
    WHEN strpos('0123456789abcdefghijklmnopqrstuvwxyz', c) BETWEEN 1 AND base
    THEN strpos('0123456789abcdefghijklmnopqrstuvwxyz', c) - 1
    ELSE error('The digit ' || c || ' is none in base ' || base) END`,
  "dw_digits(a, base)": `list_reduce(list_transform(
    regexp_extract_all(regexp_replace(lower(ltrim(a)), CASE WHEN base = 16 THEN '^[+-]?(0x)?'
      ELSE '^[+-]?' END, ''), '(?s).'),
    lambda dw_c: CAST(dw_digit(dw_c, base) AS HUGEINT)),
    lambda dw_n, dw_d: dw_n * base + dw_d, CAST(0 AS HUGEINT))`,
  "dw_strtol(a, base)": `CAST(CASE WHEN ltrim(a) LIKE '-%' THEN -1 ELSE 1 END
    * dw_digits(a, CAST(base AS INTEGER)) AS BIGINT)`,
  // In what Redshift puts in place of a match, $1 is the first group, as \1 is.
  "dw_roman_of(n)": `CASE WHEN n NOT BETWEEN 1 AND 3999 THEN repeat('#', 15)
    ELSE ${ROMAN[0]}[n // 1000 + 1] || ${ROMAN[1]}[n // 100 % 10 + 1]
      || ${ROMAN[2]}[n // 10 % 10 + 1] || ${ROMAN[3]}[n % 10 + 1] END`,
  "dw_roman(a)": "dw_roman_of(CAST(round(a) AS BIGINT))",
  "dw_replacement(a)": "regexp_replace(a, '\\$(\\d)', '\\\\\\1', 'g')",
};

const MOMENTS: Readonly<Record<string, string>> = {
  "dw_truncated(a)": "trunc(a)",
  "dw_add_years(a, length)": `CASE
    WHEN month(a) = 2 AND day(a) = 29 AND day(a + length) = 28
    THEN a + length + INTERVAL 1 day ELSE a + length END`,
  // An abbreviation is so many minutes all the year; of a POSIX zone the hours count to the west.
  "dw_zone_minutes(zone)": `CASE upper(zone) ${ZONE_BRANCHES}
    ELSE CASE WHEN regexp_full_match(zone, '[A-Za-z/_]*[A-Za-z_ ][+-]?\\d{1,2}(:\\d\\d)?')
      AND NOT regexp_full_match(zone, '(Etc/)?(GMT|UTC)[+-]?0?|Etc/.*')
    THEN (CASE WHEN regexp_matches(zone, '-\\d{1,2}(:\\d\\d)?$') THEN 1 ELSE -1 END)
      * (CAST(regexp_extract(zone, '(\\d{1,2})(:\\d\\d)?$', 1) AS INTEGER) * 60
        + coalesce(TRY_CAST(regexp_extract(zone, ':(\\d\\d)$', 1) AS INTEGER), 0)) END END`,
  "dw_zone_name(zone)": `CASE
    WHEN regexp_full_match(zone, '[A-Z]{2,5}') AND zone NOT IN ('UTC', 'GMT', 'EST', 'MST', 'HST', 'PRC', 'ROC', 'ROK')
    THEN error('The zone ' || zone || ' is not known; use a name such as Europe/Paris')
    ELSE zone END`,
  "dw_to_zone(zone, a)": `CASE WHEN dw_zone_minutes(zone) IS NOT NULL
    THEN a + to_minutes(CAST(dw_zone_minutes(zone) AS BIGINT))
    ELSE timezone(dw_zone_name(zone), timezone('UTC', a)) END`,
  "dw_from_zone(zone, a)": `CASE WHEN dw_zone_minutes(zone) IS NOT NULL
    THEN a - to_minutes(CAST(dw_zone_minutes(zone) AS BIGINT))
    ELSE timezone('UTC', timezone(dw_zone_name(zone), a)) END`,
};

/** The engine reads JSON with commas that end nothing, with NaN and Infinity; Redshift does not. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "dw_elements(a)": `CASE WHEN json_type(CAST(a AS JSON)) = 'ARRAY'
    THEN CAST(CAST(a AS JSON) AS JSON[]) END`,
  "dw_json_valid(a)": `json_valid(a) AND NOT (
    regexp_matches(a, ',\\s*[\\]}]|[nN][aA][nN]|[iI][nN][fF]')
    AND regexp_matches(regexp_replace(a, '"(?:[^"\\\\]|\\\\.)*"', '""', 'g'),
      ',\\s*[\\]}]|[nN][aA][nN]|[iI][nN][fF]'))`,
  "dw_json_parse(a)": `CASE WHEN dw_json_valid(a)
    THEN CAST(regexp_replace(a, '("(?:[^"\\\\]|\\\\.)*")|\\s+', '\\1', 'g') AS JSON)
    WHEN a IS NOT NULL THEN error('Not JSON: ' || a) END`,
  "dw_json_is(a, kind)":
    "coalesce(dw_json_valid(a) AND json_type(TRY_CAST(a AS JSON)) = kind, false)",
  "dw_json_path_text(a, p)": `CASE
    WHEN dw_json_valid(CAST(a AS VARCHAR)) THEN json_extract_string(CAST(a AS VARCHAR), p)
    WHEN a IS NULL THEN NULL
    ELSE error('Invalid JSON object ' || CAST(a AS VARCHAR)) END`,
  "dw_lenient(a)": "CASE WHEN dw_json_valid(a) THEN a END",
  "dw_array_length(a)": `CASE
    WHEN dw_json_is(CAST(a AS VARCHAR), 'ARRAY') THEN CAST(json_array_length(CAST(a AS JSON)) AS BIGINT)
    WHEN a IS NOT NULL THEN error('Not a JSON array: ' || CAST(a AS VARCHAR)) END`,
  "dw_array_element_text(a, i)": `CASE
    WHEN NOT dw_json_valid(a) THEN error('Invalid JSON array ' || a)
    WHEN i >= 0 THEN json_extract_string(a, '$[' || CAST(i AS VARCHAR) || ']') END`,
  "dw_is_type(a, kind)": "coalesce(json_type(CAST(a AS JSON)) = kind, false)",
  "dw_json_typeof(a)": `CASE json_type(CAST(a AS JSON))
    WHEN 'VARCHAR' THEN 'string' WHEN 'BOOLEAN' THEN 'boolean' WHEN 'ARRAY' THEN 'array'
    WHEN 'OBJECT' THEN 'object' WHEN 'NULL' THEN 'null' ELSE CASE WHEN a IS NULL THEN NULL
    ELSE 'number' END END`,
  "dw_is_number(a)": `coalesce(json_type(CAST(a AS JSON))
    IN ('UBIGINT', 'BIGINT', 'DOUBLE', 'HUGEINT', 'UHUGEINT'), false)`,
  "dw_is_whole(a, most)": `dw_is_number(a) AND regexp_full_match(CAST(a AS VARCHAR), '-?\\d+')
    AND coalesce(TRY_CAST(CAST(a AS VARCHAR) AS HUGEINT) BETWEEN -most - 1 AND most, false)`,
  // Redshift makes no SUPER of a date or a time ("object function", "array function").
  "dw_super(a)": `CASE WHEN regexp_matches(typeof(a), '^(DATE|TIME|INTERVAL)')
    THEN error('Redshift makes no SUPER of a ' || typeof(a) || '; cast it to VARCHAR')
    ELSE to_json(a) END`,
  "dw_joined(a, b)": `CASE WHEN dw_elements(a) IS NOT NULL AND dw_elements(b) IS NOT NULL
    THEN to_json(list_concat(dw_elements(a), dw_elements(b))) END`,
  "dw_flat(l)": `flatten(list_transform(l, lambda dw_e: CASE WHEN json_type(dw_e) = 'ARRAY'
    THEN CAST(dw_e AS JSON[]) ELSE [dw_e] END))`,
  "dw_all_flat(l)": `CASE WHEN len(list_filter(l, lambda dw_e: json_type(dw_e) = 'ARRAY')) > 0
    THEN error('ARRAY_FLATTEN of more than eight levels') ELSE l END`,
  "dw_flattened(a)": `to_json(dw_all_flat(
    dw_flat(dw_flat(dw_flat(dw_flat(dw_flat(dw_flat(dw_flat(dw_elements(a))))))))))`,
  "dw_array_from(l, start)": "l[CASE WHEN start < 0 THEN start ELSE start + 1 END:]",
  "dw_array_piece(l, start, n)": `CASE
    WHEN start < 0 THEN l[greatest(len(l) + start + 1, 1):greatest(len(l) + start, 0) + n]
    ELSE l[start + 1:start + n] END`,
  "dw_distinct(l)": `list_filter(l, lambda dw_e, dw_i:
    list_position(list_transform(l, lambda dw_f: coalesce(CAST(dw_f AS VARCHAR), 'null')),
      coalesce(CAST(dw_e AS VARCHAR), 'null')) = dw_i)`,
  "dw_members(a)": `CASE WHEN json_type(CAST(a AS JSON)) = 'OBJECT'
    THEN CAST(CAST(a AS JSON) AS MAP(VARCHAR, JSON)) END`,
  "dw_position(a, sought)": `coalesce(list_position(
    list_transform(dw_elements(a), lambda dw_e: coalesce(CAST(dw_e AS VARCHAR), 'null')),
    CAST(coalesce(dw_super(sought), CAST('null' AS JSON)) AS VARCHAR)), 0)`,
};

/** Macros of Redshift's own, each after those that it calls. */
export const REDSHIFT_MACROS: Readonly<Record<string, string>> = {
  ...REDSHIFT_NUMBERS,
  ...TEXTS,
  ...MOMENTS,
  ...DOCUMENTS,
};
