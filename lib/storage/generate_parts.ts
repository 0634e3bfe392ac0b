import { join } from "node:path";
import { invariant } from "../errors/mod.ts";
import type { GenerationPlan, TablePlan } from "../generation/mod.ts";
import { makeFolder } from "../disk/mod.ts";
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
  /** Parts that are there already and are not made again. */
  readonly kept?: readonly WrittenPart[];
  /** Part of the names of unfinished files; by default one that no other attempt has. */
  readonly attempt?: string;
  /** Hears of every part as soon as it is on the disk. */
  readonly onPart?: (part: WrittenPart) => void;
}

/** A part and the file it became. */
export interface WrittenPart extends PartFile {
  readonly table: string;
  readonly index: number;
  readonly firstRow: number;
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
  const { layout = DEFAULT_LAYOUT, signal, kept = [] } = options;
  const { onProgress = () => {}, onPart = () => {}, attempt = crypto.randomUUID() } = options;
  assertLayout(layout);
  throwIfCancelled(signal);
  // Made here, once: a worker that outlives a cancelled run by a moment must not make folders anew.
  for (const { name } of plan.tables) makeFolder(join(directory, folderName(name)));

  const parts = splitParts(plan, layout);
  const written = [...kept];
  const meter = new ProgressMeter(plan, { parts, kept, onProgress });
  await makeParts(plan, missing(parts, kept), {
    job: { plan, directory, layout, attempt },
    workerCount: options.workerCount ?? navigator.hardwareConcurrency,
    signal,
    onStep: (part, step) => {
      if (step.kind === "file") {
        const { table, index, firstRow } = part;
        const whole = { table, index, firstRow, ...step.file };
        onPart(whole);
        written.push(whole);
      }
      meter.count(part, step);
    },
  });
  const byTable = Map.groupBy(written, ({ table }) => table);
  return plan.tables.map((table) => tableManifest(table, byTable.get(table.name) ?? []));
}

function missing(parts: readonly Part[], kept: readonly WrittenPart[]): readonly Part[] {
  const done = new Set(kept.map(({ table, index }) => `${index} ${table}`));
  return parts.filter(({ table, index }) => !done.has(`${index} ${table}`));
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

function partManifest({ index, firstRow, rows, bytes, checksum }: WrittenPart): PartManifest {
  return Object.freeze({ file: partFile(index), firstRow, rows, bytes, checksum });
}

function tableManifest(
  { name, rowCount }: TablePlan,
  written: readonly WrittenPart[],
): TableManifest {
  const parts = written.toSorted((a, b) => a.index - b.index).map(partManifest);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  invariant(rows === rowCount, `the files of '${name}' have all rows of the plan`);
  return Object.freeze({ name, folder: folderName(name), rows, parts });
}
