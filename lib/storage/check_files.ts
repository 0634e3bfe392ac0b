import { join } from "node:path";
import { DwSimError } from "../errors/mod.ts";
import { fileChecksum } from "./_file_checksum.ts";
import type { Manifest } from "./manifest.ts";

/** A file of a run that is not what was written. */
export interface FileFinding {
  readonly table: string;
  readonly path: string;
  readonly fault: "missing" | "size" | "checksum";
}

/**
 * Compares the files of a run with its manifest, byte by byte.
 *
 * @param runPath Folder of the run.
 * @param manifest Its manifest.
 * @param options.signal Stops between two files.
 * @throws DwSimError CANCELLED, STORAGE_UNREADABLE.
 */
export async function checkFiles(
  runPath: string,
  { tables }: Manifest,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly FileFinding[]> {
  const findings: FileFinding[] = [];
  for (const { name: table, folder, parts } of tables) {
    for (const { file, bytes, checksum } of parts) {
      if (signal?.aborted) throw new DwSimError("CANCELLED", { what: "The verification" });
      const path = join(runPath, folder, file);
      const found = await fileChecksum(path);
      if (found === null) findings.push({ table, path, fault: "missing" });
      else if (found.bytes !== bytes) findings.push({ table, path, fault: "size" });
      else if (found.checksum !== checksum) findings.push({ table, path, fault: "checksum" });
    }
  }
  return findings;
}
