import {
  columnNamed,
  type CompareOperator,
  type Expression,
  mapColumns,
  partsOf,
  type Table,
} from "../../../schema/mod.ts";
import { isNeverNegative, isZero, type KnownRow } from "./_is_never_negative.ts";
import { added, keyOf, linearForm, scaled } from "./_linear_form.ts";

/**
 * Whether the rules that somebody wrote for the columns of a table make every row meet a condition.
 * It is shown, not tried: `paid_at >= ordered_at` where `paid_at` is `ordered_at + 1..3 days`.
 *
 * @param condition A condition that must not be false.
 * @param table The table, whose columns' rules are looked at.
 * @returns False as well where a few steps cannot show it.
 */
export function isMetByRules(condition: Expression, table: Table): boolean {
  const wanted = plain(condition, table);
  const named = new Set(namesIn(wanted));
  const made = new Map<string, Expression>();
  for (const { name, rule } of table.columns) {
    if (rule !== undefined) made.set(name, plain(rule.expression, table));
  }
  if (![...named].some((name) => made.has(name))) return false;
  let worlds: readonly World[] = [{ table, made, truths: new Map() }];
  for (const name of named) {
    if (!made.has(name)) continue;
    worlds = worlds.flatMap((world) => splitBy(name, world));
    if (worlds.length > WORLD_COUNT_MAX) return false;
  }
  return worlds.every((world) => (truthOf(wanted, world) & FALSE) === 0);
}

/** Rows of which more is known, as a branch of a CASE was taken. */
interface World extends KnownRow {
  /** What conditions are, by their keys. */
  readonly truths: ReadonlyMap<string, Truth>;
}

/** Any of these a condition may be. */
type Truth = number;
const TRUE = 1;
const FALSE = 2;
const UNKNOWN = 4;
const ANY = TRUE | FALSE | UNKNOWN;

const WORLD_COUNT_MAX = 64;
const NOTHING: Expression = { kind: "literal", value: null };

function namesIn(expression: Expression): readonly string[] {
  return partsOf(expression).flatMap((part) => part.kind === "column" ? [part.name] : []);
}

/** One way to write what can be written in several. */
function plain(expression: Expression, table: Table): Expression {
  const names = table.columns.map(({ name }) => name);
  const isOwn = (of: string | undefined) =>
    of === undefined || of.toLowerCase() === table.name.toLowerCase();
  return mapColumns(
    expression,
    (node) =>
      isOwn(node.of)
        ? { kind: "column", name: columnNamed(names, node.name) ?? node.name, at: 0 }
        : node,
  );
}

/** A row for each branch that decides a column, and one where it is NULL beside its rule. */
function splitBy(name: string, world: World): readonly World[] {
  const rule = world.made.get(name)!;
  const worlds = rule.kind === "case" ? branches(name, rule, world) : [world];
  return mayBeNull(name, world) ? [...worlds, withMade(world, name, NOTHING)] : worlds;
}

function branches(
  name: string,
  { branches, otherwise }: Extract<Expression, { kind: "case" }>,
  world: World,
): readonly World[] {
  const worlds: World[] = [];
  let open: readonly World[] = [world];
  for (const { when, then } of branches) {
    worlds.push(...open.flatMap((each) => assumed(when, TRUE, each)).map(made(then)));
    open = open.flatMap((each) => [...assumed(when, FALSE, each), ...assumed(when, UNKNOWN, each)]);
    if (worlds.length + open.length > WORLD_COUNT_MAX) break;
  }
  return [...worlds, ...open.map(made(otherwise))];

  function made(value: Expression): (each: World) => World {
    return (each) => withMade(each, name, value);
  }
}

function withMade(world: World, name: string, value: Expression): World {
  return { ...world, made: new Map([...world.made, [name, value]]) };
}

/** Whether NULLs are strewn over what the rule makes. */
function mayBeNull(name: string, { table, made }: World): boolean {
  const column = table.columns.find((each) => each.name === name)!;
  if (!column.nullable || column.nullRate === 0) return false;
  const saysNull = partsOf(made.get(name)!).some((part) =>
    part.kind === "literal" && part.value === null
  );
  return column.nullRate !== undefined || !saysNull;
}

/** The rows in which a condition is so; none where that cannot be. */
function assumed(condition: Expression, truth: Truth, world: World): readonly World[] {
  if ((truthOf(condition, world) & truth) === 0) return [];
  if (condition.kind === "not") {
    const inverse = truth === UNKNOWN ? UNKNOWN : truth ^ (TRUE | FALSE);
    return assumed(condition.operand, inverse, world);
  }
  // All of AND are true where it is, all of OR false where that is.
  if (condition.kind === (truth === TRUE ? "and" : "or") && truth !== UNKNOWN) {
    return condition.operands.reduce<readonly World[]>(
      (worlds, operand) => worlds.flatMap((each) => assumed(operand, truth, each)),
      [world],
    );
  }
  const other = inWords(condition);
  if (other !== condition) return assumed(other, truth, world);
  if (condition.kind === "or" && truth === TRUE) {
    return condition.operands.flatMap((operand) => assumed(operand, TRUE, world));
  }
  if (condition.kind === "compare" && condition.operator === "=" && truth === TRUE) {
    const { left, right } = condition;
    if (left.kind === "column" && right.kind === "literal" && !world.made.has(left.name)) {
      return [withMade(world, left.name, right)];
    }
  }
  const [name, ...others] = new Set(namesIn(condition));
  if (truth === UNKNOWN && name !== undefined && others.length === 0 && !world.made.has(name)) {
    return [withMade(world, name, NOTHING)];
  }
  return [{ ...world, truths: new Map([...world.truths, [keyOf(condition), truth]]) }];
}

function truthOf(condition: Expression, world: World): Truth {
  const known = world.truths.get(keyOf(condition));
  if (known !== undefined) return known;
  const other = inWords(condition);
  if (other !== condition) return truthOf(other, world);
  switch (condition.kind) {
    case "and":
      return condition.operands.map((each) => truthOf(each, world)).reduce(both);
    case "or":
      return inverted(
        condition.operands.map((each) => inverted(truthOf(each, world))).reduce(both),
      );
    case "not":
      return inverted(truthOf(condition.operand, world));
    case "literal":
      return condition.value === null ? UNKNOWN : condition.value === true ? TRUE : FALSE;
    case "is_null": {
      const truth = nullTruth(condition.operand, world);
      return condition.negated ? inverted(truth) : truth;
    }
    case "compare":
      return compared(condition, world);
    default:
      return ANY;
  }
}

/** Lists and inequality said by equality, so that one is known by the other; NOT by its opposite. */
function inWords(condition: Expression): Expression {
  if (condition.kind === "not" && condition.operand.kind === "compare") {
    const operator = OPPOSITE[condition.operand.operator];
    return operator === undefined ? condition : { ...condition.operand, operator };
  }
  if (condition.kind === "compare" && condition.operator === "<>") {
    return { kind: "not", operand: { ...condition, operator: "=" } };
  }
  if (condition.kind !== "in") return condition;
  const { operand: left, values, negated } = condition;
  const operands = values.map((right): Expression => ({
    kind: "compare",
    operator: "=",
    left,
    right,
  }));
  const any: Expression = { kind: "or", operands };
  return negated ? { kind: "not", operand: any } : any;
}

const OPPOSITE: Readonly<Partial<Record<CompareOperator, CompareOperator>>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

/** AND of two, each of which may be several. */
function both(left: Truth, right: Truth): Truth {
  const isUnknown = (left & UNKNOWN) !== 0 && (right & (TRUE | UNKNOWN)) !== 0 ||
    (right & UNKNOWN) !== 0 && (left & (TRUE | UNKNOWN)) !== 0;
  return left & right & TRUE | (left | right) & FALSE | (isUnknown ? UNKNOWN : 0);
}

function inverted(truth: Truth): Truth {
  return truth & UNKNOWN | (truth & TRUE ? FALSE : 0) | (truth & FALSE ? TRUE : 0);
}

/** Whether what stands here is NULL. */
function nullTruth(operand: Expression, { table, made }: World): Truth {
  const value = operand.kind === "column" ? made.get(operand.name) ?? operand : operand;
  if (value.kind === "literal") return value.value === null ? TRUE : FALSE;
  const names = namesIn(value);
  const isThere = (name: string) =>
    table.columns.some((each) => each.name === name && !each.nullable);
  const isPlain = partsOf(value).every((part) =>
    NEVER_NULL.has(part.kind) || part.kind === "arithmetic" && part.operator !== "/"
  );
  if (value.kind === "call" && value.name === "generated") return FALSE;
  return isPlain && names.every(isThere) ? FALSE : TRUE | FALSE;
}

/** What is NULL only where an operand is. */
const NEVER_NULL: ReadonlySet<Expression["kind"]> = new Set([
  ...["column", "literal", "random", "duration", "negate", "concat"] as const,
]);

function compared(condition: Extract<Expression, { kind: "compare" }>, world: World): Truth {
  const left = valueOf(condition.left, world);
  const right = valueOf(condition.right, world);
  if (isNothing(left) || isNothing(right)) return UNKNOWN;
  if (left.kind === "literal" && right.kind === "literal") {
    return literalTruth(left.value!, right.value!, condition.operator);
  }
  return shows(condition.left, condition.operator, condition.right, world) ? TRUE | UNKNOWN : ANY;
}

function valueOf(operand: Expression, { made }: World): Expression {
  const value = operand.kind === "column" ? made.get(operand.name) : undefined;
  return value?.kind === "literal" ? value : operand;
}

function isNothing(expression: Expression): boolean {
  return expression.kind === "literal" && expression.value === null;
}

function literalTruth(
  left: string | number | boolean,
  right: string | number | boolean,
  operator: CompareOperator,
): Truth {
  if (typeof left !== typeof right) return ANY;
  const order = left === right ? 0 : left < right ? -1 : 1;
  // Which of two texts is the lesser one is the warehouse's to say.
  if (typeof left === "string" && order !== 0 && !["=", "<>"].includes(operator)) return ANY;
  switch (operator) {
    case "=":
      return order === 0 ? TRUE : FALSE;
    case "<>":
      return order === 0 ? FALSE : TRUE;
    case "<":
      return order < 0 ? TRUE : FALSE;
    case "<=":
      return order <= 0 ? TRUE : FALSE;
    case ">":
      return order > 0 ? TRUE : FALSE;
    case ">=":
      return order >= 0 ? TRUE : FALSE;
  }
}

function shows(
  left: Expression,
  operator: CompareOperator,
  right: Expression,
  row: World,
): boolean {
  if (operator === "<" || operator === "<=") {
    return shows(right, operator === "<" ? ">" : ">=", left, row);
  }
  const isDistance = right.kind === "call" && right.name === "abs" &&
    right.operands[0] !== undefined && operator.startsWith(">");
  if (isDistance) {
    const [operand] = right.operands;
    return shows(left, operator, operand!, row) &&
      shows(left, operator, { kind: "negate", operand: operand! }, row);
  }
  const difference = added(linearForm(left), scaled(linearForm(right), -1));
  if (operator === "=") return isZero(difference, row);
  if (operator === "<>") return false;
  const isStrict = operator === ">";
  const above = isNeverNegative(difference, { row, isStrict });
  return above || !isStrict && isZero(difference, row);
}
