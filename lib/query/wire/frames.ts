/** What a frame holds: a message in JSON, or a batch of rows. */
export type FrameKind = "message" | "batch";

export interface Frame {
  readonly kind: FrameKind;
  /** Begins at a multiple of 8 in its buffer. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Takes all the bytes, when the other side has room for them. */
export type WriteBytes = (bytes: Uint8Array<ArrayBuffer>) => Promise<unknown>;

/** Gives some bytes, or null at the end. */
export type ReadBytes = () => Promise<Uint8Array<ArrayBuffer> | null>;

/** Length (u32, little-endian), kind (u8), three bytes of nothing. */
const HEADER_BYTES = 8;
const KINDS: readonly FrameKind[] = ["message", "batch"];
/** More is a sign of a stream that is none of ours. */
const FRAME_BYTES_MAX = 2 ** 31;

/**
 * Writes one frame, and waits until the other side has taken it or the pipe has room. Frames must
 * not be written at the same time.
 */
export async function writeFrame(write: WriteBytes, { kind, bytes }: Frame): Promise<void> {
  await write(headerOf(kind, bytes.byteLength));
  await write(bytes);
}

/** Writes a message as a frame, at once: it may be sent while others are. */
export async function writeMessage(write: WriteBytes, message: object): Promise<void> {
  const text = new TextEncoder().encode(JSON.stringify(message));
  const bytes = new Uint8Array(HEADER_BYTES + text.byteLength);
  bytes.set(headerOf("message", text.byteLength));
  bytes.set(text, HEADER_BYTES);
  await write(bytes);
}

function headerOf(kind: FrameKind, byteCount: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(HEADER_BYTES);
  new DataView(header.buffer).setUint32(0, byteCount, true);
  header[4] = KINDS.indexOf(kind);
  return header;
}

/** Reads frames out of a stream of bytes that are cut anywhere. */
export class FrameReader {
  readonly #read: ReadBytes;
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array();

  constructor(read: ReadBytes) {
    this.#read = read;
  }

  /** The next frame; null at the end of the stream, also where it breaks off within a frame. */
  async next(): Promise<Frame | null> {
    const header = new Uint8Array(HEADER_BYTES);
    if (!await this.#fill(header)) return null;
    const byteCount = new DataView(header.buffer).getUint32(0, true);
    const kind = KINDS[header[4]!];
    if (kind === undefined || byteCount > FRAME_BYTES_MAX) return null;
    const bytes = new Uint8Array(byteCount);
    return await this.#fill(bytes) ? { kind, bytes } : null;
  }

  async #fill(target: Uint8Array): Promise<boolean> {
    for (let at = 0; at < target.byteLength;) {
      if (this.#rest.byteLength === 0) {
        const bytes = await this.#read();
        if (bytes === null) return false;
        this.#rest = bytes;
      }
      const piece = this.#rest.subarray(0, target.byteLength - at);
      target.set(piece, at);
      this.#rest = this.#rest.subarray(piece.byteLength);
      at += piece.byteLength;
    }
    return true;
  }
}

/** What a frame of kind "message" says. */
export function messageOf({ bytes }: Frame): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
