import type { ColumnPage, Dictionary, PageValues } from "../../columns/mod.ts";
import { invariant } from "../../errors/mod.ts";
import type { ColumnFormat, ColumnKernel } from "../column_kernel.ts";
import { columnLayout } from "../column_layout.ts";
import { createNumberStore, type NumberStore } from "../domains/number_store.ts";
import { wordDictionary } from "../domains/word_dictionary.ts";
import type { ColumnPlan, TablePlan } from "../plan/plan_types.ts";
import { PAGE_ROWS_MAX, type RowBatch } from "../row_batch.ts";
import { NullLots } from "../null_lots.ts";
import type { Scratch } from "../scratch.ts";
import { type RuleContext, RuleProgram } from "./bind_rule.ts";
import { sortedWords } from "./_sorted_words.ts";
import type { NumberVector, SpanVector, Vector, WordVector } from "./vector.ts";

/**
 * Binds a column whose values are made by a rule.
 *
 * @param column Its plan, with the rule.
 * @param options Its table, the plan, and the arrays that the table's columns share.
 */
export function bindRuleColumn(
  column: ColumnPlan,
  { table, ...context }: RuleContext & { readonly table: TablePlan },
): ColumnKernel {
  return new RuleColumn(column, { table, context });
}

/** Lays the present values of a vector out as a page has them. */
interface Packer {
  readonly dictionary?: Dictionary;
  pack(validity: Uint8Array | null, length: number): PageValues;
}

class RuleColumn implements ColumnKernel {
  readonly name: string;
  readonly format: ColumnFormat;
  readonly #rows: RowBatch;
  readonly #program: RuleProgram;
  readonly #packer: Packer;
  readonly #own: { readonly lots: NullLots; readonly rows: RowBatch } | null;
  readonly #validity: Uint8Array;

  constructor(
    column: ColumnPlan,
    { table, context }: { readonly table: TablePlan; readonly context: RuleContext },
  ) {
    const { scratch } = context;
    this.name = column.name;
    this.#rows = scratch.rows();
    this.#validity = scratch.uint8();
    this.#program = new RuleProgram(column, { table, rows: this.#rows, context });
    this.#packer = packerOf(this.#program.result, column, scratch);
    this.#own = column.nulls === null
      ? null
      : { lots: new NullLots(column.nulls, scratch), rows: scratch.rows() };
    const { layout, width } = columnLayout(column.type);
    const { dictionary } = this.#packer;
    this.format = {
      layout,
      ...(width > 0 && { width }),
      ...(dictionary !== undefined && { dictionary }),
      sequence: false,
    };
  }

  page(firstRow: number, rowCount: number): ColumnPage {
    invariant(rowCount <= PAGE_ROWS_MAX, `a page has at most ${PAGE_ROWS_MAX} rows`);
    listRows(this.#rows, firstRow, rowCount);
    this.#program.run(rowCount);
    const validity = this.#validityOf(firstRow, rowCount);
    const values = this.#packer.pack(validity, rowCount);
    let valueCount = rowCount;
    if (validity !== null) {
      valueCount = 0;
      for (let i = 0; i < rowCount; i++) valueCount += validity[i]!;
    }
    return { rowCount, valueCount, validity, values };
  }

  #validityOf(firstRow: number, rowCount: number): Uint8Array | null {
    const { nulls } = this.#program.result;
    const own = this.#own;
    if (nulls === null && own === null) return null;
    const validity = this.#validity.subarray(0, rowCount);
    if (own === null) validity.fill(1);
    else {
      listRows(own.rows, firstRow, rowCount);
      validity.set(own.lots.keepPresent(own.rows));
    }
    if (nulls !== null) { for (let i = 0; i < rowCount; i++) validity[i]! &= 1 - nulls[i]!; }
    return validity;
  }
}

function listRows(rows: RowBatch, firstRow: number, rowCount: number): void {
  rows.high = Math.floor(firstRow / 2 ** 32);
  rows.length = rowCount;
  const first = firstRow % 2 ** 32;
  for (let i = 0; i < rowCount; i++) rows.low[i] = first + i;
}

function packerOf(result: Vector, { type }: ColumnPlan, scratch: Scratch): Packer {
  switch (result.kind) {
    case "numbers":
      return packNumbers(result, createNumberStore(columnLayout(type), { divisor: 1, scratch }));
    case "words":
      return packWords(result, scratch);
    case "spans":
      return packSpans(result);
  }
}

function packNumbers(vector: NumberVector, store: NumberStore): Packer {
  return {
    pack: (validity, length) => {
      const { units } = store;
      const { data } = vector;
      if (validity === null) {
        units.set(data.subarray(0, length));
        return store.store(length);
      }
      let kept = 0;
      for (let i = 0; i < length; i++) {
        units[kept] = data[i]!;
        kept += validity[i]!;
      }
      return store.store(kept);
    },
  };
}

/** The words become a dictionary in the order of their bytes. */
function packWords(vector: WordVector, scratch: Scratch): Packer {
  const words = sortedWords(vector.words);
  const places = new Map(words.map((word, place) => [word, place]));
  const table = Uint32Array.from(vector.words, (word) => places.get(word)!);
  const indices = scratch.uint32();
  return {
    dictionary: wordDictionary(words),
    pack: (validity, length) => {
      const { codes } = vector;
      let kept = 0;
      for (let i = 0; i < length; i++) {
        indices[kept] = table[codes[i]!]!;
        kept += validity?.[i] ?? 1;
      }
      return { kind: "indices", data: indices.subarray(0, kept) };
    },
  };
}

/** Parquet Encodings.md, PLAIN for BYTE_ARRAY: length as 32-bit little-endian, then the bytes. */
function packSpans(vector: SpanVector): Packer {
  let plain = new Uint8Array(0);
  return {
    pack: (validity, length) => {
      const { bytes, starts, lengths } = vector;
      let needed = 0;
      for (let i = 0; i < length; i++) needed += 4 + lengths[i]!;
      if (plain.length < needed) plain = new Uint8Array(needed);
      let at = 0;
      for (let i = 0; i < length; i++) {
        if (validity?.[i] === 0) continue;
        const count = lengths[i]!;
        plain[at] = count;
        plain[at + 1] = count >>> 8;
        plain[at + 2] = count >>> 16;
        plain[at + 3] = count >>> 24;
        at += 4;
        const from = starts[i]!;
        for (let k = 0; k < count; k++) plain[at + k] = bytes[from + k]!;
        at += count;
      }
      return { kind: "bytes", data: plain.subarray(0, at) };
    },
  };
}
