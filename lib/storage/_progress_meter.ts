import type { GenerationPlan } from "../generation/mod.ts";
import { Pace } from "./_pace.ts";
import type { Part } from "./split_parts.ts";
import type { PartStep } from "./write_part.ts";

/** Often enough for an eye, too seldom to cost anything. */
const INTERVAL_MS = 100;

/** How far a run is: what the bar, the catalog and every other interface tell. */
export interface GenerationProgress {
  readonly rowsDone: number;
  readonly rowsTotal: number;
  readonly partsDone: number;
  readonly partsTotal: number;
  /** Of late, smoothed over some seconds; 0 before there is anything to tell it from. */
  readonly rowsPerSecond: number;
  /** Until the last row, told from all values still to make; null before that can be told. */
  readonly remainingMs: number | null;
  /** By table name, every table of the plan. */
  readonly tables: Readonly<Record<string, TableProgress>>;
}

export interface TableProgress {
  readonly rows: number;
  readonly parts: number;
}

interface MeterOptions {
  readonly parts: readonly Part[];
  /** Parts that an earlier attempt has made. */
  readonly kept: readonly { readonly table: string; readonly rows: number }[];
  readonly onProgress: (progress: GenerationProgress) => void;
}

/** Counts what is done and tells it: at once, a few times a second, and in the end. */
export class ProgressMeter {
  readonly #tables: ReadonlyMap<string, Counted>;
  readonly #rowsTotal: number;
  readonly #partsTotal: number;
  readonly #onProgress: (progress: GenerationProgress) => void;
  readonly #pace: Pace;
  #rowsDone = 0;
  #partsDone = 0;
  #valuesLeft: number;
  #toldAtMs = performance.now();

  constructor({ tables }: GenerationPlan, { parts, kept, onProgress }: MeterOptions) {
    this.#tables = new Map(tables.map(({ name, columns }) => [
      name,
      { rows: 0, parts: 0, width: columns.length },
    ]));
    this.#rowsTotal = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
    this.#valuesLeft = tables.reduce(
      (sum, table) => sum + table.rowCount * table.columns.length,
      0,
    );
    this.#partsTotal = parts.length;
    this.#onProgress = onProgress;
    for (const { table, rows } of kept) {
      this.#countRows(table, rows);
      this.#countPart(table);
    }
    this.#pace = new Pace(this.#toldAtMs);
    this.#tell();
  }

  /** Takes a step into account; the last one of all is always told. */
  count({ table }: Part, step: PartStep): void {
    if (step.kind === "rows") {
      this.#countRows(table, step.rowCount);
      this.#pace.add({
        rows: step.rowCount,
        values: step.rowCount * this.#tables.get(table)!.width,
      });
    } else this.#countPart(table);
    const nowMs = performance.now();
    const isLast = this.#partsDone === this.#partsTotal;
    if (!isLast && nowMs - this.#toldAtMs < INTERVAL_MS) return;
    this.#toldAtMs = nowMs;
    this.#pace.measure(nowMs);
    this.#tell();
  }

  #countRows(table: string, rows: number): void {
    const counted = this.#tables.get(table)!;
    counted.rows += rows;
    this.#rowsDone += rows;
    this.#valuesLeft -= rows * counted.width;
  }

  #countPart(table: string): void {
    this.#tables.get(table)!.parts += 1;
    this.#partsDone += 1;
  }

  #tell(): void {
    const { rowsPerSecond, valuesPerSecond } = this.#pace;
    this.#onProgress(Object.freeze({
      rowsDone: this.#rowsDone,
      rowsTotal: this.#rowsTotal,
      partsDone: this.#partsDone,
      partsTotal: this.#partsTotal,
      rowsPerSecond: Math.round(rowsPerSecond),
      remainingMs: valuesPerSecond === 0
        ? null
        : Math.round(this.#valuesLeft / valuesPerSecond * 1000),
      tables: Object.freeze(Object.fromEntries(
        [...this.#tables].map(([name, { rows, parts }]) => [name, { rows, parts }]),
      )),
    }));
  }
}

interface Counted {
  rows: number;
  parts: number;
  readonly width: number;
}
