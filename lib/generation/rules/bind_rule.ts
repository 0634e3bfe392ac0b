import { invariant } from "../../errors/mod.ts";
import type { ColumnLayout } from "../column_layout.ts";
import { bindDomain } from "../domains/bind_domain.ts";
import { bindOrdinal } from "../ordinals/bind_ordinal.ts";
import type { OrdinalPlan } from "../ordinals/ordinal_plan.ts";
import type { ColumnPlan, GenerationPlan, NullPlan, TablePlan } from "../plan/plan_types.ts";
import { hashRows } from "../random/hash_rows.ts";
import { PAGE_ROWS_MAX, type RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import { bindChoice, caseChooser, presentChooser } from "./choice_steps.ts";
import {
  bindBinary,
  bindExtreme,
  bindIn,
  bindLogic,
  bindRandom,
  bindRescale,
  bindUnary,
  type Bound,
  type Step,
} from "./number_steps.ts";
import { bindDateName, bindDatePart } from "./date_steps.ts";
import { readTexts } from "./read_texts.ts";
import type { RuleNode } from "./rule_plan.ts";
import {
  bindConcat,
  bindEquality,
  bindLength,
  bindMapText,
  bindTest,
  bindWrite,
} from "./text_steps.ts";
import { type NumberVector, numberVector, type TextVector, type Vector } from "./vector.ts";

export interface RuleContext {
  readonly plan: GenerationPlan;
  readonly scratch: Scratch;
}

/** The rows that a rule is computed for. */
interface Rows {
  /** Names the way there, for columns that are asked for twice. */
  readonly name: string;
  readonly table: TablePlan;
  readonly batch: RowBatch;
  /** Where there is no such row: the foreign key is NULL. */
  readonly nulls: Uint8Array | null;
}

/** Computes rules: bound once, then asked for any rows in any order. */
export class RuleProgram {
  readonly result: Vector;
  readonly #steps: Step[] = [];
  readonly #known = new Map<string, Vector>();
  readonly #rows = new Map<string, Rows>();
  readonly #context: RuleContext;

  /**
   * @param column The column with the rule.
   * @param rows What the program is computed for; filled in before every `run`.
   */
  constructor(
    column: ColumnPlan,
    { table, rows, context }: {
      readonly table: TablePlan;
      readonly rows: RowBatch;
      readonly context: RuleContext;
    },
  ) {
    this.#context = context;
    const own: Rows = { name: "", table, batch: rows, nulls: null };
    this.result = this.#rule(column, own);
  }

  run(length: number): void {
    for (const step of this.#steps) step(length);
  }

  #rule(column: ColumnPlan, rows: Rows): Vector {
    const { nodes, result } = column.rule!;
    const vectors: Vector[] = [];
    for (const node of nodes) vectors.push(this.#node(node, { vectors, column, rows }));
    return vectors[result]!;
  }

  #keep<Kind extends Vector>({ vector, step }: Bound<Kind>): Kind {
    this.#steps.push(step);
    return vector;
  }

  #node(node: RuleNode, { vectors, column, rows }: NodeOptions): Vector {
    const { scratch } = this.#context;
    const numbers = (at: number) => numbersOf(vectors[at]!);
    const texts = (at: number) => textsOf(vectors[at]!);
    switch (node.kind) {
      case "number":
      case "text":
      case "null":
        return constant(node);
      case "column":
        return this.#column(node, rows);
      case "generated":
        return this.#drawn(column, rows);
      case "row_number":
        return this.#rowNumber(rows);
      case "arithmetic":
      case "compare":
        return this.#keep(this.#pair(node, vectors));
      case "unary":
        return this.#keep(bindUnary(node.name, numbers(node.operand), scratch));
      case "rescale":
        return this.#keep(bindRescale(node, numbers(node.operand), scratch));
      case "extreme":
        return this.#keep(bindExtreme(node.name, node.operands.map(numbers), scratch));
      case "in":
        return this.#keep(bindIn(node.values, numbers(node.operand), scratch));
      case "and":
      case "or":
        return this.#keep(bindLogic(node.kind, node.operands.map(numbers), scratch));
      case "random": {
        const bounds = [numbers(node.low), numbers(node.high)] as const;
        return this.#keep(bindRandom(bounds, { draw: node, rows: rows.batch, scratch }));
      }
      case "is_null":
        return this.#keep(bindIsNull(vectors[node.operand]!, scratch));
      case "coalesce": {
        const operands = node.operands.map((at) => vectors[at]!);
        return this.#keep(bindChoice(operands, { choose: presentChooser(operands), scratch }));
      }
      case "case": {
        const choose = caseChooser(node.branches.map(({ when }) => numbers(when)));
        const operands = [...node.branches.map(({ then }) => then), node.otherwise];
        return this.#keep(bindChoice(operands.map((at) => vectors[at]!), { choose, scratch }));
      }
      case "concat":
        return this.#keep(bindConcat(node.operands.map(texts), scratch));
      case "map_text":
        return this.#keep(bindMapText(node, texts(node.operand), scratch));
      case "length":
        return this.#keep(bindLength(texts(node.operand), scratch));
      case "date_part":
        return this.#keep(bindDatePart(node.part, numbers(node.operand), scratch));
      case "date_name":
        return this.#keep(bindDateName(node.name, numbers(node.operand), scratch));
      case "test":
        return this.#keep(bindTest(node.test, texts(node.operand), scratch));
      case "write":
        return this.#keep(bindWrite(node, numbers(node.operand), scratch));
    }
  }

  #pair(
    { operator, left, right }: Extract<RuleNode, { kind: "arithmetic" | "compare" }>,
    vectors: readonly Vector[],
  ): Bound<NumberVector> {
    const { scratch } = this.#context;
    const [one, other] = [vectors[left]!, vectors[right]!];
    if (one.kind !== "numbers" && other.kind !== "numbers") {
      return bindEquality([one, other], scratch);
    }
    return bindBinary(operator, [numbersOf(one), numbersOf(other)], scratch);
  }

  #column({ column: name, via }: Extract<RuleNode, { kind: "column" }>, rows: Rows): Vector {
    const there = via === null ? rows : this.#parentRows(via, rows);
    const key = `${there.name}|${there.table.name}.${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const column = columnOf(there.table, name);
    const made = column.rule === undefined ? this.#drawn(column, there) : this.#rule(column, there);
    const vector = this.#withNulls(made, { column, rows: there });
    this.#known.set(key, vector);
    return vector;
  }

  /** The rows that a foreign key picks: those its own values are taken from. */
  #parentRows(via: string, rows: Rows): Rows {
    const name = `${rows.name}>${via}`;
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    const { scratch, plan } = this.#context;
    const key = columnOf(rows.table, via);
    const parent = plan.tables.find((table) => table.name === key.parent);
    invariant(parent !== undefined, `'${via}' leads to a table of the plan`);
    const pick = bindOrdinal(pickOf(key.ordinal), scratch);
    const batch = scratch.rows();
    this.#steps.push((length) => {
      const picked = pick.map(rows.batch);
      batch.high = picked.high;
      batch.length = length;
      batch.low.set(picked.low.subarray(0, length));
    });
    const nulls = this.#nullsOf(key.nulls, rows);
    const made = { name, table: parent, batch, nulls };
    this.#rows.set(name, made);
    return made;
  }

  /** What a column draws, without rule and NULLs. */
  #drawn(column: ColumnPlan, rows: Rows): Vector {
    const { scratch, plan } = this.#context;
    const ordinal = bindOrdinal(column.ordinal, scratch);
    const isText = column.type.kind === "string";
    const layout = isText ? TEXT_LAYOUT : NUMBER_LAYOUT;
    const domain = bindDomain(column.domain, { layout, pools: plan.pools, scratch });
    if (isText) {
      const words = column.domain.kind === "pool" ? plan.pools[column.domain.pool]! : null;
      return this.#keep(
        readTexts(words, { scratch, values: () => domain.values(ordinal.map(rows.batch)) }),
      );
    }
    const isSingle = column.type.kind === "float" && column.type.bits === 32;
    const vector: NumberVector = { kind: "numbers", data: scratch.float64(), nulls: null };
    this.#steps.push((length) => {
      const values = domain.values(ordinal.map(rows.batch));
      invariant(values.kind === "double", "numbers are asked for as doubles");
      vector.data.set(values.data.subarray(0, length));
      if (isSingle) {
        for (let i = 0; i < length; i++) vector.data[i] = Math.fround(vector.data[i]!);
      }
    });
    return vector;
  }

  #rowNumber({ batch }: Rows): NumberVector {
    const vector = numberVector(this.#context.scratch);
    this.#steps.push((length) => {
      const first = batch.high * 2 ** 32 + 1;
      for (let i = 0; i < length; i++) vector.data[i] = first + batch.low[i]!;
    });
    return vector;
  }

  /** Adds the NULLs of the column's own, and of a row that is not there. */
  #withNulls(made: Vector, { column, rows }: { column: ColumnPlan; rows: Rows }): Vector {
    const masks = [made.nulls, this.#nullsOf(column.nulls, rows), rows.nulls]
      .filter((mask) => mask !== null);
    if (masks.length === 0) return made;
    const nulls = this.#context.scratch.uint8();
    this.#steps.push((length) => {
      nulls.fill(0, 0, length);
      for (const mask of masks) for (let i = 0; i < length; i++) nulls[i]! |= mask[i]!;
    });
    // A vector of its own: a rule that is no more than a name shares that column's.
    const vector: Vector = { ...made, nulls };
    if (vector.kind === "spans" && made.kind === "spans") {
      this.#steps.push(() => void (vector.bytes = made.bytes));
    }
    return vector;
  }

  #nullsOf(plan: NullPlan | null, { batch }: Rows): Uint8Array | null {
    if (plan === null) return null;
    const { scratch } = this.#context;
    const [nulls, hashes] = [scratch.uint8(), scratch.uint32()];
    this.#steps.push((length) => drawNulls(nulls, { plan, batch, hashes, length }));
    return nulls;
  }
}

interface NodeOptions {
  readonly vectors: readonly Vector[];
  readonly column: ColumnPlan;
  readonly rows: Rows;
}

const NUMBER_LAYOUT: ColumnLayout = { layout: "double", width: 0, interval: false, multiplier: 1 };
const TEXT_LAYOUT: ColumnLayout = { layout: "bytes", width: 0, interval: false, multiplier: 1 };

/** The same lots that {@linkcode NullLots} draws, without leaving rows out. */
function drawNulls(
  nulls: Uint8Array,
  { plan, batch, hashes, length }: {
    readonly plan: NullPlan;
    readonly batch: RowBatch;
    readonly hashes: Uint32Array;
    readonly length: number;
  },
): void {
  const threshold = Math.max(1, Math.round(plan.rate * 2 ** 32));
  hashRows(batch, plan.key, hashes);
  for (let i = 0; i < length; i++) nulls[i] = hashes[i]! < threshold ? 1 : 0;
  if (!plan.first || batch.high !== 0) return;
  for (let i = 0; i < length; i++) if (batch.low[i] === 0) nulls[i] = 1;
}

/** A foreign key's value is its parent's at the picked row; the pick is the first half of the way. */
function pickOf(ordinal: OrdinalPlan): OrdinalPlan {
  return ordinal.kind === "through" ? ordinal.first : ordinal;
}

function columnOf({ columns, name: table }: TablePlan, name: string): ColumnPlan {
  const column = columns.find((each) => each.name === name);
  invariant(column !== undefined, `the plan has '${table}.${name}'`);
  return column;
}

function numbersOf(vector: Vector): NumberVector {
  invariant(vector.kind === "numbers", "the rule passed its types");
  return vector;
}

function textsOf(vector: Vector): TextVector {
  invariant(vector.kind !== "numbers", "the rule passed its types");
  return vector;
}

function constant(node: Extract<RuleNode, { kind: "number" | "text" | "null" }>): Vector {
  const nulls = node.kind === "null" ? new Uint8Array(PAGE_ROWS_MAX).fill(1) : null;
  if (node.kind === "number" || (node.kind === "null" && !node.isText)) {
    // An array of its own: the shared ones hold other columns' values between two pages.
    const data = new Float64Array(PAGE_ROWS_MAX).fill(node.kind === "number" ? node.value : 0);
    return { kind: "numbers", data, nulls };
  }
  const words = [node.kind === "text" ? node.value : ""];
  return { kind: "words", codes: new Uint32Array(PAGE_ROWS_MAX), words, nulls };
}

function bindIsNull(operand: Vector, scratch: Scratch): Bound<NumberVector> {
  const vector = numberVector(scratch);
  const step = (length: number) => {
    const { nulls } = operand;
    for (let i = 0; i < length; i++) vector.data[i] = nulls?.[i] ?? 0;
  };
  return { vector, step };
}
