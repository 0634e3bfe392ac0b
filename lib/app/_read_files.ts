import { DwSimError } from "../errors/mod.ts";

/**
 * Asks a question of our own making about a table. When it fails the files are at fault: nobody
 * wrote the question wrong.
 *
 * @throws DwSimError RUN_FILES_DAMAGED, and whatever else the work throws.
 */
export async function readFiles<Value>(table: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DwSimError) || error.code !== "QUERY_FAILED") throw error;
    const { reason } = error.detail as { readonly reason: string };
    throw new DwSimError("RUN_FILES_DAMAGED", { table, reason }, { cause: error });
  }
}
