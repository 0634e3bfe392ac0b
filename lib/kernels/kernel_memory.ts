import type { KernelFunctions } from "./kernel_functions.ts";
import { loadKernels } from "./load_kernels.ts";

/** Reserved at once, since growing would detach every array; what is not touched takes no memory. */
const MEMORY_PAGES = 2048;
/** Arrays begin at multiples of it: the lines of the processor's cache. */
const LINE_BYTES = 64;

/** The functions that reach an array, by the memory it lies in. */
const FUNCTIONS = new WeakMap<ArrayBufferLike, KernelFunctions>();

/**
 * Memory for the arrays that kernels work on. Who makes values or pages asks here for arrays; those
 * that lie in one WebAssembly memory are handled by its functions without a copy, all others, when
 * it is full or missing, by TypeScript that gives the same bytes.
 *
 * Nothing is freed alone: whoever owns the memory clears it when all arrays are out of use. What
 * an array holds at first is undefined.
 */
export class KernelMemory {
  readonly #buffer: ArrayBuffer | null;
  readonly #begin: number;
  #used: number;

  /** Reserves the memory. A machine that has no room for it works without kernels. */
  constructor() {
    this.#buffer = reserve();
    this.#begin = this.#buffer === null ? 0 : FUNCTIONS.get(this.#buffer)!.memoryBegin();
    this.#used = this.#begin;
  }

  /** True when arrays are made for kernels. */
  get accelerated(): boolean {
    return this.#buffer !== null;
  }

  /**
   * Hands out memory.
   *
   * @param byteLength How much; a little more may be written over.
   */
  take(byteLength: number): Uint8Array<ArrayBuffer> {
    const buffer = this.#buffer;
    const begin = Math.ceil(this.#used / LINE_BYTES) * LINE_BYTES;
    const end = begin + byteLength + LINE_BYTES;
    if (buffer === null || end > buffer.byteLength) return new Uint8Array(byteLength);
    const bytes = new Uint8Array(buffer, begin, byteLength);
    this.#used = end;
    return bytes;
  }

  /** Takes everything back: arrays handed out so far must not be used any more. */
  clear(): void {
    this.#used = this.#begin;
  }
}

/**
 * Finds the functions that reach some arrays.
 *
 * @param first An array, likewise the others.
 * @returns The functions, or null unless all arrays lie in one memory that has some.
 */
export function kernelsOver(
  first: ArrayBufferView,
  second: ArrayBufferView = first,
  third: ArrayBufferView = first,
): KernelFunctions | null {
  const { buffer } = first;
  if (second.buffer !== buffer || third.buffer !== buffer) return null;
  return FUNCTIONS.get(buffer) ?? null;
}

function reserve(): ArrayBuffer | null {
  try {
    const memory = new WebAssembly.Memory({ initial: MEMORY_PAGES, maximum: MEMORY_PAGES });
    const functions = loadKernels(memory);
    if (functions === null) return null;
    FUNCTIONS.set(memory.buffer, functions);
    return memory.buffer;
  } catch (error) {
    // No room for so much address space; everything else is our mistake.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
