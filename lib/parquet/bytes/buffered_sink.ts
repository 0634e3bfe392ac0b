import type { ByteSink } from "../byte_sink.ts";

const BUFFER_BYTES = 1 << 18;
/** From this size on a copy costs more than a call of the sink. */
const PASS_THROUGH_BYTES = 1 << 15;

/** Gathers small writes into large ones, hands large ones straight on, and counts the bytes. */
export class BufferedSink {
  readonly #sink: ByteSink;
  readonly #buffer = new Uint8Array(BUFFER_BYTES);
  #used = 0;
  #position = 0;

  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  /** Bytes written so far: the place in the file of the next one. */
  get position(): number {
    return this.#position;
  }

  write(bytes: Uint8Array): void {
    this.#position += bytes.length;
    if (bytes.length >= PASS_THROUGH_BYTES) {
      this.flush();
      this.#sink.write(bytes);
      return;
    }
    if (this.#used + bytes.length > BUFFER_BYTES) this.flush();
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  flush(): void {
    if (this.#used === 0) return;
    this.#sink.write(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }
}
