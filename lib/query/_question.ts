import { DwSimError } from "../errors/mod.ts";
import { EngineWatch, outOfMemory } from "./_engine_watch.ts";
import type { EngineProcess } from "./_engine_process.ts";
import type { QueryLimits } from "./query_limits.ts";
import {
  type EngineAnswer,
  type EngineRefusal,
  type EngineRequest,
  EXIT_OUT_OF_MEMORY,
} from "./wire/engine_messages.ts";
import type { Frame } from "./wire/frames.ts";

/** How long an engine may take to notice that nobody waits for it any more. */
const INTERRUPT_GRACE_MS = 300;

export interface QuestionOptions {
  readonly limits: QueryLimits;
  readonly signal: AbortSignal | undefined;
}

/** What an engine says while it answers: a batch of rows, or what is no refusal. */
type Reply = Frame | Exclude<EngineAnswer, { kind: "refused" }>;

/** An engine's refusal on its way to the one who knows the user's text. */
export class RefusedQuestion extends Error {
  readonly refusal: EngineRefusal;

  constructor(refusal: EngineRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** One request to an engine until its last answer: within limits, and stopped by a signal. */
export class Question {
  readonly #engine: EngineProcess;
  readonly #watch: EngineWatch;
  readonly #options: QuestionOptions;
  readonly #interrupt = () => this.#hurry();
  #killTimer: ReturnType<typeof setTimeout> | null = null;
  #isOver = false;

  private constructor(engine: EngineProcess, options: QuestionOptions) {
    this.#engine = engine;
    this.#options = options;
    this.#watch = new EngineWatch(engine, options.limits);
    options.signal?.addEventListener("abort", this.#interrupt);
  }

  /** Sends a request; the answers are read with `next`. */
  static async ask(
    engine: EngineProcess,
    request: EngineRequest,
    options: QuestionOptions,
  ): Promise<Question> {
    refuseAborted(options.signal);
    const question = new Question(engine, options);
    engine.work();
    await engine.send(request);
    return question;
  }

  /**
   * The next answer.
   *
   * @throws RefusedQuestion; DwSimError CANCELLED, QUERY_TIMED_OUT, QUERY_OUT_OF_MEMORY,
   * QUERY_ENGINE_DIED.
   */
  async next(): Promise<Reply> {
    const { signal } = this.#options;
    const reply = await this.#receive();
    if (signal?.aborted) {
      await this.stop();
      refuseAborted(signal);
    }
    if (reply === null) throw await this.#causeOfDeath();
    if (reply.kind === "refused") throw new RefusedQuestion(reply.refusal);
    return reply;
  }

  /** Waits for what the engine does besides answering, with the clock running. */
  async during<Value>(work: () => Promise<Value>): Promise<Value> {
    return await this.#watch.during(work);
  }

  /** Ends the question where it is. The engine is of use afterwards, or dead. */
  async stop(): Promise<void> {
    if (this.#isOver) return;
    this.#hurry();
    while (!this.#isOver) await this.#receive();
  }

  async #receive(): Promise<Frame | EngineAnswer | null> {
    const reply = await this.#watch.during(() => this.#engine.receive());
    if (reply === null || LAST_ANSWERS.has(reply.kind)) this.#finish();
    return reply;
  }

  /** An engine that does not heed an interrupt is ended. */
  #hurry(): void {
    if (this.#isOver || this.#killTimer !== null) return;
    this.#engine.send({ kind: "interrupt" });
    this.#killTimer = setTimeout(() => this.#engine.kill(), INTERRUPT_GRACE_MS);
  }

  #finish(): void {
    this.#isOver = true;
    this.#engine.rest();
    this.#watch[Symbol.dispose]();
    this.#options.signal?.removeEventListener("abort", this.#interrupt);
    if (this.#killTimer !== null) clearTimeout(this.#killTimer);
  }

  async #causeOfDeath(): Promise<DwSimError> {
    if (this.#watch.cause !== null) return this.#watch.cause;
    const { code, signal } = await this.#engine.ended();
    if (code === EXIT_OUT_OF_MEMORY) return outOfMemory(this.#options.limits.memoryBytesMax);
    return new DwSimError("QUERY_ENGINE_DIED", { how: signal ?? `exit code ${code}` });
  }
}

const LAST_ANSWERS: ReadonlySet<string> = new Set([
  "end",
  "unwritable",
  "refused",
  "opened",
  "closed",
]);

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DwSimError("CANCELLED", { what: "The query" });
}
