/**
 * How Redshift divides ("Computations with numeric values") and averages ("AVG function"): of
 * decimals comes a decimal whose scale follows from the types, and what is beyond it is cut off.
 * Such decimals are doubles here, so those whose digits a double does not hold stay as they are.
 *
 * Where the type of the answer follows from types, the answers of all types stand in a row, and
 * one is taken by its place, which the engine knows while it plans. The first of the row is there
 * so that the engine does not look for the place before it knows the types.
 */
export const REDSHIFT_NUMBERS: Readonly<Record<string, string>> = {
  "dw_precision(t)": `CASE t WHEN 'SMALLINT' THEN 5 WHEN 'INTEGER' THEN 10 WHEN 'BIGINT' THEN 19
    ELSE CAST(coalesce(nullif(regexp_extract(t, '\\((\\d+)', 1), ''), '19') AS INTEGER) END`,
  "dw_scale(t)": "CAST(coalesce(nullif(regexp_extract(t, ',(\\d+)', 1), ''), '0') AS INTEGER)",
  "dw_fitting_scale(digits, scale)":
    "CASE WHEN digits + scale > 38 THEN greatest(38 - digits, 4) ELSE scale END",
  "dw_quotient_scale(t, u)": `dw_fitting_scale(dw_precision(t) - dw_scale(t) + dw_scale(u),
    greatest(4, dw_scale(t) + dw_precision(u) - dw_scale(u) + 1))`,
  // A share of an ulp more, so that 0.29, which no double is, is not cut to 0.28.
  "dw_cut(q, scale)": `CASE WHEN abs(q) * power(1e1, scale) < 1e14
    THEN trunc(q * power(1e1, scale) * (1 + 1e-14)) / power(1e1, scale) ELSE q END`,
  "dw_is_decimal(t, u)": `regexp_full_match(t || u, '(DECIMAL\\(\\d+,\\d+\\)|[A-Z]*INT|INTEGER){2}')
    AND (t || u) LIKE '%DECIMAL%'`,
  "dw_quotient(a, b)": `struct_extract_at(row(cast_to_type(NULL, a), a / b,
    CASE WHEN dw_is_decimal(typeof(a), typeof(b))
      THEN dw_cut(a / b, dw_quotient_scale(typeof(a), typeof(b))) END),
    CASE WHEN dw_is_decimal(typeof(a), typeof(b)) THEN 3 ELSE 2 END)`,
  "dw_divide(a, b)": "CASE WHEN b = 0 THEN error('Division by zero') ELSE dw_quotient(a, b) END",
  // AVG of whole numbers is a whole number; the type of the sum tells what was averaged.
  "dw_mean(mean, total)": `struct_extract_at(row(cast_to_type(NULL, total),
    CAST(CASE WHEN typeof(total) = 'HUGEINT' THEN trunc(mean) END AS BIGINT),
    CASE WHEN typeof(total) LIKE 'DECIMAL%' THEN dw_cut(mean, dw_scale(typeof(total))) ELSE mean END),
    CASE WHEN typeof(total) = 'HUGEINT' THEN 2 ELSE 3 END)`,
  // For PIVOT, which takes one aggregate and no more.
  "dw_mean_in(all_values)": `CASE
    WHEN typeof(all_values) LIKE 'DECIMAL%'
    THEN dw_cut(list_avg(all_values), dw_scale(typeof(all_values)))
    WHEN typeof(all_values) LIKE '%INT%' THEN trunc(list_avg(all_values))
    ELSE list_avg(all_values) END`,
};
