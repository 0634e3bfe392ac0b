import { join } from "node:path";
import { bindTable } from "../generation/bind_table.ts";
import type { GenerationPlan, TablePlan } from "../generation/mod.ts";
import { invariant } from "../errors/mod.ts";
import { KernelMemory } from "../kernels/mod.ts";
import { PageBuffers, WRITER_VERSION } from "../parquet/mod.ts";
import type { FileLayout } from "./file_layout.ts";
import { folderName } from "./folder_name.ts";
import { parquetColumns } from "./parquet_columns.ts";
import { type Part, partFile } from "./split_parts.ts";
import { type BoundTable, type PartStep, writePart } from "./write_part.ts";

/** What a maker of parts has to know of a run, as plain data that can be sent to a worker. */
export interface PartJob {
  readonly plan: GenerationPlan;
  /** Has a folder for every table. */
  readonly directory: string;
  readonly layout: FileLayout;
  /** Tells the unfinished files of this job from those of another at the same run. */
  readonly attempt: string;
}

/** The file a part is written to. */
export function partPath({ directory }: PartJob, { table, index }: Part): string {
  return join(directory, folderName(table), partFile(index));
}

/** Makes parts of any table, one after another. */
export class PartMaker {
  readonly #job: PartJob;
  readonly #tables: ReadonlyMap<string, TablePlan>;
  /** All of it belongs to the table that is bound. */
  readonly #memory = new KernelMemory();
  // Parts come table by table, so the last table is the one most likely to come again. Keeping
  // more would keep the arrays of all their columns.
  #bound: { readonly table: string; readonly ready: BoundTable } | null = null;

  constructor(job: PartJob) {
    this.#job = job;
    this.#tables = new Map(job.plan.tables.map((table) => [table.name, table]));
  }

  /** Makes and writes a part, step by step. */
  steps(part: Part): Generator<PartStep, void> {
    const { plan, layout, attempt } = this.#job;
    return writePart(this.#bind(part.table), part, {
      path: partPath(this.#job, part),
      attempt,
      codec: layout.codec,
      // The versions of what decides bytes, not the program's: a release alone must not change them.
      createdBy: `dw-sim version ${plan.generatorVersion} (build ${WRITER_VERSION})`,
    });
  }

  #bind(name: string): BoundTable {
    if (this.#bound?.table === name) return this.#bound.ready;
    const table = this.#tables.get(name);
    invariant(table !== undefined, `the plan has the table '${name}' of a part`);
    this.#memory.clear();
    const kernels = bindTable(this.#job.plan, table, this.#memory);
    const buffers = new PageBuffers(this.#memory);
    const ready = { kernels, buffers, columns: parquetColumns(table, kernels) };
    this.#bound = { table: name, ready };
    return ready;
  }
}
