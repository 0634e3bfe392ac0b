import { DwSimError } from "../errors/mod.ts";
import type { GenerationPlan } from "../generation/mod.ts";
import { throwIfCancelled } from "./_make_parts.ts";
import { DEFAULT_LAYOUT, PAGE_ROWS, ROW_GROUP_ROWS } from "./file_layout.ts";
import { type GenerateOptions, generateParts } from "./generate_parts.ts";
import { type Manifest, MANIFEST_FORMAT_VERSION, type RunIdentity } from "./manifest.ts";
import { beginRun, publishRun } from "./publish_run.ts";
import { removeAside } from "./remove_run.ts";

/** Whose run it is, where it goes, and how it is made. */
export interface WriteRunOptions extends GenerateOptions {
  readonly identity: RunIdentity;
  /** Folder of the run; it appears whole or not at all. */
  readonly runPath: string;
}

/**
 * Makes a run and publishes it. Until it is published nothing stands under its name; when it fails
 * or is cancelled nothing is left.
 *
 * @param plan What to make.
 * @returns The manifest, as it lies beside the files.
 * @throws DwSimError CANCELLED, STORAGE_FULL, STORAGE_UNWRITABLE, STORAGE_TARGET_EXISTS.
 */
export async function writeRun(
  plan: GenerationPlan,
  { identity, runPath, ...options }: WriteRunOptions,
): Promise<Manifest> {
  const { layout = DEFAULT_LAYOUT, signal } = options;
  const partial = beginRun(runPath);
  try {
    const tables = await generateParts(plan, partial, options);
    throwIfCancelled(signal);
    const manifest: Manifest = Object.freeze({
      formatVersion: MANIFEST_FORMAT_VERSION,
      ...identity,
      seed: plan.seed,
      generatorVersion: plan.generatorVersion,
      ...layout,
      rowGroupRows: ROW_GROUP_ROWS,
      pageRows: PAGE_ROWS,
      tables,
    });
    publishRun(runPath, manifest);
    return manifest;
  } catch (error) {
    abandon(partial);
    throw error;
  }
}

/** The first failure is the one to tell, even if what it left cannot be removed either. */
function abandon(partial: string): void {
  try {
    removeAside(partial);
  } catch (error) {
    if (!(error instanceof DwSimError)) throw error;
  }
}
