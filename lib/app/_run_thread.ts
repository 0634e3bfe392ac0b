import type { RunRecord } from "../catalog/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { type FromRunWorker, receivedError, type RunTask } from "./_run_messages.ts";
import type { ToRunWorker } from "./_run_messages.ts";

/** What the maker of a run hears. */
export interface RunListener {
  readonly onBegun: (run: RunRecord) => void;
  readonly onCompleted: (run: RunRecord) => void;
  readonly onFailed: (error: DwSimError) => void;
}

/** A thread that makes one run at a time, as seen from this one. */
export class RunThread implements Disposable {
  readonly #worker = new Worker(import.meta.resolve("./run_worker.ts"), { type: "module" });
  readonly #ready = Promise.withResolvers<void>();
  #listener: RunListener | null = null;
  #hasTask = false;
  #isStopping = false;
  /** False once it crashed; it is then of no more use. */
  isUsable = true;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<FromRunWorker>) => this.#hear(data);
    this.#worker.onerror = (event) => {
      // Not handled here, the error would end the whole process.
      event.preventDefault();
      this.#crash(new DwSimError("INTERNAL_UNEXPECTED", { what: event.message }));
    };
  }

  /** Has a run made; how it goes is told to the listener. */
  async make(task: RunTask, dataRoot: string, listener: RunListener): Promise<void> {
    this.#listener = listener;
    this.#hasTask = false;
    this.#isStopping = false;
    await this.#ready.promise;
    this.#say({ kind: "task", task, dataRoot });
    this.#hasTask = true;
    if (this.#isStopping) this.#say({ kind: "stop" });
  }

  /** Asks the run to end early, also one that the thread has not heard of yet. */
  stop(): void {
    this.#isStopping = true;
    if (this.#hasTask) this.#say({ kind: "stop" });
  }

  [Symbol.dispose](): void {
    this.#worker.terminate();
  }

  #say(message: ToRunWorker): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromRunWorker): void {
    switch (message.kind) {
      case "ready":
        return this.#ready.resolve();
      case "begun":
        return this.#listener?.onBegun(message.run);
      case "completed":
        return this.#listener?.onCompleted(message.run);
      case "failed":
        return this.#listener?.onFailed(receivedError(message.error));
    }
  }

  #crash(error: DwSimError): void {
    this.isUsable = false;
    this.#ready.resolve();
    this.#listener?.onFailed(error);
  }
}
