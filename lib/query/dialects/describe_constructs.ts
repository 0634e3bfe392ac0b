import type { ForeignDialect } from "./dialect_rules.ts";

/** What a dialect has beyond functions, for the reference. */
export interface DescribedConstruct {
  readonly name: string;
  readonly support: "differs" | "refused" | "supported";
  readonly says?: string;
  /** What a case of the corpus holds that shows it. */
  readonly shownBy: string;
}

const SHARED: readonly DescribedConstruct[] = [
  { name: "`CASE`", support: "supported", shownBy: "case when" },
  {
    name: "Order of NULLs: last, and first with `DESC`",
    support: "supported",
    shownBy: "order by x desc",
  },
  { name: "Division by zero is an error", support: "supported", shownBy: "% 0" },
  { name: "`||` with NULL is NULL", support: "supported", shownBy: "|| " },
  { name: "`value::type`", support: "supported", shownBy: "::" },
  { name: "`VALUES`, `WITH`, `WITH RECURSIVE`", support: "supported", shownBy: "with " },
  { name: "`GROUP BY ROLLUP`, `CUBE`, `GROUPING SETS`", support: "supported", shownBy: "rollup" },
];

const WAREHOUSES: readonly DescribedConstruct[] = [
  { name: "`QUALIFY`", support: "supported", shownBy: "qualify" },
  { name: "`TOP n`", support: "supported", shownBy: "top 1" },
  { name: "`MINUS`", support: "supported", shownBy: "minus" },
  { name: "`PIVOT`, with listed values", support: "supported", shownBy: "pivot (sum" },
  { name: "`UNPIVOT`", support: "supported", shownBy: "unpivot" },
  {
    name: "Backslashes in texts",
    support: "supported",
    says: "`'\\\\d'` is the text `\\d`",
    shownBy: "'\\\\d'",
  },
];

const CONSTRUCTS: Readonly<Record<ForeignDialect, readonly DescribedConstruct[]>> = {
  postgres: [
    ...SHARED,
    { name: "Integer division", support: "supported", shownBy: "7 / -2" },
    {
      name: "Regular expressions `~`, `~*`",
      support: "supported",
      says: "RE2: no lookaround, no back references",
      shownBy: " ~ ",
    },
    { name: "`SIMILAR TO`", support: "supported", shownBy: "similar to" },
    { name: "`DISTINCT ON`", support: "supported", shownBy: "distinct on" },
    { name: "`FILTER (WHERE …)`", support: "supported", shownBy: "filter (" },
    { name: "`generate_series` in `FROM`", support: "supported", shownBy: "generate_series" },
    { name: "`unnest` in `FROM`", support: "supported", shownBy: "unnest" },
    {
      name: "Arrays: `ARRAY[…]`, from 1",
      support: "differs",
      says: "Shown as `[1, 2]` and not as `{1,2}`, but for `::text`; a list has one scale",
      shownBy: "(array[1,2,3])[2]",
    },
    { name: "Array slices, `||`, `@>`, `<@`, `&&`", support: "supported", shownBy: "&& array" },
    {
      name: "Arrays of several dimensions",
      support: "differs",
      says: "Made and shown, and not taken apart",
      shownBy: "array[[1,2],[3,4]]",
    },
    {
      name: "`json -> key`, `->>`, `#>`, `#>>`, `[key]`",
      support: "differs",
      says: "Shown without spaces, but for `::text`; built objects keep the order of their keys",
      shownBy: "->>",
    },
    {
      name: "`jsonb @> '…'`, `?`, `?|`, `?&`, `||`, `-`",
      support: "supported",
      says: "The document that is looked for must stand in the text",
      shownBy: "@> '{",
    },
    { name: "`= ANY (array)`, `LIKE ANY`", support: "supported", shownBy: "any(" },
    {
      name: "Rows: `(a, b) = (c, d)`, `<`, `IN`",
      support: "supported",
      shownBy: "(1, 2) < (1, 3)",
    },
    { name: "`OVERLAPS`", support: "supported", shownBy: "overlaps" },
    { name: "`WITH ORDINALITY`", support: "supported", shownBy: "with ordinality" },
    { name: "`LATERAL`", support: "supported", shownBy: "lateral" },
    {
      name: "Functions that make rows, in `SELECT`",
      support: "supported",
      shownBy: "unnest(array",
    },
    { name: "`E'…'` and `$$…$$`", support: "supported", shownBy: "$$" },
    {
      name: "Lengths of time",
      support: "differs",
      says: "Shown as `1 month` and not as `1 mon`, but for `::text`",
      shownBy: "interval '14 months'",
    },
    {
      name: "Division of numerics, `AVG`, `STDDEV`",
      support: "differs",
      says: "Has as many digits as a double",
      shownBy: "1 / 3.0",
    },
    {
      name: "`CHAR(n)`",
      support: "differs",
      says: "Blanks at its end are not kept",
      shownBy: "::char(5)",
    },
    {
      name: "`BYTEA`",
      support: "differs",
      says: "Shown as the engine shows bytes; `ENCODE` writes them out",
      shownBy: "::bytea",
    },
  ],
  redshift: [
    ...SHARED,
    ...WAREHOUSES,
    { name: "Integer division", support: "supported", shownBy: "7 / 2 " },
    {
      name: "Division of decimals",
      support: "differs",
      says: "Cut to Redshift's scale, of which a double shows no zeros at the end; " +
        "a quotient of a quotient is cut once",
      shownBy: "sum(p) / sum(q)",
    },
    {
      name: "Blanks at the end of texts, which mean nothing in comparisons",
      support: "differs",
      says: "Those in a column count",
      shownBy: "'abc' = 'abc   '",
    },
    {
      name: "Aggregates `OVER (ORDER BY …)` without a frame",
      support: "refused",
      says: "Redshift wants one",
      shownBy: "sum(q) over (order by q)",
    },
    {
      name: "Dates as `Jun 1,2008`, `12/31/2008`, `20081231`",
      support: "supported",
      says: "In casts and date functions",
      shownBy: "date 'jun 1,2008'",
    },
    { name: "`'a' + 'b'`", support: "supported", shownBy: "'a' + 'b'" },
    {
      name: "`INTERVAL '1-2' YEAR TO MONTH`, `DAY TO SECOND`",
      support: "supported",
      shownBy: "year to month",
    },
    {
      name: "`CONNECT BY`",
      support: "refused",
      says: "Use `WITH RECURSIVE`",
      shownBy: "connect by",
    },
    {
      name: "Regular expressions `~`, `!~*`",
      support: "supported",
      says: "RE2: no lookaround, no back references",
      shownBy: " ~* ",
    },
    { name: "`SIMILAR TO`", support: "supported", shownBy: "similar to" },
    { name: "SUPER: `value[0].name`, from 0", support: "supported", shownBy: "t.o.y[1].z" },
    { name: "SUPER: `FROM t, t.items AS item`", support: "supported", shownBy: "t.items as l" },
    {
      name: "`APPROXIMATE COUNT(DISTINCT …)`",
      support: "supported",
      says: "Exact",
      shownBy: "approximate count",
    },
    {
      name: "`INTERVAL '1 day 2 hours'`",
      support: "supported",
      shownBy: "interval '1 day 2 hours'",
    },
    { name: "`AT TIME ZONE`", support: "supported", shownBy: "at time zone" },
    {
      name: "Types that only Redshift has (`GEOMETRY`, `HLLSKETCH`)",
      support: "refused",
      shownBy: "::geometry",
    },
  ],
  snowflake: [
    ...SHARED,
    ...WAREHOUSES,
    {
      name: "`7 / 2` is 3.500000, `1 / 3` is 0.333333",
      support: "supported",
      shownBy: "1 / 3",
    },
    { name: "`column:path.to[0]::type`", support: "supported", shownBy: "a.b::string" },
    { name: "`[…]` and `{…}` literals", support: "supported", shownBy: "{'a': 1" },
    {
      name: "`LATERAL FLATTEN`, with `PATH`, `OUTER` and `MODE`",
      support: "supported",
      shownBy: "lateral flatten",
    },
    {
      name: "`FLATTEN` with `RECURSIVE`",
      support: "supported",
      says: "Without `PATH` and `OUTER`",
      shownBy: "recursive => true",
    },
    {
      name: "Lambdas of `FILTER`, `TRANSFORM` and `REDUCE`",
      support: "supported",
      shownBy: "a int -> a",
    },
    {
      name: "`TABLE(GENERATOR(ROWCOUNT => n))`",
      support: "supported",
      shownBy: "generator(rowcount",
    },
    { name: "`TABLE(SPLIT_TO_TABLE(…))`", support: "supported", shownBy: "split_to_table" },
    { name: "`$1`, `$2` for columns", support: "supported", shownBy: "select $1" },
    { name: "`LIKE ANY`, `ILIKE ANY`, `LIKE ALL`", support: "supported", shownBy: "like any" },
    {
      name: "`RLIKE`, `REGEXP`: the whole text",
      support: "supported",
      says: "RE2: no lookaround, no back references",
      shownBy: " rlike ",
    },
    { name: "`* EXCLUDE`, `* RENAME`", support: "supported", shownBy: "exclude" },
    { name: "`GROUP BY ALL`", support: "supported", shownBy: "group by all" },
    { name: "`ASOF JOIN … MATCH_CONDITION`", support: "supported", shownBy: "asof join" },
    {
      name: "`LAST_VALUE` without a frame sees the whole partition",
      support: "supported",
      shownBy: "last_value(x) over (order by x)",
    },
    { name: "`//` comments, `$$…$$` texts", support: "supported", shownBy: "// a comment" },
    { name: "`^`", support: "refused", says: "Use POWER", shownBy: "2 ^ 3" },
  ],
};

/** Refused in a query of any dialect, each by its name. */
export const REFUSED_EVERYWHERE: readonly (readonly [construct: string, instead: string])[] = [
  ["`COLLATE`", "compare with UPPER or LOWER on both sides"],
  ["`CONNECT BY`", "use WITH RECURSIVE"],
  ["`MATCH_RECOGNIZE`", "use window functions with QUALIFY"],
  ["Time travel, `AT (…)`, `BEFORE (…)`", "a run never changes"],
  ["`SELECT INTO`, `FOR UPDATE`", "nothing is written here"],
  ["`PIVOT` with `ANY` or a query", "list the values"],
  ["`SAMPLE … SEED`", "the rows drawn are others than the vendor's"],
  ["Functions that are not listed", "similar names are offered"],
];

/**
 * Lists what a dialect has beyond functions.
 *
 * @param dialect Whose constructs.
 * @returns The constructs, those that all dialects share first.
 */
export function describeConstructs(dialect: ForeignDialect): readonly DescribedConstruct[] {
  return CONSTRUCTS[dialect];
}
