import type { KernelMemory } from "../kernels/mod.ts";
import { ByteBuffer } from "./bytes/byte_buffer.ts";

/**
 * The memory in which pages become bytes. One column of one file is at work at any time, so all
 * columns of a file share it, and files that are written one after another as well.
 */
export class PageBuffers {
  readonly levels: ByteBuffer;
  readonly values: ByteBuffer;
  readonly expanded: ByteBuffer;
  readonly joined: ByteBuffer;
  readonly compressed: ByteBuffer;
  /** One byte an entry of the dictionary of the column at work. */
  readonly used: ByteBuffer;

  /** @param memory Where kernels reach the buffers, the memory of the pages; null for none. */
  constructor(memory: KernelMemory | null = null) {
    this.levels = new ByteBuffer(memory);
    this.values = new ByteBuffer(memory);
    this.expanded = new ByteBuffer(memory);
    this.joined = new ByteBuffer(memory);
    this.compressed = new ByteBuffer(memory);
    this.used = new ByteBuffer(memory);
  }
}
