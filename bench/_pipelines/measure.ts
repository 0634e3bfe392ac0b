import type { Usage } from "./report_usage.ts";
import type { Shape } from "./shapes.ts";

/** What is measured: one process. */
export interface Pipeline {
  readonly kind: "dw_sim" | "duckdb_copy" | "parquet_wasm" | "faker_rows";
  readonly shape: Shape;
  readonly codec: "none" | "snappy";
  /** For dw-sim alone. */
  readonly workers?: number;
  readonly rows: number;
}

export interface Measured extends Usage {
  readonly wallSeconds: number;
}

/** Files in memory where there is such a folder: what a disk takes is not what we want to know. */
export const TARGET: string | undefined = exists("/dev/shm") ? "/dev/shm" : undefined;

/**
 * Runs a pipeline in a folder of its own, which is removed.
 *
 * @param pipeline Which one.
 * @returns What it cost.
 */
export async function measure({ kind, shape, codec, workers, rows }: Pipeline): Promise<Measured> {
  const directory = await Deno.makeTempDir({
    prefix: "dw-sim-bench-",
    ...(TARGET !== undefined && { dir: TARGET }),
  });
  try {
    const path = new URL(`${kind}.ts`, import.meta.url).pathname;
    const what = [String(rows), directory, shape, codec, String(workers ?? 1)];
    const args = ["run", "--no-check", "-A", path, ...what];
    const start = performance.now();
    const { success, stdout } = await new Deno.Command(Deno.execPath(), { args, stderr: "inherit" })
      .output();
    const wallSeconds = (performance.now() - start) / 1000;
    if (!success) throw new Error(`${kind} failed`);
    return { ...JSON.parse(new TextDecoder().decode(stdout)) as Usage, wallSeconds };
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
