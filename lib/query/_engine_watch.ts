import { DwSimError } from "../errors/mod.ts";
import type { EngineProcess } from "./_engine_process.ts";
import { memoryUse } from "./_memory_use.ts";
import type { QueryLimits } from "./query_limits.ts";

const LOOK_INTERVAL_MS = 25;

/** Looks at an engine while it answers, and ends it when it passes a limit. */
export class EngineWatch implements Disposable {
  readonly #engine: EngineProcess;
  readonly #limits: QueryLimits;
  readonly #timer: ReturnType<typeof setInterval>;
  #workedMs = 0;
  #workingSinceMs: number | null = null;
  #cause: DwSimError | null = null;

  constructor(engine: EngineProcess, limits: QueryLimits) {
    this.#engine = engine;
    this.#limits = limits;
    this.#timer = setInterval(() => this.#look(), LOOK_INTERVAL_MS);
    this.#timer.unref();
  }

  /** Why the engine was ended; null when it was not, or not from here. */
  get cause(): DwSimError | null {
    return this.#cause;
  }

  /** Waits for the engine with the clock running; of waits at the same time the first end counts. */
  async during<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#workingSinceMs = performance.now();
    try {
      return await work();
    } finally {
      this.#workedMs = this.#elapsedMs();
      this.#workingSinceMs = null;
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { workMsMax, memoryBytesMax } = this.#limits;
    if (this.#elapsedMs() > workMsMax) {
      this.#end(new DwSimError("QUERY_TIMED_OUT", { workMsMax }));
    } else if ((memoryUse(this.#engine.processId) ?? 0) > memoryBytesMax) {
      this.#end(outOfMemory(memoryBytesMax));
    }
  }

  #end(cause: DwSimError): void {
    this.#cause ??= cause;
    this.#engine.kill();
  }

  #elapsedMs(): number {
    const since = this.#workingSinceMs;
    return this.#workedMs + (since === null ? 0 : performance.now() - since);
  }
}

/** The error of a query whose process grew beyond its limit. */
export function outOfMemory(memoryBytesMax: number): DwSimError {
  const reason = `its process grew beyond ${Math.round(memoryBytesMax / 1024 ** 2)} MiB`;
  return new DwSimError("QUERY_OUT_OF_MEMORY", { reason });
}
