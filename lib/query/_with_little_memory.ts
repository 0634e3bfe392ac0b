import { DwSimError } from "../errors/mod.ts";
import type { WrittenFormat } from "./wire/engine_messages.ts";

const MIB = 1024 ** 2;

/**
 * An export takes little memory however many rows it has: sorting, say, goes to disk early. Of what
 * it may hold the engine gives a fourth to rows that wait for those before them; texts are long
 * there, and with less than this its threads wait for each other.
 */
const SPILL_BYTES: Readonly<Record<WrittenFormat, number>> = {
  csv: 400 * MIB,
  json: 400 * MIB,
  jsonl: 400 * MIB,
  parquet: 300 * MIB,
};

/**
 * Exports with little memory; what cannot go to disk may still fit into all there is.
 *
 * @param format What is written.
 * @param work Opens a warehouse with the given options, and exports.
 */
export async function withLittleMemory<Written>(
  format: WrittenFormat,
  work: (spilling: { readonly spillBytes?: number }) => Promise<Written>,
): Promise<Written> {
  try {
    return await work({ spillBytes: SPILL_BYTES[format] });
  } catch (error) {
    if (!(error instanceof DwSimError) || error.code !== "QUERY_OUT_OF_MEMORY") throw error;
    return await work({});
  }
}
