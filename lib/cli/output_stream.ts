/** The part of Deno.stdout and Deno.stderr that is used. */
interface Sink {
  writeSync(bytes: Uint8Array): number;
  write(bytes: Uint8Array): Promise<number>;
  isTerminal(): boolean;
}

/** Columns where nobody tells: what is piped is not cut. */
const COLUMNS_UNBOUNDED = Number.POSITIVE_INFINITY;

const ENCODER = new TextEncoder();

/** Whoever read our output has closed it: there is nothing left to do, and nothing went wrong. */
export class OutputClosed extends Error {}

/** Standard output or standard error, and what kind of reader it has. */
export class OutputStream {
  readonly isTerminal: boolean;
  /** Whether colours are welcome. Spec: no-color.org. */
  readonly hasColor: boolean;
  readonly #sink: Sink;

  constructor(sink: Sink, environment: Readonly<Record<string, string | undefined>>) {
    this.#sink = sink;
    this.isTerminal = sink.isTerminal();
    const isPlain = Boolean(environment.NO_COLOR) || environment.TERM === "dumb";
    this.hasColor = this.isTerminal && !isPlain;
  }

  /** Columns of the terminal as it is now; unbounded for a file or a pipe. */
  get columns(): number {
    if (!this.isTerminal) return COLUMNS_UNBOUNDED;
    // Terminals that do not know their size say that they have no columns.
    return Deno.consoleSize().columns || COLUMNS_UNBOUNDED;
  }

  /** Writes a short text at once. */
  print(text: string): void {
    this.#guard(() => {
      let bytes = ENCODER.encode(text);
      while (bytes.length > 0) bytes = bytes.subarray(this.#sink.writeSync(bytes));
    });
  }

  /** Writes one of many pieces; waits for a slow reader without deaf ears for Ctrl-C. */
  async write(piece: string | Uint8Array): Promise<void> {
    let bytes = typeof piece === "string" ? ENCODER.encode(piece) : piece;
    try {
      while (bytes.length > 0) bytes = bytes.subarray(await this.#sink.write(bytes));
    } catch (error) {
      throw closedOr(error);
    }
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw closedOr(error);
    }
  }
}

function closedOr(error: unknown): unknown {
  return error instanceof Deno.errors.BrokenPipe ? new OutputClosed() : error;
}
