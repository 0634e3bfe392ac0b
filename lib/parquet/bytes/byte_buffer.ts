import type { KernelMemory } from "../../kernels/mod.ts";

/**
 * Memory that is reused from page to page and grows when a page needs more. The same bytes can be
 * addressed one by one (`bytes`), as aligned 32-bit words (`words`) or unaligned (`view`).
 */
export class ByteBuffer {
  readonly #memory: KernelMemory | null;
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  words: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  view: DataView<ArrayBuffer> = new DataView(this.bytes.buffer);

  /** @param memory Where kernels reach the bytes. */
  constructor(memory: KernelMemory | null = null) {
    this.#memory = memory;
  }

  /**
   * Makes room. What was in the buffer is lost if it has to grow.
   *
   * @param byteLength Bytes needed from the start.
   * @returns This buffer.
   */
  reserve(byteLength: number): this {
    if (byteLength > this.bytes.length) {
      const room = Math.ceil(Math.max(byteLength, this.bytes.length * 2) / 8) * 8;
      this.bytes = this.#memory?.take(room) ?? new Uint8Array(room);
      const { buffer, byteOffset } = this.bytes;
      this.words = new Uint32Array(buffer, byteOffset, room / 4);
      this.view = new DataView(buffer, byteOffset, room);
    }
    return this;
  }
}
