import { describeFunctions, type QueryDialect } from "../query/mod.ts";

/** What people use most of the engine's own; it has some thousand. */
const ENGINE_FUNCTIONS =
  ("abs any_value approx_count_distinct arg_max arg_min array_agg avg bool_and bool_or cast ceil " +
    "coalesce concat contains corr count count_if current_date date_diff date_part " +
    "date_trunc dayname dense_rank epoch first_value floor generate_series greatest histogram if " +
    "ifnull json_extract json_extract_string lag last_day last_value lead least length list " +
    "list_transform ln log lower lpad ltrim make_date max md5 median min mode monthname now ntile " +
    "nullif percent_rank pow quantile_cont range rank regexp_extract regexp_matches regexp_replace " +
    "repeat replace reverse round row_number rpad rtrim sign split_part sqrt stddev strftime " +
    "string_agg strptime substring sum today trim try_cast typeof unnest upper var_samp")
    .split(" ");

/**
 * Lists the functions that can be called in a dialect.
 *
 * @param dialect Whose functions.
 * @returns Their names in lower case, in order.
 */
export function dialectFunctions(dialect: QueryDialect): readonly string[] {
  if (dialect === "duckdb") return ENGINE_FUNCTIONS;
  return describeFunctions(dialect).filter(({ support }) => support !== "refused")
    .map(({ name }) => name.toLowerCase());
}
