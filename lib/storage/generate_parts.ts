import { join } from "node:path";
import { invariant } from "../errors/mod.ts";
import type { GenerationPlan, TablePlan } from "../generation/mod.ts";
import { makeFolder } from "./_files.ts";
import { makePartsHere, makePartsInWorkers, throwIfCancelled } from "./_make_parts.ts";
import { type GenerationProgress, ProgressMeter } from "./_progress_meter.ts";
import { assertLayout, DEFAULT_LAYOUT, type FileLayout } from "./file_layout.ts";
import { folderName } from "./folder_name.ts";
import type { PartManifest, TableManifest } from "./manifest.ts";
import { type Part, partFile, splitParts } from "./split_parts.ts";
import type { PartFile } from "./write_part.ts";

/**
 * Values (rows × columns) up to which this thread does the work. They take about 50 ms, as long as
 * a worker takes to start.
 */
const VALUES_HERE_MAX = 2_000_000;

/** How the parts of a run are made; none of it changes a byte but `layout`. */
export interface GenerateOptions {
  readonly layout?: FileLayout;
  /** At least 1; by default one a processor. */
  readonly workerCount?: number;
  /** Ends the work within a second. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: GenerationProgress) => void;
}

/**
 * Makes all parts of a plan and writes them, in workers unless there is little to do.
 *
 * @param plan What to make.
 * @param directory Where: gets a folder for each table.
 * @returns What was written, table by table, all of it on the disk.
 * @throws DwSimError CANCELLED, STORAGE_FULL, STORAGE_UNWRITABLE; what was begun stays.
 */
export async function generateParts(
  plan: GenerationPlan,
  directory: string,
  options: GenerateOptions = {},
): Promise<readonly TableManifest[]> {
  const { layout = DEFAULT_LAYOUT, signal, onProgress = () => {} } = options;
  assertLayout(layout);
  throwIfCancelled(signal);
  // Made here, once: a worker that outlives a cancelled run by a moment must not make folders anew.
  for (const { name } of plan.tables) makeFolder(join(directory, folderName(name)));

  const parts = splitParts(plan, layout);
  const written = new Map<string, PartManifest[]>(plan.tables.map(({ name }) => [name, []]));
  const meter = new ProgressMeter(plan, { partsTotal: parts.length, onProgress });
  await makeParts(plan, parts, {
    job: { plan, directory, layout },
    workerCount: options.workerCount ?? navigator.hardwareConcurrency,
    signal,
    onStep: (part, step) => {
      if (step.kind === "file") written.get(part.table)!.push(partManifest(part, step.file));
      meter.count(part, step);
    },
  });
  return plan.tables.map((table) => tableManifest(table, written.get(table.name)!));
}

type MakeEither = Parameters<typeof makePartsInWorkers>[2] & {
  readonly job: Parameters<typeof makePartsInWorkers>[0];
};

function makeParts(
  plan: GenerationPlan,
  parts: readonly Part[],
  { job, ...options }: MakeEither,
): Promise<void> {
  const widths = new Map(plan.tables.map(({ name, columns }) => [name, columns.length]));
  const valuesOf = ({ table, rowCount }: Part) => rowCount * widths.get(table)!;
  const valueCount = parts.reduce((sum, part) => sum + valuesOf(part), 0);
  if (valueCount <= VALUES_HERE_MAX) return makePartsHere(job, parts, options);
  // The largest first, so that no worker begins a long part when the others are done.
  const queue = parts.toSorted((a, b) => valuesOf(b) - valuesOf(a));
  const workerCount = Math.max(1, Math.min(options.workerCount, parts.length));
  return makePartsInWorkers(job, queue, { ...options, workerCount });
}

function partManifest({ index, firstRow }: Part, file: PartFile): PartManifest {
  return Object.freeze({ file: partFile(index), firstRow, ...file });
}

function tableManifest(
  { name, rowCount }: TablePlan,
  written: readonly PartManifest[],
): TableManifest {
  const parts = written.toSorted((a, b) => a.firstRow - b.firstRow);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  invariant(rows === rowCount, `the files of '${name}' have all rows of the plan`);
  return Object.freeze({ name, folder: folderName(name), rows, parts });
}
