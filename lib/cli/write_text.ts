import { DwSimError } from "../errors/mod.ts";

/**
 * Writes a short text to a file.
 *
 * @throws DwSimError STORAGE_UNWRITABLE.
 */
export function writeText(path: string, text: string): void {
  try {
    Deno.writeTextFileSync(path, text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reason = error.message;
    throw new DwSimError("STORAGE_UNWRITABLE", { path, reason }, { cause: error });
  }
}
