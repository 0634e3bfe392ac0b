import { KernelMemory } from "../kernels/mod.ts";
import { openWarehouse } from "../query/mod.ts";
import type { AppContext } from "./app_context.ts";
import { listLeftovers } from "./repair_storage.ts";

/** One thing looked at. */
export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
  /** What was found: a version, a path, or why it failed. */
  readonly detail: string;
  /** What to do when it is not ok. */
  readonly hint?: string;
}

type Finding = Omit<HealthCheck, "name">;

const FREE_BYTES_MIN = 1024 ** 3;

export interface HealthOptions {
  /** The port that a server would take; not looked at when absent. */
  readonly port?: number;
}

/**
 * Looks at everything dw-sim needs to work, and never throws for what it finds.
 *
 * @returns The checks, in the order in which they depend on each other.
 */
export async function checkHealth(
  context: AppContext,
  { port }: HealthOptions = {},
): Promise<readonly HealthCheck[]> {
  return [
    await look("Runtime", checkRuntime),
    await look("Data folder", () => checkDataFolder(context)),
    await look("Free space", () => checkFreeSpace(context)),
    await look("Catalog", () => checkCatalog(context)),
    await look("Leftovers", () => checkLeftovers(context)),
    await look("Workers", checkWorkers),
    await look("Kernels", checkKernels),
    await look("Query engine", () => checkEngine(context)),
    ...port === undefined ? [] : [await look("Port", () => checkPort(port))],
  ];
}

/** A failure is what a check is for: it becomes a finding here and goes no further. */
async function look(name: string, check: () => Finding | Promise<Finding>): Promise<HealthCheck> {
  try {
    return Object.freeze({ name, ...await check() });
  } catch (error) {
    const hint = error instanceof Error && "hint" in error ? String(error.hint) : undefined;
    const detail = error instanceof Error ? error.message : String(error);
    return Object.freeze({ name, ok: false, detail, ...hint !== undefined && { hint } });
  }
}

function checkRuntime(): Finding {
  const { os, arch } = Deno.build;
  const memoryGiB = (Deno.systemMemoryInfo().total / 1024 ** 3).toFixed(1);
  const processors = navigator.hardwareConcurrency;
  return {
    ok: true,
    detail: `Deno ${Deno.version.deno}, ${os} ${arch}, ${processors} processors, ${memoryGiB} GiB`,
  };
}

function checkDataFolder({ dataRoot }: AppContext): Finding {
  dataRoot.create();
  const probe = Deno.makeTempFileSync({ dir: dataRoot.path, prefix: "probe-" });
  Deno.removeSync(probe);
  const { mode } = Deno.statSync(dataRoot.path);
  // Windows has no such bits.
  const isOpen = mode !== null && (mode & 0o077) !== 0;
  return {
    ok: !isOpen,
    detail: isOpen ? `${dataRoot.path} can be read by other users` : dataRoot.path,
    hint: `Keep it to yourself: chmod 700 '${dataRoot.path}'`,
  };
}

async function checkFreeSpace({ dataRoot }: AppContext): Promise<Finding> {
  const { statfs } = await import("node:fs/promises");
  const { bavail, bsize } = await statfs(dataRoot.path);
  const freeBytes = bavail * bsize;
  return {
    ok: freeBytes >= FREE_BYTES_MIN,
    detail: `${(freeBytes / 1024 ** 3).toFixed(1)} GiB`,
    hint: "Free some space, or choose another folder with --data-dir",
  };
}

function checkCatalog({ catalog }: AppContext): Finding {
  const count = catalog.experiments.list().length;
  return { ok: true, detail: `${count} ${count === 1 ? "experiment" : "experiments"}` };
}

function checkLeftovers(context: AppContext): Finding {
  const leftovers = listLeftovers(context);
  const unknown = leftovers.filter(({ kind }) => kind === "unknown");
  if (leftovers.length === 0) return { ok: true, detail: "none" };
  if (unknown.length === 0) {
    const detail = `${leftovers.length} of processes that were killed`;
    return { ok: false, detail, hint: "Remove them with 'dw-sim doctor --repair'" };
  }
  return {
    ok: false,
    detail: `${unknown.length} runs that the catalog does not know, such as ${unknown[0]!.path}`,
    hint: "Bring back the catalog they belong to, or remove these folders yourself",
  };
}

async function checkWorkers(): Promise<Finding> {
  const code = "postMessage(1); close();";
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(url, { type: "module" });
  try {
    await new Promise((resolve, reject) => {
      worker.onmessage = resolve;
      worker.onerror = (event) => reject(new Error(event.message));
    });
    return { ok: true, detail: "start and answer" };
  } finally {
    worker.terminate();
    URL.revokeObjectURL(url);
  }
}

/** Without WebAssembly everything works, at half the speed. */
function checkKernels(): Finding {
  return {
    ok: true,
    detail: new KernelMemory().accelerated
      ? "WebAssembly with SIMD"
      : "TypeScript: the same values, more slowly",
  };
}

async function checkEngine({ dataRoot }: AppContext): Promise<Finding> {
  await using warehouse = await openWarehouse([], { temporaryFolder: dataRoot.scratchPath });
  const [row] = await warehouse.ask("SELECT version()");
  return { ok: true, detail: `DuckDB ${row![0]}` };
}

/** Somebody who listens there may well be a server of ours. */
function checkPort(port: number): Finding {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    return { ok: true, detail: `${port} is free` };
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    return { ok: true, detail: `${port} is taken; 'dw-sim serve --port 0' finds a free one` };
  }
}
