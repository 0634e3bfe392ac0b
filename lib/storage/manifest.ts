import type { FileLayout } from "./file_layout.ts";
import type { PartFile } from "./write_part.ts";

/** Format of the manifest itself; raised when an older dw-sim could misread it. */
export const MANIFEST_FORMAT_VERSION = 1;

/** The name of the manifest inside the folder of a run. */
export const MANIFEST_FILE = "manifest.json";

/** What decided a run's bytes besides the plan, and whose they are. */
export interface RunIdentity {
  readonly experiment: string;
  readonly runId: string;
  readonly schemaHash: string;
}

/**
 * What a run consists of: enough to make it again, byte for byte, and to tell whether a file is the
 * one that was written. It is written last, so that a run without one was never finished.
 */
export interface Manifest extends RunIdentity, FileLayout {
  readonly formatVersion: number;
  readonly seed: number;
  readonly generatorVersion: number;
  /**
   * Version of the writer that made the files of this run; those of the run it continues, and those
   * kept when it was resumed, may be of an earlier one, which their footers tell.
   */
  readonly writerVersion: number;
  readonly rowGroupRows: number;
  readonly pageRows: number;
  readonly tables: readonly TableManifest[];
}

export interface TableManifest {
  readonly name: string;
  /** Folder of its parts inside the run's. */
  readonly folder: string;
  readonly rows: number;
  /** In the order of their rows, which they cover without a gap. */
  readonly parts: readonly PartManifest[];
}

export interface PartManifest extends PartFile {
  readonly file: string;
  readonly firstRow: number;
}
