import type { GenerationPlan } from "../generation/mod.ts";
import { quoteName } from "../query/mod.ts";
import {
  type Column,
  type ExperimentSchema,
  type Expression,
  findTable,
  type ForeignKey,
  type LogicalType,
  parseExpression,
  partsOf,
  renderExpression,
  resolveColumn,
  ruleBounds,
  type Table,
} from "../schema/mod.ts";
import type { Check } from "./_plan_checks.ts";

/**
 * Lists what rules say of rows, those that were asked for and those that were concluded: values are
 * what the rule makes of the other columns, or, where something is drawn, lie between its bounds.
 *
 * @param schema What was promised.
 * @param plan Knows which columns follow which rules.
 */
export function planRowChecks(schema: ExperimentSchema, plan: GenerationPlan): readonly Check[] {
  return plan.tables.flatMap((planned) => {
    const table = findTable(schema, planned.name);
    return planned.columns.flatMap(({ name, rule }): readonly Check[] => {
      if (rule === undefined || (rule.origin !== "asked" && rule.origin !== "inferred")) return [];
      const column = table.columns.find((each) => each.name === name);
      const { expression } = parseExpression(rule.text);
      if (column === undefined || expression === null) return [];
      const sql = rowSql(expression, { column, table, schema });
      return sql === null
        ? []
        : [{ kind: "rule", table: table.name, columns: [name], condition: rule.text, sql }];
    });
  });
}

interface RowRule {
  readonly column: Column;
  readonly table: Table;
  readonly schema: ExperimentSchema;
}

/** Rows whose value is there and is not what the rule makes. Null where no SQL can say so. */
function rowSql(expression: Expression, { column, table, schema }: RowRule): string | null {
  const bounds = ruleBounds(expression);
  if (bounds === null || !KINDS.has(column.type.kind) || isZoned(column.type)) return null;
  const parents = new Map<ForeignKey, string>();
  const isTime = column.type.kind === "date" || column.type.kind === "timestamp";
  const isText = column.type.kind === "string";
  const isConcat = partsOf(expression).some(({ kind }) => kind === "concat");
  let isSayable = true;
  const write = (node: Extract<Expression, { kind: "column" }>): string => {
    const found = resolveColumn(node, table, schema);
    if (found.kind !== "own" && found.kind !== "parent") return "NULL";
    const { type, name } = found.column;
    // Only texts are put together the same way by everybody.
    if (isZoned(type) || ((isText || isConcat) && type.kind !== "string")) isSayable = false;
    const of = found.kind === "own" ? "child" : aliasOf(found.foreignKey, parents);
    const sql = `${of}.${quoteName(name)}`;
    // Doubles do not overflow; but days are added to dates as whole numbers.
    const number = isTime && type.kind === "integer" ? "INTEGER" : "DOUBLE";
    return NUMBERS.has(type.kind) ? `CAST(${sql} AS ${number})` : sql;
  };
  const sides = [bounds.low, bounds.high].map((each) =>
    renderExpression(each, { engine: "duckdb", column: write })
  );
  if (!isSayable) return null;
  const [low, high] = sides as [string, string];
  const value = `child.${quoteName(column.name)}`;
  const isOff = outside({ value, low, high, type: column.type, jump: jumpOf(expression) });
  const isMissing = bounds.isWhole ? ` OR (${low}) IS NULL` : "";
  return `SELECT count(*) FROM ${quoteName(table.name)} AS child${joins(parents)}
    WHERE ${value} IS NOT NULL AND (${isOff}${isMissing})`;
}

const NUMBERS: ReadonlySet<LogicalType["kind"]> = new Set(["integer", "decimal", "float"]);
const KINDS: ReadonlySet<LogicalType["kind"]> = new Set([
  ...["integer", "decimal", "float", "boolean"] as const,
  ...["date", "timestamp", "string"] as const,
]);

/** Those with a zone would have to be compared in one. */
function isZoned(type: LogicalType): boolean {
  return type.kind === "timestamp" && type.zoned;
}

function aliasOf(key: ForeignKey, parents: Map<ForeignKey, string>): string {
  const known = parents.get(key) ?? `parent_${parents.size + 1}`;
  parents.set(key, known);
  return known;
}

function joins(parents: ReadonlyMap<ForeignKey, string>): string {
  return [...parents].map(([{ columns, referencesTable, referencesColumns }, alias]) => {
    const equal = columns.map((name, i) =>
      `child.${quoteName(name)} = ${alias}.${quoteName(referencesColumns[i]!)}`
    );
    return `\n    LEFT JOIN ${quoteName(referencesTable)} AS ${alias} ON ${equal.join(" AND ")}`;
  }).join("");
}

interface Sides {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly type: LogicalType;
  /** How far doubles may land from decimals where the rule itself rounds. */
  readonly jump: number;
}

/** A half that doubles see as a little less is rounded to the other side. */
function jumpOf(expression: Expression): number {
  return partsOf(expression).reduce((most, part) => {
    if (part.kind !== "call" || !ROUNDING.has(part.name)) return most;
    const digits = part.operands[1]?.kind === "literal" ? Number(part.operands[1].value) : 0;
    return Math.max(most, 10 ** -digits);
  }, 0);
}

const ROUNDING: ReadonlySet<string> = new Set(["round", "ceil", "floor"]);

/** True where a value is further off than its type has to round. */
function outside({ value, low, high, type, jump }: Sides): string {
  switch (type.kind) {
    case "integer":
    case "decimal":
    case "float": {
      const unit = type.kind === "decimal" ? 10 ** -type.scale : 1;
      const half = (type.kind === "float" ? 0 : unit / 2) + jump;
      const share = type.kind === "float" && type.bits === 32 ? 1e-6 : 1e-12;
      const slack = (bound: string) => `(${half} * 1.000001 + abs(${bound}) * ${share})`;
      const number = `CAST(${value} AS DOUBLE)`;
      return `${number} < (${low}) - ${slack(low)} OR ${number} > (${high}) + ${slack(high)}`;
    }
    case "date": {
      const first = `date_trunc('day', CAST((${low}) AS TIMESTAMP))`;
      return `CAST(${value} AS TIMESTAMP) < ${first} OR CAST(${value} AS TIMESTAMP) > (${high})`;
    }
    case "timestamp": {
      // Digits of a second that the type does not have are cut off.
      const slack = type.precision < 6 ? " - INTERVAL '1 second'" : "";
      return `${value} < (${low})${slack} OR ${value} > (${high})`;
    }
    default:
      return `${value} <> (${low})`;
  }
}
