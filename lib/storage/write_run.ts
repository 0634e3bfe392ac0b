import { join } from "node:path";
import type { GenerationPlan } from "../generation/mod.ts";
import { entriesOf, findBegunRun, intactParts, originOf, sweepUnfinished } from "./_begun_run.ts";
import { throwIfCancelled } from "./_make_parts.ts";
import { type JournalEntry, RunJournal, type RunOrigin } from "./_run_journal.ts";
import { adoptParts } from "./_adopt_parts.ts";
import { removeFile } from "../disk/mod.ts";
import { WRITER_VERSION } from "../parquet/mod.ts";
import { DEFAULT_LAYOUT, PAGE_ROWS, ROW_GROUP_ROWS } from "./file_layout.ts";
import { type GenerateOptions, generateParts } from "./generate_parts.ts";
import {
  type Manifest,
  MANIFEST_FILE,
  MANIFEST_FORMAT_VERSION,
  type RunIdentity,
} from "./manifest.ts";
import { beginRun, publishRun } from "./publish_run.ts";
import { splitParts } from "./split_parts.ts";

/** Whose run it is, where it goes, and how it is made. */
export interface WriteRunOptions extends Omit<GenerateOptions, "kept" | "onPart"> {
  readonly identity: RunIdentity;
  /** Folder of the run; it appears whole or not at all. */
  readonly runPath: string;
  /** Goes on where an earlier attempt ended: only what is missing or damaged is made. */
  readonly resume?: boolean;
  /** An earlier run of which this one is a continuation: its parts are shared, and left alone. */
  readonly base?: BaseRun;
}

/** A published run. */
export interface BaseRun {
  readonly runPath: string;
  readonly manifest: Manifest;
}

/**
 * Makes a run and publishes it. Until it is published nothing stands under its name; when it fails,
 * is cancelled or killed, what is done stays in its `.partial` folder for a resumption.
 *
 * @param plan What to make.
 * @returns The manifest, as it lies beside the files.
 * @throws DwSimError CANCELLED, STORAGE_FULL, STORAGE_UNWRITABLE, STORAGE_TARGET_EXISTS,
 * RUN_NOT_RESUMABLE.
 */
export async function writeRun(
  plan: GenerationPlan,
  { identity, runPath, resume = false, base, ...options }: WriteRunOptions,
): Promise<Manifest> {
  const { layout = DEFAULT_LAYOUT, signal } = options;
  const origin: RunOrigin = originOf({ ...identity, ...plan, ...layout }, plan, layout);
  const { partial, kept } = await foundation(plan, { origin, runPath, resume, base });
  throwIfCancelled(signal);
  const tables = await writeParts();
  throwIfCancelled(signal);
  const manifest: Manifest = Object.freeze({
    formatVersion: MANIFEST_FORMAT_VERSION,
    ...identity,
    seed: plan.seed,
    generatorVersion: plan.generatorVersion,
    writerVersion: WRITER_VERSION,
    ...layout,
    rowGroupRows: ROW_GROUP_ROWS,
    pageRows: PAGE_ROWS,
    tables,
  });
  publishRun(runPath, manifest);
  return manifest;

  async function writeParts() {
    using cleanup = new DisposableStack();
    const journal = cleanup.use(RunJournal.begin(partial, { origin, entries: kept }));
    // On a full disk this is the room in which the catalog can say so.
    cleanup.defer(() => sweepUnfinished(partial, splitParts(plan, layout)));
    // The manifest of a run that is taken back lies where the new one goes.
    removeFile(join(partial, MANIFEST_FILE));
    return await generateParts(plan, partial, {
      ...options,
      kept,
      onPart: (part) => journal.add(part),
    });
  }
}

interface Foundation {
  readonly partial: string;
  readonly kept: readonly JournalEntry[];
}

interface FoundationOptions {
  readonly origin: RunOrigin;
  readonly runPath: string;
  readonly resume: boolean;
  readonly base: BaseRun | undefined;
}

/** The folder to write in, and what of the run is in it already. */
async function foundation(
  plan: GenerationPlan,
  { origin, runPath, resume, base }: FoundationOptions,
): Promise<Foundation> {
  const begun = resume ? findBegunRun(runPath, origin) : null;
  const partial = begun?.partial ?? beginRun(runPath);
  if (base !== undefined) {
    // Whoever finds the shared files must find out whose they are.
    RunJournal.begin(partial, { origin, entries: begun?.entries ?? [] })[Symbol.dispose]();
    adoptParts(base, partial);
  }
  const entries = [...base === undefined ? [] : entriesOf(base.manifest), ...begun?.entries ?? []];
  const parts = splitParts(plan, origin);
  sweepUnfinished(partial, parts);
  const kept = await intactParts(partial, parts, entries);
  return { partial, kept };
}
