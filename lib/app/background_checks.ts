import { DwSimError, invariant } from "../errors/mod.ts";
import type {
  BackgroundMade,
  BackgroundMakeRequest,
  CheckAnswer,
  CheckTask,
  FromCheckWorker,
  ToCheckWorker,
} from "./_check_messages.ts";
import { receivedError } from "./_run_messages.ts";
import type { Interpretation, SchemaText } from "./interpret_schema.ts";
import type { ColumnPreview, PreviewColumnRequest } from "./preview_column.ts";
import type { GeneratorsByColumn } from "./preview_generators.ts";
import type { ExperimentSchema } from "../schema/mod.ts";

/** A check that takes longer is given up, and its thread with it. */
const CHECK_MS_MAX = 60_000;

/**
 * Reads and plans in a thread of its own what users are still writing, and in another one what they
 * have written: that takes as long as it takes, and nobody's typing waits for it. The threads are
 * made when they are first needed, and again after they crashed or were given up.
 */
export class BackgroundChecks {
  #thread: CheckThread | null = null;
  #maker: CheckThread | null = null;

  /**
   * As `makeExperiment`.
   *
   * @param request The text, and whether to tell what it became.
   * @param dataRoot Where to keep it.
   */
  async make(request: BackgroundMakeRequest, dataRoot: string): Promise<BackgroundMade> {
    if (this.#maker === null || this.#maker.hasEnded) this.#maker = new CheckThread(null);
    const answer = await this.#maker.ask({ kind: "make", request, dataRoot });
    invariant(answer.kind === "made", "the worker answers what it was asked");
    return answer.value;
  }

  /** As `interpretSchema`. */
  async interpret(input: SchemaText): Promise<Interpretation> {
    const answer = await this.#ask({ kind: "interpret", input });
    invariant(answer.kind === "interpretation", "the worker answers what it was asked");
    return answer.value;
  }

  /** As `previewColumn`. */
  async preview(request: PreviewColumnRequest): Promise<ColumnPreview> {
    const answer = await this.#ask({ kind: "preview", request });
    invariant(answer.kind === "column", "the worker answers what it was asked");
    return answer.value;
  }

  /** As `previewGenerators`. */
  async generators(schema: ExperimentSchema): Promise<GeneratorsByColumn> {
    const answer = await this.#ask({ kind: "generators", schema });
    invariant(answer.kind === "generators", "the worker answers what it was asked");
    return answer.value;
  }

  /** Has the thread ready, so that the first check need not wait for its start. */
  warmUp(): void {
    this.#thread ??= new CheckThread(CHECK_MS_MAX);
  }

  /** Gives up what is under way. */
  stop(): void {
    this.#thread?.end(new DwSimError("CANCELLED", { what: "The check" }));
    this.#maker?.end(new DwSimError("CANCELLED", { what: "The import" }));
    this.#thread = this.#maker = null;
  }

  #ask(task: CheckTask): Promise<CheckAnswer> {
    if (this.#thread === null || this.#thread.hasEnded) {
      this.#thread = new CheckThread(CHECK_MS_MAX);
    }
    return this.#thread.ask(task);
  }
}

type Waiting = PromiseWithResolvers<CheckAnswer>;

class CheckThread {
  readonly #worker = new Worker(import.meta.resolve("./check_worker.ts"), { type: "module" });
  readonly #ready = Promise.withResolvers<void>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #taskMsMax: number | null;
  #lastId = 0;
  hasEnded = false;

  /** @param taskMsMax How long a task may take; null means as long as it takes. */
  constructor(taskMsMax: number | null) {
    this.#taskMsMax = taskMsMax;
    this.#worker.onmessage = ({ data }: MessageEvent<FromCheckWorker>) => this.#hear(data);
    this.#worker.onerror = (event) => {
      // Not handled here, the error would end the whole process.
      event.preventDefault();
      this.end(new DwSimError("INTERNAL_UNEXPECTED", { what: event.message }));
    };
  }

  async ask(task: CheckTask): Promise<CheckAnswer> {
    const id = ++this.#lastId;
    const waiting: Waiting = Promise.withResolvers();
    this.#waiting.set(id, waiting);
    const late = new DwSimError("CANCELLED", { what: "The check took too long and" });
    const msMax = this.#taskMsMax;
    const timer = msMax === null ? undefined : setTimeout(() => this.end(late), msMax);
    try {
      await this.#ready.promise;
      const message: ToCheckWorker = { id, task };
      if (!this.hasEnded) this.#worker.postMessage(message);
      return await waiting.promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  end(error: DwSimError): void {
    this.hasEnded = true;
    this.#worker.terminate();
    for (const { promise, reject } of this.#waiting.values()) {
      reject(error);
      // Whoever still waits for the thread to be ready asks for it in a moment.
      promise.catch(() => {});
    }
    this.#ready.resolve();
  }

  #hear(message: FromCheckWorker): void {
    if (message.kind === "ready") return this.#ready.resolve();
    const waiting = this.#waiting.get(message.id);
    if (message.kind === "done") waiting?.resolve(message.answer);
    else waiting?.reject(receivedError(message.error));
  }
}
