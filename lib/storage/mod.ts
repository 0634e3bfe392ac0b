/**
 * Where the data lies, and how a run gets there: in parts, by workers, published at one stroke.
 *
 * @module
 */
export type { GenerationProgress, TableProgress } from "./_progress_meter.ts";
export { checkFiles, type FileFinding } from "./check_files.ts";
export { DataRoot, type DataRootOptions, resolveDataRoot } from "./data_root.ts";
export { DEFAULT_LAYOUT, type FileLayout, PAGE_ROWS, ROW_GROUP_ROWS } from "./file_layout.ts";
export { fillFolder, notePartial } from "./fill_folder.ts";
export { freedBytes } from "./freed_bytes.ts";
export { folderName } from "./folder_name.ts";
export { findLeftovers, type Leftover, type OwnedRun } from "./find_leftovers.ts";
export { type GenerateOptions, generateParts, type WrittenPart } from "./generate_parts.ts";
export type { Manifest, PartManifest, RunIdentity, TableManifest } from "./manifest.ts";
export { partPaths, readManifest } from "./read_manifest.ts";
export { refuseTakenPath } from "./publish_run.ts";
export { removeRun } from "./remove_run.ts";

export { type Part, splitParts } from "./split_parts.ts";
export { type BaseRun, writeRun, type WriteRunOptions } from "./write_run.ts";
