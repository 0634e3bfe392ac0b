import { DwSimError } from "../errors/mod.ts";
import { type PartJob, partPath } from "./_part_job.ts";
import { storageError } from "../disk/mod.ts";
import type { Failure, FromWorker, ToWorker } from "./_worker_messages.ts";
import type { Part } from "./split_parts.ts";
import type { PartStep } from "./write_part.ts";

/** A worker that makes one part at a time, as seen from this thread. */
export class PartWorker implements Disposable {
  readonly #job: PartJob;
  readonly #worker = new Worker(import.meta.resolve("./part_worker.ts"), { type: "module" });
  readonly #ready = Promise.withResolvers<void>();
  #part: PartInWork | null = null;

  constructor(job: PartJob) {
    this.#job = job;
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
    this.#worker.onerror = (event) => {
      // Not handled here, the error would end the whole process.
      event.preventDefault();
      this.#fail({ message: event.message, trace: event.message, systemCode: null });
    };
  }

  /** Waits until the worker listens, and tells it what the work is about. */
  async start(): Promise<void> {
    await this.#ready.promise;
    this.#say({ kind: "job", job: this.#job });
  }

  /**
   * Has a part made.
   *
   * @param part Which one.
   * @param onStep Hears of every step.
   * @throws DwSimError STORAGE_FULL, STORAGE_UNWRITABLE, INTERNAL_UNEXPECTED.
   */
  make(part: Part, onStep: (step: PartStep) => void): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#part = { part, onStep, resolve, reject };
    this.#say({ kind: "part", part });
    return promise;
  }

  /** Ends the worker, whatever it is doing. */
  [Symbol.dispose](): void {
    this.#worker.terminate();
  }

  #say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case "ready":
        return this.#ready.resolve();
      case "failure":
        return this.#fail(message.failure);
      case "rows":
        return this.#part?.onStep(message);
      case "file":
        this.#part?.onStep(message);
        this.#part?.resolve();
    }
  }

  #fail(failure: Failure): void {
    if (this.#part === null) this.#ready.reject(unexpected(failure));
    else this.#part.reject(errorOf(failure, partPath(this.#job, this.#part.part)));
  }
}

interface PartInWork {
  readonly part: Part;
  readonly onStep: (step: PartStep) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function errorOf(failure: Failure, path: string): unknown {
  const { message, systemCode } = failure;
  if (systemCode === null) return unexpected(failure);
  return storageError(Object.assign(new Error(message), { code: systemCode }), path, "write");
}

/** Keeps the trace of the worker, where the error happened. */
function unexpected({ message, trace }: Failure): DwSimError {
  const cause = new Error(message);
  cause.stack = trace;
  return new DwSimError("INTERNAL_UNEXPECTED", { what: message }, { cause });
}
