/**
 * Inner loops as WebAssembly with SIMD, and the memory they work on. Each of them has a twin in
 * TypeScript beside whoever uses it, which says what it does and takes over where it is missing.
 *
 * @module
 */
export type { KernelFunctions } from "./kernel_functions.ts";
export { KernelMemory, kernelsOver } from "./kernel_memory.ts";
