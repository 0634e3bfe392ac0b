import { defineDiagnostic } from "../define_diagnostic.ts";

interface At {
  readonly table: string;
  readonly column: string;
}

/** Findings of planning: what the rows asked for can and cannot be. */
export const PLAN_DIAGNOSTICS = {
  PLAN_TOO_FEW_VALUES: defineDiagnostic<At & { needed: number; type: string; countMax: number }>(
    "error",
    ({ table, column, needed, type, countMax }) =>
      `Column '${column}' of table '${table}' needs ${count(needed)} distinct values, ` +
      `but ${type} with its rules has at most ${count(countMax)}`,
    ({ table, countMax }) =>
      `Ask for at most ${count(countMax)} rows of '${table}', or widen the type, length or range`,
  ),
  PLAN_CODES_MADE_UP: defineDiagnostic<At & { needed: number; codes: string; countMax: number }>(
    "warning",
    ({ table, column, needed, codes, countMax }) =>
      `Table '${table}' has ${count(needed)} rows, each with another '${column}', and there are ` +
      `${count(countMax)} ${codes}: the others are made up`,
    ({ table, countMax }) => `Ask for at most ${count(countMax)} rows of '${table}'`,
  ),
  PLAN_ROWS_OF_CODES: defineDiagnostic<
    { table: string; column: string; codes: string; rows: number }
  >(
    "info",
    ({ table, column, codes, rows }) =>
      `Table '${table}' gets ${rows} rows, since its key '${column}' has ${codes} and there are no more`,
    ({ table }) => `Ask for another number by --rows ${table}=n when you generate`,
  ),
  PLAN_ROWS_OF_DAYS: defineDiagnostic<{ table: string; rows: number }>(
    "info",
    ({ table, rows }) =>
      `Table '${table}' is a calendar and gets ${rows.toLocaleString("en-US")} rows: a day each ` +
      `from 2020 to 2025`,
    ({ table }) => `Ask for more days by --rows ${table}=n when you generate`,
  ),
  PLAN_PARENT_CROWDED: defineDiagnostic<{ table: string; parent: string; mean: number }>(
    "info",
    ({ table, parent, mean }) =>
      `Rows of '${parent}' have ${count(Math.round(mean))} rows of '${table}' each on average`,
    ({ table, parent }) =>
      `Ask for more rows of '${parent}' if that is not meant, or fewer of '${table}'`,
  ),
  PLAN_TOO_FEW_TUPLES: defineDiagnostic<
    { table: string; columns: readonly string[]; needed: number; countMax: number }
  >(
    "error",
    ({ table, columns, needed, countMax }) =>
      `The key (${columns.join(", ")}) of table '${table}' needs ${
        count(needed)
      } distinct tuples, ` +
      `but at most ${count(countMax)} exist`,
    ({ table, countMax }) =>
      `Ask for at most ${count(countMax)} rows of '${table}', or for more rows of its parents`,
  ),
  PLAN_PARENT_EMPTY: defineDiagnostic<
    { table: string; columns: readonly string[]; parent: string }
  >(
    "error",
    ({ table, columns, parent }) =>
      `Table '${table}' must reference '${parent}' by (${
        columns.join(", ")
      }), but '${parent}' has no rows`,
    ({ parent }) => `Ask for at least 1 row of '${parent}', or make the foreign key nullable`,
  ),
  PLAN_PARENT_TOO_SMALL: defineDiagnostic<
    { table: string; columns: readonly string[]; parent: string; needed: number; countMax: number }
  >(
    "error",
    ({ table, columns, parent, needed, countMax }) =>
      `Each of the ${
        count(needed)
      } rows of '${table}' needs a row of '${parent}' of its own, since ` +
      `(${columns.join(", ")}) is unique, but '${parent}' has ${count(countMax)}`,
    ({ table, parent, countMax }) =>
      `Ask for at most ${count(countMax)} rows of '${table}', or for more rows of '${parent}'`,
  ),
  PLAN_PARENT_TOO_LARGE: defineDiagnostic<{ table: string; parent: string; countMax: number }>(
    "error",
    ({ table, parent, countMax }) =>
      `Table '${table}' references '${parent}', which has more than ${count(countMax)} rows`,
    ({ parent, countMax }) => `Ask for at most ${count(countMax)} rows of '${parent}'`,
  ),
  PLAN_FAMILIES_IMPOSSIBLE: defineDiagnostic<
    { table: string; columns: readonly string[]; parent: string; reason: string; advice: string }
  >(
    "error",
    ({ table, columns, parent, reason }) =>
      `The rows of table '${table}' cannot be shared out among those of '${parent}' as ` +
      `per_parent of (${columns.join(", ")}) asks: ${reason}`,
    ({ advice }) => advice,
  ),
  PLAN_MEAN_UNMET: defineDiagnostic<
    { table: string; parent: string; mean: number; actual: number }
  >(
    "info",
    ({ table, parent, mean, actual }) =>
      `Rows of '${parent}' have ${decimal(actual)} rows of '${table}' on average, since so many ` +
      `were asked for, and not ${decimal(mean)}`,
    "Change target_rows, or the mean of per_parent",
  ),
  PLAN_REFERENCES_OVERLAP: defineDiagnostic<At & { first: string; second: string }>(
    "error",
    ({ table, column, first, second }) =>
      `Column '${column}' of table '${table}' references both '${first}' and '${second}', ` +
      `and nothing makes sure that one value is in both`,
    ({ first, second }) =>
      `Let '${first}' reference '${second}' as well, make the other columns nullable, or drop one of the two`,
  ),
  PLAN_REFERENCE_LEFT_NULL: defineDiagnostic<
    { table: string; columns: readonly string[]; parent: string }
  >(
    "warning",
    ({ table, columns, parent }) =>
      `The reference of '${table}' to '${parent}' shares columns with another one; ` +
      `(${columns.join(", ")}) is NULL in every row so that both hold`,
    "Drop one of the two references if you need values there",
  ),
  PLAN_KEY_UNSUPPORTED: defineDiagnostic<{ table: string; columns: readonly string[] }>(
    "error",
    ({ table, columns }) =>
      `The key (${columns.join(", ")}) of table '${table}' cannot be made sure of, ` +
      `since other keys and references decide its columns already`,
    "Drop the key, or add a column of its own to it",
  ),
  PLAN_KEY_CIRCLE: defineDiagnostic<At>(
    "error",
    ({ table, column }) =>
      `Column '${column}' of table '${table}' references itself through other tables`,
    "Break the circle: one of the keys must have values of its own",
  ),
  PLAN_UNKNOWN_GENERATOR: defineDiagnostic<At & { rule: string; near: readonly string[] }>(
    "error",
    ({ table, column, rule }) =>
      `Column '${column}' of table '${table}' asks for '${rule}', which is no generator`,
    ({ near }) =>
      near.length === 0
        ? "Use a name such as 'email', a Faker-JS path such as 'person.firstName', or leave it out"
        : `Did you mean ${near.map((name) => `'${name}'`).join(", ")}?`,
  ),
  PLAN_GENERATOR_MISFIT: defineDiagnostic<At & { rule: string; type: string }>(
    "error",
    ({ table, column, rule, type }) =>
      `Column '${column}' of table '${table}' is ${type}, which '${rule}' cannot fill`,
    "Choose another generator, or leave it out to have one chosen by name and type",
  ),
  PLAN_RANGE_EMPTY: defineDiagnostic<At & { type: string }>(
    "error",
    ({ table, column, type }) =>
      `The range of column '${column}' of table '${table}' holds no value of ${type}`,
    "Widen min_value and max_value, or change the type",
  ),
  PLAN_DISTRIBUTION_OUTSIDE: defineDiagnostic<At & { distribution: string }>(
    "error",
    ({ table, column, distribution }) =>
      `The ${distribution} distribution of column '${column}' of table '${table}' has practically no values in its range`,
    "Move the range to where the distribution has its values, or change its parameters",
  ),
  PLAN_DISTRIBUTION_UNUSED: defineDiagnostic<At>(
    "warning",
    ({ table, column }) =>
      `Column '${column}' of table '${table}' is a key, so its distribution is not used`,
    "Drop the distribution, or the uniqueness",
  ),
  PLAN_RULE_IMPOSSIBLE: defineDiagnostic<At & { rule: string; reason: string }>(
    "error",
    ({ table, column, rule, reason }) =>
      `Column '${column}' of table '${table}' cannot follow the rule '${rule}': ${reason}`,
    "Change the rule, or the type, range or keys of the column",
  ),
  PLAN_CHECK_CONTRADICTS: defineDiagnostic<At & { checks: readonly string[] }>(
    "error",
    ({ table, column, checks }) =>
      `The checks of table '${table}' leave column '${column}' no value: ${quoted(checks)}`,
    ({ column }) => `Change or drop a check, or the range, values or type of '${column}'`,
  ),
  PLAN_CHECK_UNUSED: defineDiagnostic<{ table: string; check: string }>(
    "warning",
    ({ table, check }) =>
      `Nothing makes sure that rows of table '${table}' meet the check '${check}'`,
    "Give its columns a range, values, a pattern or a rule that meets it, or drop the check",
  ),
  PLAN_DEFAULT_UNUSED: defineDiagnostic<At>(
    "warning",
    ({ table, column }) =>
      `No row of table '${table}' has the default of column '${column}': it is no plain value that ` +
      `the column may have, or a rule, a key or another list decides`,
    "Drop its default_share, or give it a default such as 'new', 0 or true",
  ),
  PLAN_NULLS_UNUSED: defineDiagnostic<At>(
    "warning",
    ({ table, column }) =>
      `Column '${column}' of table '${table}' is referenced by others, so it has no NULLs`,
    "Drop its null_rate",
  ),
} as const;

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(", ");
}

function decimal(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 4 });
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
