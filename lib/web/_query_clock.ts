/**
 * Bounds how long a query works, and how long it waits for its reader at a time. A reader who is
 * slow is no reason to end it; one who has stopped is.
 */
export class QueryClock {
  readonly #late = new AbortController();
  readonly #limitMs: number;
  #workedMs = 0;
  #workingSinceMs: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** It is at work from now on. */
  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.work();
  }

  /** Aborted when the time is over. */
  get late(): AbortSignal {
    return this.#late.signal;
  }

  /** The reader wants more. */
  work(): void {
    this.stop();
    this.#workingSinceMs = performance.now();
    this.#endAfter(this.#limitMs - this.#workedMs);
  }

  /** The reader has enough for now. */
  wait(): void {
    this.stop();
    this.#endAfter(this.#limitMs);
  }

  /** Nothing is waited for any more. */
  stop(): void {
    clearTimeout(this.#timer);
    if (this.#workingSinceMs !== null) this.#workedMs += performance.now() - this.#workingSinceMs;
    this.#workingSinceMs = null;
  }

  #endAfter(restMs: number): void {
    this.#timer = setTimeout(() => this.#late.abort(), restMs);
    Deno.unrefTimer(this.#timer);
  }
}
