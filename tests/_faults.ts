import { equal } from "node:assert/strict";

/** DW_SIM_FAULT_ROUNDS=20 is the full count; the seed makes the same moments again. */
export const FAULT_ROUNDS = Number(Deno.env.get("DW_SIM_FAULT_ROUNDS") ?? 1);
export const FAULT_SEED = Number(
  Deno.env.get("DW_SIM_FAULT_SEED") ?? Math.floor(Math.random() * 1e9),
);

const DOOMED = new URL("./_doomed_process.ts", import.meta.url).pathname;

/** A process that does one deed, and may be killed at any moment of it. */
export interface Doomed extends AsyncDisposable {
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  kill(): void;
}

/**
 * Starts a process of `_doomed_process.ts`.
 *
 * @param args What it is given: the data root, the deed, and what that takes.
 */
export function startDoomed(...args: readonly string[]): Doomed {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", "-A", DOOMED, ...args],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const reader = child.stdout.getReader();
  const ready = reader.read().then(({ done }) => equal(done, false, "the process began"));
  const ended = child.status.then(() => {});
  return {
    ready,
    ended,
    kill: () => {
      try {
        child.kill("SIGKILL");
      } catch (error) {
        // It had just ended by itself.
        if (!(error instanceof TypeError)) throw error;
      }
    },
    [Symbol.asyncDispose]: async () => {
      await ended;
      await reader.cancel();
    },
  };
}

/** A number in [0, 1) that the seed, the deed and the round decide. */
export function chance(title: string, round: number): number {
  let state = FAULT_SEED + round * 7919;
  for (const character of title) state = Math.imul(state ^ character.charCodeAt(0), 0x9e3779b1);
  state = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}
