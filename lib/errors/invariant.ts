import { DwSimError } from "./dw_sim_error.ts";

/**
 * Asserts what our own code guarantees. A failure is our bug, never the user's: it is not caught
 * below the edge.
 *
 * @param condition What must hold.
 * @param what The broken guarantee, in words.
 */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new DwSimError("INTERNAL_INVARIANT", { what });
}
