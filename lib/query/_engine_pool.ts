import { removeAside } from "../disk/mod.ts";
import { EngineProcess } from "./_engine_process.ts";
import { memoryUse } from "./_memory_use.ts";

/** Engines that wait for the next question at most. */
const IDLE_COUNT_MAX = 2;
/** One that still holds more after its work is not kept. */
const IDLE_BYTES_MAX = 512 * 1024 ** 2;

/** An engine, and what it has open. */
export interface PooledEngine {
  readonly process: EngineProcess;
  /** Tells apart what engines have open; null while it is nothing. */
  key: string | null;
  spillDirectory: string | null;
}

/** Engines of this process, kept warm between questions. */
class EnginePool {
  /** The one used last comes last. */
  #idle: PooledEngine[] = [];
  #warmCount = 0;

  /** Has so many engines started and waiting from now on. */
  keepWarm(count: number): void {
    this.#warmCount = Math.min(count, IDLE_COUNT_MAX);
    this.#refill();
  }

  /** An engine that has `key` open, if there is one; else any, or a new one. */
  take(key: string): PooledEngine {
    this.#idle = this.#idle.filter(({ process }) => !process.hasEnded);
    const same = this.#idle.findLastIndex((engine) => engine.key === key);
    const [engine] = this.#idle.splice(Math.max(0, same), 1);
    return engine ?? startEngine();
  }

  /** Takes back an engine that has answered everything, or that is dead. */
  give(engine: PooledEngine): void {
    if (this.#isOfUse(engine)) this.#idle.push(engine);
    else discard(engine);
    this.#refill();
  }

  #isOfUse({ process }: PooledEngine): boolean {
    return !process.hasEnded && this.#idle.length < IDLE_COUNT_MAX &&
      (memoryUse(process.processId) ?? 0) < IDLE_BYTES_MAX;
  }

  #refill(): void {
    while (this.#idle.length < this.#warmCount) this.#idle.unshift(startEngine());
  }
}

/** The engines of this process. */
export const enginePool = new EnginePool();

function startEngine(): PooledEngine {
  return { process: new EngineProcess(), key: null, spillDirectory: null };
}

/** What a killed engine spilled to disk stays behind. */
async function discard({ process, spillDirectory }: PooledEngine): Promise<void> {
  process.kill();
  await process.ended();
  if (spillDirectory !== null) removeAside(spillDirectory);
}
