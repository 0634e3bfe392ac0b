import { type Column, type Expression, partsOf, type Table } from "../../../schema/mod.ts";
import {
  added,
  keyOf,
  type LinearForm,
  linearForm,
  scaled,
  type Term,
  UNIT_DAYS,
} from "./_linear_form.ts";

/** What is known of the columns of a row. */
export interface KnownRow {
  readonly table: Table;
  /** What columns are made of, by their names. */
  readonly made: ReadonlyMap<string, Expression>;
}

interface Proof {
  readonly row: KnownRow;
  /** How far rounding to the types of columns may have moved a value. */
  readonly loss: number;
  readonly isStrict: boolean;
  /** Steps that are left: alternatives multiply. */
  readonly budget: { count: number };
}

const STEP_COUNT_MAX = 500;
/** Hours are no round share of a day. */
const SLACK = 1e-9;

/**
 * Whether a value is at least zero in every row, as far as a few steps can show it. What is NULL is
 * never below.
 *
 * @param form The value, which may name columns.
 * @param options What columns are made of, and whether zero is too little.
 * @returns False as well when it cannot be shown.
 */
export function isNeverNegative(
  form: LinearForm | null,
  { row, isStrict }: { readonly row: KnownRow; readonly isStrict: boolean },
): boolean {
  return holds(form, { row, isStrict, loss: 0, budget: { count: STEP_COUNT_MAX } });
}

/** Whether a value is zero in every row: what a column is made of is what it is compared with. */
export function isZero(form: LinearForm | null, row: KnownRow): boolean {
  if (form === null) return true;
  const { constant, terms } = form;
  if (terms.length === 0) return Math.abs(constant) < SLACK;
  const term = outermost(terms, row);
  const column = term && columnOf(row.table, term.atom);
  if (term === undefined || column === undefined) return false;
  const rule = row.made.get(nameOf(term.atom))!;
  return heldAs(rule, column, row).some((each) => isZero(replaced(form, term, each), row));
}

/** How what a column holds of its rule can be written. */
function heldAs(rule: Expression, column: Column, row: KnownRow): readonly Expression[] {
  const { type } = column;
  if (rule.kind === "literal" && rule.value === null) return [rule];
  if (type.kind === "date" || type.kind === "timestamp") {
    return isOnGrid(rule, stepOf(column)!, row) ? [rule] : [];
  }
  if (type.kind !== "integer" && type.kind !== "decimal") return [rule];
  const scale = type.kind === "integer" ? 0 : type.scale;
  const digits: Expression = { kind: "literal", value: scale };
  const isRounded = rule.kind === "call" && rule.name === "round" &&
    keyOf(rule.operands[1] ?? { kind: "literal", value: 0 }) === keyOf(digits);
  const bare = isRounded ? rule.operands[0]! : rule;
  const rounded: Expression = { kind: "call", name: "round", operands: [bare, digits], at: 0 };
  return scaleOf(bare, row) <= scale ? [bare, rounded] : [rounded];
}

/** Digits after the point that a number may need. */
function scaleOf(expression: Expression, row: KnownRow): number {
  const most = (operands: readonly Expression[]) =>
    Math.max(...operands.map((operand) => scaleOf(operand, row)));
  switch (expression.kind) {
    case "literal":
      return typeof expression.value !== "number"
        ? Infinity
        : `${expression.value}`.split(".")[1]?.length ?? 0;
    case "column": {
      const type = columnOf(row.table, expression)?.type;
      return type?.kind === "integer" ? 0 : type?.kind === "decimal" ? type.scale : Infinity;
    }
    case "negate":
      return scaleOf(expression.operand, row);
    case "arithmetic": {
      const { operator, left, right } = expression;
      if (operator === "/") return Infinity;
      return operator === "*" ? scaleOf(left, row) + scaleOf(right, row) : most([left, right]);
    }
    case "call":
      return expression.name === "least" || expression.name === "greatest"
        ? most(expression.operands)
        : Infinity;
    default:
      return Infinity;
  }
}

function holds(form: LinearForm | null, proof: Proof): boolean {
  if (form === null) return true;
  if (proof.budget.count-- <= 0) return false;
  const { constant, terms } = form;
  if (terms.length === 0) {
    const spare = constant - proof.loss;
    return proof.isStrict && proof.loss === 0 ? spare > SLACK : spare > -SLACK;
  }
  const open = terms.find(({ atom }) => isOpen(atom));
  if (open !== undefined) return holdsFor(form, open, proof);
  const column = outermost(terms, proof.row);
  return column === undefined ? holdsByRange(form, proof) : holdsByRule(form, column, proof);
}

/** What is put together of alternatives. */
function isOpen(atom: Expression): boolean {
  return atom.kind === "random" || atom.kind === "case" ||
    atom.kind === "call" && (atom.name === "least" || atom.name === "greatest");
}

function holdsFor(form: LinearForm, term: Term, proof: Proof): boolean {
  const { atom, factor } = term;
  const withValue = (value: Expression) => holds(replaced(form, term, value), proof);
  if (atom.kind === "case") {
    return [...atom.branches.map(({ then }) => then), atom.otherwise].every(withValue);
  }
  if (atom.kind === "random") {
    // Where the upper end is below the lower one, the lower one it is.
    return withValue(atom.low) && (factor > 0 || withValue(atom.high));
  }
  if (atom.kind !== "call") return false;
  const isOneEnough = (atom.name === "greatest") === factor > 0;
  return isOneEnough ? atom.operands.some(withValue) : atom.operands.every(withValue);
}

function replaced(form: LinearForm, term: Term, value: Expression): LinearForm | null {
  const rest = { ...form, terms: form.terms.filter((each) => each !== term) };
  return added(rest, scaled(linearForm(value), term.factor));
}

/** A column that is made of others, and of which no other column here is made. */
function outermost(terms: readonly Term[], { made }: KnownRow): Term | undefined {
  const own = terms.filter(({ atom }) =>
    atom.kind === "column" && isOwn(atom) && made.has(atom.name)
  );
  return own.find((term) =>
    !own.some((other) => other !== term && restsOn(other.atom, nameOf(term.atom), made))
  );
}

function restsOn(atom: Expression, name: string, made: KnownRow["made"]): boolean {
  const seen = new Set([nameOf(atom)]);
  for (const each of seen) {
    const rule = made.get(each);
    for (const part of rule === undefined ? [] : partsOf(rule)) {
      if (part.kind === "column" && isOwn(part)) seen.add(part.name);
    }
  }
  return seen.has(name);
}

function holdsByRule(form: LinearForm, term: Term, proof: Proof): boolean {
  const column = columnOf(proof.row.table, term.atom);
  const rule = proof.row.made.get(nameOf(term.atom));
  if (column === undefined || rule === undefined) return false;
  const step = stepOf(column);
  if (step === null) return false;
  const isExact = step === 0 || isOnGrid(rule, step, proof.row);
  const loss = proof.loss + (isExact ? 0 : step * Math.abs(term.factor));
  return holds(replaced(form, term, rule), { ...proof, loss });
}

/** The least that columns can be which say so. */
function holdsByRange({ constant, terms }: LinearForm, proof: Proof): boolean {
  let least = constant;
  for (const { atom, factor } of terms) {
    const column = columnOf(proof.row.table, atom);
    const end = column === undefined ? undefined : endOf(column, factor > 0, proof.row);
    if (end === undefined) return false;
    least += factor * end;
  }
  return holds({ constant: least, terms: [] }, proof);
}

/** The values of a foreign key are its parent's; a list of values is its own range. */
function endOf(column: Column, isLow: boolean, { table }: KnownRow): number | undefined {
  if (table.foreignKeys.some(({ columns }) => columns.includes(column.name))) return undefined;
  if (column.distribution?.kind === "values") return undefined;
  return isLow ? column.range?.min : column.range?.max;
}

/** What is between two neighbours of a column's values; null where values are no line. */
function stepOf({ type }: Column): number | null {
  switch (type.kind) {
    case "integer":
      return 1;
    case "decimal":
      return 10 ** -type.scale;
    case "float":
    case "string":
    case "boolean":
      return 0;
    case "date":
      return 1;
    case "timestamp":
      return UNIT_DAYS.seconds * 10 ** -Math.min(type.precision, 6);
    default:
      return null;
  }
}

/** Whether what an expression is bounded by needs no rounding to a step. */
function isOnGrid(expression: Expression, step: number, row: KnownRow): boolean {
  const every = (operands: readonly Expression[]) =>
    operands.every((operand) => isOnGrid(operand, step, row));
  switch (expression.kind) {
    case "literal":
      return expression.value === null ||
        typeof expression.value === "number" && isMultiple(expression.value, step);
    case "column": {
      const column = columnOf(row.table, expression);
      const own = column === undefined ? null : stepOf(column);
      return own !== null && own !== 0 && isMultiple(own, step);
    }
    case "negate":
      return every([expression.operand]);
    case "random":
      return every([expression.low, expression.high]);
    case "duration":
      return isMultiple(UNIT_DAYS[expression.unit], step) && isOnGrid(expression.amount, 1, row);
    case "case":
      return every([...expression.branches.map(({ then }) => then), expression.otherwise]);
    case "arithmetic":
      return (expression.operator === "+" || expression.operator === "-") &&
        every([expression.left, expression.right]);
    case "call":
      return (expression.name === "least" || expression.name === "greatest") &&
        every(expression.operands);
    default:
      return false;
  }
}

function isMultiple(value: number, step: number): boolean {
  const count = value / step;
  return Math.abs(count - Math.round(count)) < 1e-6;
}

function columnOf(table: Table, atom: Expression): Column | undefined {
  if (atom.kind !== "column" || !isOwn(atom)) return undefined;
  return table.columns.find(({ name }) => name === atom.name);
}

function isOwn({ of }: Extract<Expression, { kind: "column" }>): boolean {
  return of === undefined;
}

function nameOf(atom: Expression): string {
  return atom.kind === "column" ? atom.name : "";
}
