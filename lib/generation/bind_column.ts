import type { ColumnPage, PageValues } from "../columns/mod.ts";
import { invariant } from "../errors/mod.ts";
import type { ColumnFormat, ColumnKernel } from "./column_kernel.ts";
import { kernelsOver } from "../kernels/mod.ts";
import { columnLayout } from "./column_layout.ts";
import { bindDomain } from "./domains/bind_domain.ts";
import type { DomainKernel } from "./domains/domain_kernel.ts";
import { NullLots } from "./null_lots.ts";
import { bindOrdinal } from "./ordinals/bind_ordinal.ts";
import type { OrdinalKernel } from "./ordinals/ordinal_kernel.ts";
import type { ColumnPlan, GenerationPlan, TablePlan } from "./plan/plan_types.ts";
import { PAGE_ROWS_MAX, type RowBatch } from "./row_batch.ts";
import { bindRuleColumn } from "./rules/rule_column.ts";
import type { Scratch } from "./scratch.ts";

/**
 * Binds the kernel of one column: all decisions that its plan asks for are taken here.
 *
 * @param plan The column's plan.
 * @param context The plan's pools, and the arrays that the table's columns share.
 */
export function bindColumn(plan: ColumnPlan, context: BindContext): ColumnKernel {
  const { pools, scratch } = context;
  scratch.startColumn();
  if (plan.rule !== undefined) return bindRuleColumn(plan, { scratch, ...context.home! });
  const layout = columnLayout(plan.type);
  const sequence = sequenceOf(plan);
  const domain = bindDomain(plan.domain, { layout, pools, scratch });
  const format: ColumnFormat = {
    layout: layout.layout,
    ...(layout.width > 0 && { width: layout.width }),
    ...(domain.dictionary !== undefined && { dictionary: domain.dictionary }),
    sequence: sequence !== null,
  };
  if (sequence !== null) return new SequenceColumn(plan.name, format, sequence);
  const ordinal = bindOrdinal(plan.ordinal, scratch);
  const nulls = plan.nulls === null ? null : new NullLots(plan.nulls, scratch);
  return new DrawnColumn(plan.name, { format, ordinal, domain, nulls, rows: scratch.rows() });
}

interface BindContext {
  readonly pools: Readonly<Record<string, readonly string[]>>;
  readonly scratch: Scratch;
  /** The whole plan, and the table that the column is of; only rules, which name other columns, ask. */
  readonly home?: { readonly plan: GenerationPlan; readonly table: TablePlan };
}

/** Whole numbers counted up row by row need no arrays: the page says where it starts. */
function sequenceOf({ type, nulls, ordinal, domain }: ColumnPlan): Sequence | null {
  if (nulls !== null || ordinal.kind !== "row" || domain.kind !== "affine") return null;
  if (type.kind !== "integer" && type.kind !== "date") return null;
  return { start: domain.start, step: domain.step };
}

interface Sequence {
  readonly start: number;
  readonly step: number;
}

class SequenceColumn implements ColumnKernel {
  readonly name: string;
  readonly format: ColumnFormat;
  readonly #sequence: Sequence;

  constructor(name: string, format: ColumnFormat, sequence: Sequence) {
    this.name = name;
    this.format = format;
    this.#sequence = sequence;
  }

  page(firstRow: number, rowCount: number): ColumnPage {
    const { start, step } = this.#sequence;
    return {
      rowCount,
      valueCount: rowCount,
      validity: null,
      values: { kind: "sequence", first: start + step * firstRow, step },
    };
  }
}

interface ColumnMakers {
  readonly format: ColumnFormat;
  readonly ordinal: OrdinalKernel;
  readonly domain: DomainKernel;
  readonly nulls: NullLots | null;
  /** The rows of the page under way. */
  readonly rows: RowBatch;
}

class DrawnColumn implements ColumnKernel {
  readonly name: string;
  readonly #makers: ColumnMakers;

  constructor(name: string, makers: ColumnMakers) {
    this.name = name;
    this.#makers = makers;
  }

  get format(): ColumnFormat {
    return this.#makers.format;
  }

  page(firstRow: number, rowCount: number): ColumnPage {
    invariant(rowCount <= PAGE_ROWS_MAX, `a page has at most ${PAGE_ROWS_MAX} rows`);
    const { nulls, rows } = this.#makers;
    listRows(rows, firstRow, rowCount);
    const validity = nulls === null ? null : nulls.keepPresent(rows);
    return { rowCount, valueCount: rows.length, validity, values: this.#values(rows) };
  }

  #values(rows: RowBatch): PageValues {
    const { ordinal, domain } = this.#makers;
    return domain.values(ordinal.map(rows));
  }
}

function listRows(rows: RowBatch, firstRow: number, rowCount: number): void {
  rows.high = Math.floor(firstRow / 2 ** 32);
  rows.length = rowCount;
  const { low } = rows;
  const first = firstRow % 2 ** 32;
  const kernels = kernelsOver(low);
  if (kernels !== null) return kernels.listRows(low.byteOffset, rowCount, first);
  for (let i = 0; i < rowCount; i++) low[i] = first + i;
}
