import type { EngineProcess } from "./_engine_process.ts";

/** How a copy ended; null where the engine wrote nothing, because only we can. */
export type Copied = { readonly rowCount: number } | null;

/** The bytes of a file, and at their end how many rows they hold. */
export type FileBytes = AsyncGenerator<Uint8Array<ArrayBuffer>, { readonly rowCount: number }>;

export interface StreamedCopyOptions {
  /** How the copy ended, once it has. */
  readonly copied: Promise<Copied>;
  /** Waits for the engine with the clock running; it stands still while nobody wants bytes. */
  readonly during: <Value>(work: () => Promise<Value>) => Promise<Value>;
}

/**
 * Reads what an engine copies into its pipe while it is at it. A full pipe makes it wait for us.
 * Nobody can ask it again: its end is the end of the bytes.
 *
 * @param engine The engine, which was just asked to copy.
 * @returns The bytes, when the first of them are there; null for a copy that is ours to make.
 * @throws What `copied` throws before the first bytes. Later it is the bytes that end with it.
 */
export async function streamedCopy(
  engine: EngineProcess,
  { copied, during }: StreamedCopyOptions,
): Promise<FileBytes | null> {
  const reader = engine.pipe.getReader();
  const read = () => during(() => reader.read());
  copied.then((written) => written === null ? undefined : engine.retire(), () => engine.kill());
  const first = read();
  // Rows come with the first bytes, so that most of what fails, fails before them.
  const early = await Promise.race([copied, first.then(({ done }) => done ? copied : undefined)]);
  return early === null ? null : bytesOf({ engine, read, first, copied });
}

type Read = () => Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>;

interface Copying {
  readonly engine: EngineProcess;
  readonly read: Read;
  readonly first: ReturnType<Read>;
  readonly copied: Promise<Copied>;
}

async function* bytesOf({ engine, read, first, copied }: Copying): FileBytes {
  // Whoever waits for bytes waits for this process, also when it has told how it went.
  copied.catch(() => {}).then(() => engine.work());
  try {
    for (let piece = await first; !piece.done; piece = await read()) yield piece.value;
    return { rowCount: (await copied)?.rowCount ?? 0 };
  } finally {
    engine.kill();
  }
}
