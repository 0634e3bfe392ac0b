import type { KernelFunctions } from "./kernel_functions.ts";
import { KERNELS_BASE64 } from "./kernels_gen.ts";

/** Set to `typescript`, it leaves the kernels out: the bytes are the same, and take longer. */
const CHOICE = "DW_SIM_KERNELS";

/** Compiled once a thread; undefined while nobody has asked. */
let compiled: WebAssembly.Module | null | undefined;

/**
 * Makes the kernels' functions over a memory.
 *
 * @param memory Theirs alone.
 * @returns The functions, or null where WebAssembly or its SIMD is missing or not wanted.
 */
export function loadKernels(memory: WebAssembly.Memory): KernelFunctions | null {
  compiled ??= compile();
  if (compiled === null) return null;
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  // The interface is checked against the module by a test.
  return exports as unknown as KernelFunctions;
}

function compile(): WebAssembly.Module | null {
  if (Deno.env.get(CHOICE) === "typescript" || typeof WebAssembly === "undefined") return null;
  const bytes = Uint8Array.from(atob(KERNELS_BASE64), (letter) => letter.charCodeAt(0));
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}
