import { hashRows } from "../random/hash_rows.ts";
import type { RandomKey } from "../random/random_key.ts";
import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { RuleNode } from "./rule_plan.ts";
import { joinNulls, type NumberVector, numberVector } from "./vector.ts";

/** Computes a node for the first `length` rows of the page under way. */
export type Step = (length: number) => void;

/** A vector, and what fills it. */
export interface Bound<Kind> {
  readonly vector: Kind;
  readonly step: Step;
}

type Binary = (left: Float64Array, right: Float64Array, data: Float64Array, length: number) => void;

/** One loop an operator: what is done is decided when it is bound, not row by row. */
const ARITHMETIC: Readonly<Record<"+" | "-" | "*" | "/", Binary>> = {
  "+": (left, right, data, length) => {
    for (let i = 0; i < length; i++) data[i] = left[i]! + right[i]!;
  },
  "-": (left, right, data, length) => {
    for (let i = 0; i < length; i++) data[i] = left[i]! - right[i]!;
  },
  "*": (left, right, data, length) => {
    for (let i = 0; i < length; i++) data[i] = left[i]! * right[i]!;
  },
  "/": (left, right, data, length) => {
    for (let i = 0; i < length; i++) data[i] = left[i]! / right[i]!;
  },
};

const COMPARE: Readonly<Record<"=" | "<>" | "<" | "<=" | ">" | ">=", Binary>> = {
  "=": (left, right, data, length) => {
    for (let i = 0; i < length; i++) data[i] = left[i]! === right[i]! ? 1 : 0;
  },
  "<>": (left, right, data, length) => {
    for (let i = 0; i < length; i++) data[i] = left[i]! === right[i]! ? 0 : 1;
  },
  "<": (left, right, data, length) => {
    for (let i = 0; i < length; i++) data[i] = left[i]! < right[i]! ? 1 : 0;
  },
  "<=": (left, right, data, length) => {
    for (let i = 0; i < length; i++) data[i] = left[i]! <= right[i]! ? 1 : 0;
  },
  ">": (left, right, data, length) => {
    for (let i = 0; i < length; i++) data[i] = left[i]! > right[i]! ? 1 : 0;
  },
  ">=": (left, right, data, length) => {
    for (let i = 0; i < length; i++) data[i] = left[i]! >= right[i]! ? 1 : 0;
  },
};

/** Two numbers a row make one. A division by zero is NULL. */
export function bindBinary(
  operator: keyof typeof ARITHMETIC | keyof typeof COMPARE,
  [left, right]: readonly [NumberVector, NumberVector],
  scratch: Scratch,
): Bound<NumberVector> {
  const operands = [left, right];
  const compute = operator in COMPARE
    ? COMPARE[operator as keyof typeof COMPARE]
    : ARITHMETIC[operator as keyof typeof ARITHMETIC];
  if (operator === "/") return bindDivision([left, right], scratch);
  const vector = numberVector(scratch, operands);
  const step = (length: number) => {
    compute(left.data, right.data, vector.data, length);
    joinNulls(vector.nulls, operands, length);
  };
  return { vector, step };
}

function bindDivision(
  [left, right]: readonly [NumberVector, NumberVector],
  scratch: Scratch,
): Bound<NumberVector> {
  const nulls = scratch.uint8();
  const vector: NumberVector = { kind: "numbers", data: scratch.float64(), nulls };
  const step = (length: number) => {
    ARITHMETIC["/"](left.data, right.data, vector.data, length);
    joinNulls(nulls, [left, right], length);
    for (let i = 0; i < length; i++) if (right.data[i] === 0) nulls[i] = 1;
  };
  return { vector, step };
}

export function bindUnary(
  name: Extract<RuleNode, { kind: "unary" }>["name"],
  operand: NumberVector,
  scratch: Scratch,
): Bound<NumberVector> {
  const vector = numberVector(scratch, [operand]);
  const { data } = vector;
  const step = (length: number) => {
    const source = operand.data;
    if (name === "negate") { for (let i = 0; i < length; i++) data[i] = -source[i]!; }
    else if (name === "not") { for (let i = 0; i < length; i++) data[i] = 1 - source[i]!; }
    else for (let i = 0; i < length; i++) data[i] = Math.abs(source[i]!);
    joinNulls(vector.nulls, [operand], length);
  };
  return { vector, step };
}

type Rescale = Extract<RuleNode, { kind: "rescale" }>;

export function bindRescale(
  { factor, divisor, rounding }: Rescale,
  operand: NumberVector,
  scratch: Scratch,
): Bound<NumberVector> {
  const vector = numberVector(scratch, [operand]);
  const { data } = vector;
  const step = (length: number) => {
    const source = operand.data;
    for (let i = 0; i < length; i++) data[i] = (source[i]! * factor) / divisor;
    if (rounding === "nearest") roundAway(data, length);
    else if (rounding === "down") {
      for (let i = 0; i < length; i++) {
        data[i] = Math.floor(data[i]!);
      }
    } else if (rounding === "up") {
      for (let i = 0; i < length; i++) data[i] = Math.ceil(data[i]!);
    }
    joinNulls(vector.nulls, [operand], length);
  };
  return { vector, step };
}

/** As SQL rounds: half goes away from zero. */
function roundAway(data: Float64Array, length: number): void {
  for (let i = 0; i < length; i++) {
    const value = data[i]!;
    const whole = Math.floor(Math.abs(value) + 0.5);
    data[i] = value < 0 ? -whole : whole;
  }
}

/** Like SQL's, they pass over NULLs. */
export function bindExtreme(
  name: "greatest" | "least",
  operands: readonly NumberVector[],
  scratch: Scratch,
): Bound<NumberVector> {
  const vector = numberVector(scratch, operands);
  const sign = name === "greatest" ? 1 : -1;
  const step = (length: number) => {
    const { data, nulls } = vector;
    nulls?.fill(1, 0, length);
    data.fill(sign * -Infinity, 0, length);
    for (const operand of operands) {
      const { data: source, nulls: missing } = operand;
      for (let i = 0; i < length; i++) {
        if (missing !== null && missing[i] === 1) continue;
        if (nulls !== null) nulls[i] = 0;
        const value = source[i]!;
        if (value * sign > data[i]! * sign) data[i] = value;
      }
    }
  };
  return { vector, step };
}

export function bindIn(
  values: readonly number[],
  operand: NumberVector,
  scratch: Scratch,
): Bound<NumberVector> {
  const vector = numberVector(scratch, [operand]);
  const step = (length: number) => {
    const { data } = vector;
    data.fill(0, 0, length);
    for (const value of values) {
      for (let i = 0; i < length; i++) if (operand.data[i] === value) data[i] = 1;
    }
    joinNulls(vector.nulls, [operand], length);
  };
  return { vector, step };
}

/** Three-valued: one false makes AND false, one true makes OR true, whatever is NULL. */
export function bindLogic(
  kind: "and" | "or",
  operands: readonly NumberVector[],
  scratch: Scratch,
): Bound<NumberVector> {
  const vector = numberVector(scratch, operands);
  const decisive = kind === "and" ? 0 : 1;
  const step = (length: number) => {
    const { data, nulls } = vector;
    data.fill(1 - decisive, 0, length);
    for (const operand of operands) {
      const { data: source, nulls: missing } = operand;
      for (let i = 0; i < length; i++) {
        const isKnown = missing === null || missing[i] === 0;
        if (isKnown && source[i] === decisive) data[i] = decisive;
      }
    }
    joinNulls(nulls, operands, length);
    if (nulls === null) return;
    for (let i = 0; i < length; i++) if (data[i] === decisive) nulls[i] = 0;
  };
  return { vector, step };
}

export interface Draw {
  readonly step: number | null;
  readonly key: RandomKey;
}

/** A number between two others, drawn with 53 bits so that any span is even. */
export function bindRandom(
  [low, high]: readonly [NumberVector, NumberVector],
  { draw, rows, scratch }: {
    readonly draw: Draw;
    readonly rows: RowBatch;
    readonly scratch: Scratch;
  },
): Bound<NumberVector> {
  const vector = numberVector(scratch, [low, high]);
  const [upper, lower] = [scratch.uint32(), scratch.uint32()];
  const [keyA, keyB] = draw.key;
  const stride = draw.step;
  const step = (length: number) => {
    hashRows(rows, draw.key, upper);
    hashRows(rows, [keyB, ~keyA], lower);
    const { data } = vector;
    for (let i = 0; i < length; i++) {
      data[i] = (upper[i]! * 2 ** 21 + (lower[i]! >>> 11)) * 2 ** -53;
    }
    if (stride === null) spread(data, { low: low.data, high: high.data, length });
    else spreadSteps(data, { low: low.data, high: high.data, length, stride });
    joinNulls(vector.nulls, [low, high], length);
  };
  return { vector, step };
}

interface Between {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly length: number;
}

function spread(data: Float64Array, { low, high, length }: Between): void {
  for (let i = 0; i < length; i++) data[i] = low[i]! + data[i]! * (high[i]! - low[i]!);
}

/** Where `high` is below `low` there is nothing to choose, and `low` it is. */
function spreadSteps(
  data: Float64Array,
  { low, high, length, stride }: Between & { readonly stride: number },
): void {
  for (let i = 0; i < length; i++) {
    const from = low[i]!;
    const count = Math.max(0, Math.floor((high[i]! - from) / stride));
    data[i] = from + stride * Math.min(count, Math.floor(data[i]! * (count + 1)));
  }
}
