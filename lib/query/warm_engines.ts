import { enginePool } from "./_engine_pool.ts";

/**
 * Has engines started before anybody asks, and again when one is gone: starting takes some hundred
 * milliseconds, a warm engine answers in a few.
 *
 * @param count How many wait at least.
 */
export function warmEngines(count: number): void {
  enginePool.keepWarm(count);
}
