import type { GenerationPlan } from "../generation/mod.ts";
import type { Part } from "./split_parts.ts";
import type { PartStep } from "./write_part.ts";

/** Often enough for an eye, too seldom to cost anything. */
const INTERVAL_MS = 100;

/** How far a run is. */
export interface GenerationProgress {
  readonly rowsDone: number;
  readonly rowsTotal: number;
  readonly partsDone: number;
  readonly partsTotal: number;
  /** Rows done by table name, every table of the plan. */
  readonly rowsByTable: Readonly<Record<string, number>>;
}

/** Counts what is done and tells it a few times a second. */
export class ProgressMeter {
  readonly #rowsByTable: Map<string, number>;
  readonly #rowsTotal: number;
  readonly #partsTotal: number;
  readonly #onProgress: (progress: GenerationProgress) => void;
  #rowsDone = 0;
  #partsDone = 0;
  #toldAtMs = performance.now();

  constructor(
    { tables }: GenerationPlan,
    { partsTotal, onProgress }: {
      readonly partsTotal: number;
      readonly onProgress: (progress: GenerationProgress) => void;
    },
  ) {
    this.#rowsByTable = new Map(tables.map(({ name }) => [name, 0]));
    this.#rowsTotal = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
    this.#partsTotal = partsTotal;
    this.#onProgress = onProgress;
  }

  /** Takes a step into account; the last one of all is always told. */
  count({ table }: Part, step: PartStep): void {
    if (step.kind === "rows") {
      this.#rowsDone += step.rowCount;
      this.#rowsByTable.set(table, this.#rowsByTable.get(table)! + step.rowCount);
    } else {
      this.#partsDone += 1;
    }
    const nowMs = performance.now();
    const isLast = this.#partsDone === this.#partsTotal;
    if (!isLast && nowMs - this.#toldAtMs < INTERVAL_MS) return;
    this.#toldAtMs = nowMs;
    this.#tell();
  }

  #tell(): void {
    this.#onProgress(Object.freeze({
      rowsDone: this.#rowsDone,
      rowsTotal: this.#rowsTotal,
      partsDone: this.#partsDone,
      partsTotal: this.#partsTotal,
      rowsByTable: Object.freeze(Object.fromEntries(this.#rowsByTable)),
    }));
  }
}
