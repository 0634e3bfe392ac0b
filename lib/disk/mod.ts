/**
 * Touches the disk: says what its failures mean, makes folders and files that are their user's
 * alone, removes at one stroke, and knows whose something is that lies there.
 *
 * @module
 */
export {
  exists,
  FILE_MODE,
  FOLDER_MODE,
  makeFolder,
  namesIn,
  removeFile,
  syncFolder,
  touching,
  writeSynced,
} from "./files.ts";
export { OwnerMark } from "./owner_mark.ts";
export { removeAside, REMOVED_SUFFIX } from "./remove_aside.ts";
export { findDeadScratch, scratchPath } from "./scratch_path.ts";
export { storageError, systemCode } from "./storage_error.ts";
