import type { Expression, FunctionName } from "./expression.ts";

/** In whose words an expression is written. */
export interface RenderOptions {
  readonly engine: "duckdb" | "postgres";
  /** Writes a column; its quoted name when absent. */
  readonly column?: (column: Extract<Expression, { kind: "column" }>) => string;
}

/**
 * Writes an expression as SQL. A value drawn at random has no SQL: `ruleBounds` gives its bounds.
 *
 * @param expression An expression without `random` and `generated()`.
 * @param options The engine, and how columns are named.
 * @returns SQL, in brackets wherever that could matter.
 *
 * @example
 * ```ts
 * renderExpression(check.rule, { engine: "duckdb" }); // `"price" > 0`
 * ```
 */
export function renderExpression(expression: Expression, options: RenderOptions): string {
  const inner = (part: Expression) => bracketed(part, options);
  switch (expression.kind) {
    case "literal":
      return literal(expression.value);
    case "column":
      return options.column?.(expression) ?? quoted(expression.name);
    case "negate":
      return `-${inner(expression.operand)}`;
    case "not":
      return `NOT ${inner(expression.operand)}`;
    case "arithmetic":
      return `${moment(expression.left) ?? inner(expression.left)} ${expression.operator} ${
        moment(expression.right) ?? inner(expression.right)
      }`;
    case "compare":
      return `${inner(expression.left)} ${expression.operator} ${inner(expression.right)}`;
    case "concat":
      return expression.operands.map(inner).join(" || ");
    case "call":
      return call(expression, options);
    case "random":
      return `${inner(expression.low)}..${inner(expression.high)}`;
    case "duration":
      return `${inner(expression.amount)} * INTERVAL '1 ${expression.unit}'`;
    case "in": {
      const values = expression.values.map((value) => renderExpression(value, options));
      return `${inner(expression.operand)}${not(expression)} IN (${values.join(", ")})`;
    }
    case "like": {
      const word = expression.ignoresCase ? "ILIKE" : "LIKE";
      return `${inner(expression.operand)}${not(expression)} ${word} ${
        literal(expression.pattern)
      }`;
    }
    case "regex":
      return regex(expression, options);
    case "is_null":
      return `${inner(expression.operand)} IS${not(expression)} NULL`;
    case "and":
    case "or":
      return expression.operands.map(inner).join(` ${expression.kind.toUpperCase()} `);
    case "case":
      return caseOf(expression, options);
  }
}

/** Text that is moved in time must say that it is one. */
function moment(expression: Expression): string | null {
  const text = expression.kind === "literal" ? expression.value : null;
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}( |T|$)/.test(text)) return null;
  return `${text.length > "2024-01-31".length ? "TIMESTAMP" : "DATE"} ${literal(text)}`;
}

function bracketed(expression: Expression, options: RenderOptions): string {
  const sql = renderExpression(expression, options);
  const isSimple = expression.kind === "column" || expression.kind === "call" ||
    (expression.kind === "literal" && !sql.startsWith("-"));
  return isSimple ? sql : `(${sql})`;
}

function not({ negated }: { readonly negated: boolean }): string {
  return negated ? " NOT" : "";
}

function call(
  { name, operands }: Extract<Expression, { kind: "call" }>,
  options: RenderOptions,
): string {
  const values = operands.map((operand) => renderExpression(operand, options));
  if (name === "slug") {
    const text = options.engine === "duckdb" ? `strip_accents(${values[0]})` : values[0];
    return `regexp_replace(lower(${text}), '[^a-z0-9]', '', 'g')`;
  }
  const part = PARTS[name];
  // Days are moved by whole numbers alone, which neither engine extracts.
  if (part !== undefined) {
    return `CAST(extract(${part} FROM ${timed(operands[0]!, values[0]!)}) AS INTEGER)`;
  }
  if (name === "month_name" || name === "day_name") {
    const isDuckdb = options.engine === "duckdb";
    if (isDuckdb) return `${name.replace("_", "")}(${timed(operands[0]!, values[0]!)})`;
    return `to_char(${timed(operands[0]!, values[0]!)}, '${
      name === "day_name" ? "FMDay" : "FMMonth"
    }')`;
  }
  return `${name}(${values.join(", ")})`;
}

/** What both engines call the parts of a date. */
const PARTS: Partial<Readonly<Record<FunctionName, string>>> = {
  ...{ year: "year", quarter: "quarter", month: "month", day: "day", week: "week" },
  ...{ day_of_week: "isodow", day_of_year: "doy" },
};

function timed(expression: Expression, sql: string): string {
  return moment(expression) ?? sql;
}

function regex(
  expression: Extract<Expression, { kind: "like" | "regex" }>,
  options: RenderOptions,
): string {
  const { operand, pattern, ignoresCase, negated } = expression;
  const text = bracketed(operand, options);
  if (options.engine === "postgres") {
    return `${text} ${negated ? "!" : ""}~${ignoresCase ? "*" : ""} ${literal(pattern)}`;
  }
  const matches = `regexp_matches(${text}, ${literal(pattern)}, '${ignoresCase ? "i" : "c"}')`;
  return negated ? `NOT ${matches}` : matches;
}

function caseOf(
  { branches, otherwise }: Extract<Expression, { kind: "case" }>,
  options: RenderOptions,
): string {
  const parts = branches.map(({ when, then }) =>
    `WHEN ${renderExpression(when, options)} THEN ${renderExpression(then, options)}`
  );
  return `CASE ${parts.join(" ")} ELSE ${renderExpression(otherwise, options)} END`;
}

function literal(value: string | number | boolean | null): string {
  return typeof value === "string"
    ? `'${value.replaceAll("'", "''")}'`
    : String(value).toUpperCase();
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
