/** Texts, where the engine counts bytes or means something else by an empty text. */
export const SNOWFLAKE_TEXT_MACROS: Readonly<Record<string, string>> = {
  // The engine compares bytes, so each character of both texts becomes a byte of its own.
  "dw_letters(a, b)": "list_sort(list_distinct(regexp_extract_all(a || b, '(?s).')))",
  "dw_in_letters(a, letters)": `translate(a, array_to_string(letters, ''), array_to_string(
    list_transform(range(1, len(letters) + 1), lambda dw_i: chr(CAST(dw_i AS INTEGER))), ''))`,
  "dw_are_few(letters)": `CASE WHEN len(letters) > 127
    THEN error('The texts have more than 127 different characters') ELSE true END`,
  "dw_edit_distance(a, b)": `CASE
    WHEN strlen(a) = length(a) AND strlen(b) = length(b) THEN levenshtein(a, b)
    WHEN dw_are_few(dw_letters(a, b)) THEN levenshtein(
      dw_in_letters(a, dw_letters(a, b)), dw_in_letters(b, dw_letters(a, b))) END`,
  "dw_jaro(a, b)": `CASE
    WHEN strlen(a) = length(a) AND strlen(b) = length(b) THEN jaro_similarity(a, b)
    WHEN dw_are_few(dw_letters(a, b)) THEN jaro_similarity(
      dw_in_letters(a, dw_letters(a, b)), dw_in_letters(b, dw_letters(a, b))) END`,
  "dw_common_start(a, b)": `len(list_filter(range(1, least(10, length(a), length(b)) + 1),
    lambda dw_i: left(a, dw_i) = left(b, dw_i)))`,
  "dw_jaro_winkler(jaro, common)":
    "CASE WHEN jaro > 0.7 THEN jaro + common * 0.1e0 * (1 - jaro) ELSE jaro END",
  "dw_similarity(a, b)": `CAST(floor(1e-9 + 100 * dw_jaro_winkler(
    dw_jaro(lower(a), lower(b)), dw_common_start(lower(a), lower(b)))) AS BIGINT)`,
  "dw_split(a, mark)": `CASE WHEN a IS NULL OR mark IS NULL THEN NULL WHEN mark = '' THEN [a]
    ELSE string_split(a, mark) END`,
  "dw_split_part(a, mark, n)": `CASE
    WHEN mark <> '' THEN split_part(a, mark, CASE WHEN n = 0 THEN 1 ELSE n END)
    WHEN abs(n) > 1 THEN left(a, 0) WHEN n IS NOT NULL AND mark IS NOT NULL THEN a END`,
  "dw_tokens(a, marks)": `CASE WHEN marks = '' THEN list_filter([a], lambda dw_w: dw_w <> '')
    ELSE list_filter(string_split(
      translate(a, marks, repeat(marks[1], length(marks))), marks[1]), lambda dw_w: dw_w <> '') END`,
  "dw_insert(a, start, count, b)": `CASE
    WHEN a IS NULL OR start IS NULL OR count IS NULL OR b IS NULL THEN NULL
    WHEN start < 1 OR count < 0 OR start + count > length(a) + 1
    THEN error('The place of INSERT is outside of the text')
    ELSE left(a, start - 1) || b || substr(a, start + count) END`,
  "dw_unicode(a)": "CASE WHEN a = '' THEN 0 ELSE unicode(a) END",
  "dw_lpad(a, n, pad)": "CASE WHEN pad = '' THEN left(a, greatest(n, 0)) ELSE lpad(a, n, pad) END",
  "dw_rpad(a, n, pad)": "CASE WHEN pad = '' THEN left(a, greatest(n, 0)) ELSE rpad(a, n, pad) END",
  "dw_substring(a, start, count)": `CASE WHEN count < 0 THEN left(a, 0)
    ELSE substr(a, CASE WHEN start = 0 THEN 1 ELSE start END, count) END`,
  "dw_substring_from(a, start)": "substr(a, CASE WHEN start = 0 THEN 1 ELSE start END)",
  "dw_initcap_by(a, others)": `array_to_string(list_transform(
    regexp_extract_all(a, '[^' || others || ']+|[' || others || ']+'),
    lambda dw_w: CASE WHEN regexp_matches(dw_w, '[' || others || ']') THEN dw_w
      ELSE upper(dw_w[1]) || lower(dw_w[2:]) END), '')`,
  // Vowels part letters of one code, H and W do not; what is no Latin letter is not there.
  "dw_codes(a)": `regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    regexp_replace(translate(upper(regexp_replace(a, '[^A-Za-z]', '', 'g')),
      'BFPVCGJKQSXZDTLMNRAEIOUYHW', '111122222222334556000000'),
    '1+', '1', 'g'), '2+', '2', 'g'), '3+', '3', 'g'), '4+', '4', 'g'), '5+', '5', 'g'), '6+', '6', 'g')`,
  "dw_sound(a, codes)": `CASE WHEN a IS NULL THEN NULL
    WHEN regexp_matches(a, '^[A-Z]') THEN a[1] || left(replace(codes, '0', '') || '000', 3)
    ELSE error('SOUNDEX needs a text that starts with a capital letter; use UPPER') END`,
  "dw_soundex(a)": `dw_sound(a, CASE WHEN a[1] IN ('H', 'W') THEN dw_codes(a)
    ELSE substr(dw_codes(a), 2) END)`,
  "dw_soundex_p123(a)": "dw_sound(a, dw_codes(substr(a, 2)))",
  "dw_url_queries(query)": `map_from_entries(list_sort(list_transform(string_split(query, '&'),
    lambda dw_p: CASE WHEN contains(dw_p, '=')
      THEN {'k': split_part(dw_p, '=', 1), 'v': substr(dw_p, strpos(dw_p, '=') + 1)}
      ELSE error('A parameter of the URL has no value') END)))`,
  "dw_url_of(scheme, authority, path, query, fragment)": `json_object(
    'fragment', nullif(fragment, ''), 'host', nullif(regexp_replace(authority, ':[0-9]*$', ''), ''),
    'parameters', CASE WHEN query <> '' THEN to_json(dw_url_queries(query)) END,
    'path', path, 'port', nullif(regexp_extract(authority, ':([0-9]+)$', 1), ''),
    'query', nullif(query, ''), 'scheme', scheme)`,
  "dw_is_url(a)": "regexp_matches(a, '^[A-Za-z][A-Za-z0-9+.-]*:')",
  "dw_url(a)": `CASE WHEN a IS NULL THEN NULL
    WHEN NOT dw_is_url(a) THEN error('The URL has no scheme')
    ELSE dw_url_of(regexp_extract(a, '^([^:]*):', 1), regexp_extract(a, '^[^:]*://([^/?#]*)', 1),
      regexp_extract(a, '^[^:]*:(?://[^/?#]*)?/?([^?#]*)', 1), regexp_extract(a, '^[^?#]*\\?([^#]*)', 1),
      regexp_extract(a, '#(.*)$', 1)) END`,
};
