import {
  type Check,
  type Column,
  type Expression,
  partsOf,
  type Table,
} from "../../../schema/mod.ts";
import type { RowFact } from "../checks/honour_checks.ts";
import {
  arithmetic,
  between,
  call,
  columnNamed,
  days,
  literal,
  type RuleSource,
} from "./rule_source.ts";

/** A bound that another value of the row is for a column. */
interface RowBound {
  readonly expression: Expression;
  readonly strict: boolean;
}

interface RowBounds {
  readonly lows: RowBound[];
  readonly highs: RowBound[];
  readonly checks: Set<Check>;
}

/** Rules that make rows meet checks, by column; and the the checks that none can be made for. */
export interface CheckRules {
  readonly rules: ReadonlyMap<string, RuleSource>;
  readonly unused: readonly Check[];
}

interface CheckRuleOptions {
  readonly facts: readonly RowFact[];
  /** Whether a rule may decide the column: no key, reference or rule of its own does. */
  readonly isFree: (column: Column) => boolean;
  /** Whether the rule that somebody wrote for a column needs another column, near or far. */
  readonly restsOn: (column: Column, other: Column) => boolean;
  /** The largest number that the column holds by nature. */
  readonly highest: (column: Column) => number;
}

/** Days by which one date may follow another when nothing says how many. */
const DAYS_AFTER = 30;

/**
 * Makes rules of checks that say how columns of a row stand to each other: of two columns in order,
 * the later one is made from the earlier one.
 *
 * @param table The table.
 * @param options Its facts, and which columns may have rules.
 */
export function checkRules(table: Table, options: CheckRuleOptions): CheckRules {
  const { facts } = options;
  const rules = new Map<string, RuleSource>();
  const unused: Check[] = [];
  const bounds = new Map<Column, RowBounds>();
  const columnOf = (name: string) => table.columns.find((column) => column.name === name)!;
  for (const { fact, check } of facts) {
    const own = columnOf(fact.column);
    const other = fact.expression.kind === "column" ? columnOf(fact.expression.name) : null;
    const named = partsOf(fact.expression)
      .flatMap((part) => part.kind === "column" ? [columnOf(part.name)] : []);
    // A column whose own rule rests on this one decides how they stand: the other way is a circle.
    const isFree = (column: Column) =>
      options.isFree(column) &&
      !(column === own ? named : [own]).some((each) => options.restsOn(each, column));
    if (fact.kind === "derived") {
      const target = isFree(own) ? own : other !== null && isFree(other) ? other : null;
      if (target === null || rules.has(target.name)) unused.push(check);
      else {
        const expression = target === own ? fact.expression : columnNamed(own.name);
        rules.set(target.name, ofCheck(expression, [check]));
      }
      continue;
    }
    const isBelow = fact.operator.startsWith("<");
    const strict = fact.operator.length === 1;
    // Of `a <= b`, b follows from a where it may.
    if (isBelow && other !== null && isFree(other)) {
      boundsOf(bounds, other).lows.push({ expression: columnNamed(own.name), strict });
      boundsOf(bounds, other).checks.add(check);
    } else if (isFree(own)) {
      const side = boundsOf(bounds, own);
      (isBelow ? side.highs : side.lows).push({ expression: fact.expression, strict });
      side.checks.add(check);
    } else if (!isBelow && other !== null && isFree(other)) {
      boundsOf(bounds, other).highs.push({ expression: columnNamed(own.name), strict });
      boundsOf(bounds, other).checks.add(check);
    } else unused.push(check);
  }
  for (const [column, each] of bounds) {
    const expression = rules.has(column.name) ? null : boundedRule(column, each, options);
    if (expression === null) unused.push(...each.checks);
    else rules.set(column.name, ofCheck(expression, [...each.checks]));
  }
  return { rules, unused };
}

function boundsOf(bounds: Map<Column, RowBounds>, column: Column): RowBounds {
  const known = bounds.get(column) ?? { lows: [], highs: [], checks: new Set() };
  bounds.set(column, known);
  return known;
}

function ofCheck(expression: Expression, checks: readonly Check[]): RuleSource {
  const text = checks.map((check) => check.text).join(" AND ");
  return { origin: "check", expression, text, reason: "a check says so", check: text };
}

function boundedRule(
  column: Column,
  { lows, highs }: RowBounds,
  { highest }: CheckRuleOptions,
): Expression | null {
  const { kind } = column.type;
  const isTime = kind === "date" || kind === "timestamp";
  if (!isTime && kind !== "integer" && kind !== "decimal" && kind !== "float") return null;
  const low = extreme("greatest", lows.map((bound) => moved("+", bound, column)));
  const high = extreme("least", highs.map((bound) => moved("-", bound, column)));
  if (low === null && high === null) return null;
  const drawn = isTime
    ? between(low ?? startOf(column, high!), high ?? endOf(column, low!))
    : low === null
    ? call("least", call("generated"), high!)
    : between(low, high ?? call("greatest", low, literal(highest(column))));
  // NULL in another column fails no check, and gives no bound.
  return call("coalesce", drawn, call("generated"));
}

/** The span before another moment, as far as the column's own dates reach. */
function startOf({ dateRange }: Column, high: Expression): Expression {
  const start = arithmetic("-", high, span());
  return dateRange?.start === undefined ? start : call("greatest", start, literal(dateRange.start));
}

function endOf({ dateRange, type }: Column, low: Expression): Expression {
  const end = arithmetic("+", low, span());
  if (dateRange?.end === undefined) return end;
  // A day as an end means all of that day.
  const isDay = type.kind === "timestamp" && !dateRange.end.includes("T");
  const last = isDay ? `${dateRange.end} 23:59:59` : dateRange.end;
  return call("least", end, literal(last));
}

function span(): Expression {
  return days(literal(DAYS_AFTER));
}

function extreme(name: "greatest" | "least", all: readonly Expression[]): Expression | null {
  if (all.length === 0) return null;
  return all.length === 1 ? all[0]! : call(name, ...all);
}

/** Of `<`, the nearest value that is not the bound itself. */
function moved(
  operator: "+" | "-",
  { expression, strict }: RowBound,
  { type }: Column,
): Expression {
  if (!strict) return expression;
  if (type.kind === "date") return arithmetic(operator, expression, days(literal(1)));
  if (type.kind === "timestamp") {
    const second: Expression = { kind: "duration", amount: literal(1), unit: "seconds" };
    return arithmetic(operator, expression, second);
  }
  const step = type.kind === "decimal" ? 10 ** -type.scale : type.kind === "float" ? 1e-3 : 1;
  return arithmetic(operator, expression, literal(step));
}
