import type { DurationUnit, Expression } from "../../../schema/mod.ts";

/** A number or a moment, in days, as a sum: a constant, and multiples of what is not known. */
export interface LinearForm {
  readonly constant: number;
  readonly terms: readonly Term[];
}

export interface Term {
  readonly factor: number;
  readonly atom: Expression;
  /** Equal for what has the same value in the same row; null for what is drawn. */
  readonly key: string | null;
}

/** Days of a unit. */
export const UNIT_DAYS: Readonly<Record<DurationUnit, number>> = {
  milliseconds: 1 / 86_400_000,
  seconds: 1 / 86_400,
  minutes: 1 / 1440,
  hours: 1 / 24,
  days: 1,
  weeks: 7,
};

/**
 * Writes an expression as a sum, so that what stands on both sides of a comparison cancels out.
 *
 * @param expression A value.
 * @returns Null when the value is NULL.
 */
export function linearForm(expression: Expression): LinearForm | null {
  switch (expression.kind) {
    case "literal":
      return expression.value === null ? null : literalForm(expression, expression.value);
    case "negate":
      return scaled(linearForm(expression.operand), -1);
    case "duration":
      return scaled(linearForm(expression.amount), UNIT_DAYS[expression.unit]);
    case "arithmetic":
      return arithmeticForm(expression);
    default:
      return atomForm(expression);
  }
}

/** The sum of two forms; null when one is NULL. */
export function added(left: LinearForm | null, right: LinearForm | null): LinearForm | null {
  if (left === null || right === null) return null;
  const byKey = new Map<string | symbol, Term>();
  for (const term of [...left.terms, ...right.terms]) {
    // Two draws that look alike are two values.
    const key = term.key ?? Symbol();
    const factor = (byKey.get(key)?.factor ?? 0) + term.factor;
    byKey.set(key, { ...term, factor });
  }
  const terms = [...byKey.values()].filter(({ factor }) => factor !== 0);
  return { constant: left.constant + right.constant, terms };
}

/** A multiple of a form. */
export function scaled(form: LinearForm | null, factor: number): LinearForm | null {
  if (form === null) return null;
  return {
    constant: form.constant * factor,
    terms: form.terms.map((term) => ({ ...term, factor: term.factor * factor })),
  };
}

/** What an expression says, without where it stood in its text. */
export function keyOf(expression: Expression): string {
  return JSON.stringify(expression, (name, value) => name === "at" ? undefined : value);
}

function literalForm(expression: Expression, value: string | number | boolean): LinearForm {
  if (typeof value === "number") return { constant: value, terms: [] };
  const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const days = isDay ? Date.parse(value) / 86_400_000 : NaN;
  return Number.isNaN(days) ? atomForm(expression) : { constant: days, terms: [] };
}

function arithmeticForm(expression: Extract<Expression, { kind: "arithmetic" }>) {
  const { operator } = expression;
  const [left, right] = [linearForm(expression.left), linearForm(expression.right)];
  if (left === null || right === null) return null;
  if (operator === "+") return added(left, right);
  if (operator === "-") return added(left, scaled(right, -1));
  if (right.terms.length === 0 && operator === "*") return scaled(left, right.constant);
  if (right.terms.length === 0 && right.constant !== 0) return scaled(left, 1 / right.constant);
  if (left.terms.length === 0 && operator === "*") return scaled(right, left.constant);
  if (operator === "/") return atomForm(expression);
  // A product is the same whichever factor stands first.
  const factors = [keyOf(expression.left), keyOf(expression.right)].sort();
  return atomForm(expression, factors.join(" * "));
}

function atomForm(atom: Expression, key = keyOf(atom)): LinearForm {
  const isDrawn = key.includes('"random"') || key.includes('"generated"');
  return { constant: 0, terms: [{ factor: 1, atom, key: isDrawn ? null : key }] };
}
