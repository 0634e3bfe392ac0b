import { dirname } from "node:path";
import { touching } from "../disk/mod.ts";
import { DwSimError } from "../errors/mod.ts";
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
  const found: HealthCheck[] = [];
  const failed = new Set<string>();
  for (const { name, needs = [], check } of checksOf(context, port)) {
    const missing = needs.find((each) => failed.has(each));
    if (missing !== undefined) {
      // What is wrong was told where it is wrong.
      const detail = `not looked at: it needs the ${missing.toLowerCase()}`;
      found.push(Object.freeze({ name, ok: false, detail }));
      failed.add(name);
      continue;
    }
    try {
      found.push(Object.freeze({ name, ...await check() }));
    } catch (error) {
      found.push(Object.freeze({ name, ...failure(error) }));
      failed.add(name);
    }
  }
  return found;
}

interface Examination {
  readonly name: string;
  /** Checks that must not have failed before. */
  readonly needs?: readonly string[];
  readonly check: () => Finding | Promise<Finding>;
}

function checksOf(context: AppContext, port: number | undefined): readonly Examination[] {
  const needs = ["Data folder"];
  return [
    { name: "Runtime", check: checkRuntime },
    { name: "Data folder", check: () => checkDataFolder(context) },
    { name: "Free space", check: () => checkFreeSpace(context) },
    { name: "Catalog", needs, check: () => checkCatalog(context) },
    { name: "Leftovers", needs: [...needs, "Catalog"], check: () => checkLeftovers(context) },
    { name: "Workers", check: checkWorkers },
    { name: "Kernels", check: checkKernels },
    { name: "Query engine", needs, check: () => checkEngine(context) },
    ...port === undefined ? [] : [{ name: "Port", check: () => checkPort(port) }],
  ];
}

/** A failure is what a check is for: it becomes a finding here and goes no further. */
function failure(error: unknown): Finding {
  const hint = error instanceof Error && "hint" in error ? String(error.hint) : undefined;
  const detail = error instanceof Error ? error.message : String(error);
  return { ok: false, detail, ...hint !== undefined && { hint } };
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
  touching(dataRoot.path, () => {
    Deno.removeSync(Deno.makeTempFileSync({ dir: dataRoot.path, prefix: "probe-" }));
  });
  const { mode } = Deno.statSync(dataRoot.path);
  // Windows has no such bits.
  const isOpen = mode !== null && (mode & 0o077) !== 0;
  return {
    ok: !isOpen,
    detail: isOpen ? `${dataRoot.path} can be read by other users` : dataRoot.path,
    hint: `Keep it to yourself: 'dw-sim doctor --repair', or chmod 700 '${dataRoot.path}'`,
  };
}

async function checkFreeSpace({ dataRoot }: AppContext): Promise<Finding> {
  const freeBytes = await freeBytesAt(dataRoot.path);
  return {
    ok: freeBytes >= FREE_BYTES_MIN,
    detail: freeBytes >= FREE_BYTES_MIN
      ? `${(freeBytes / 1024 ** 3).toFixed(1)} GiB`
      : `${Math.floor(freeBytes / 1024 ** 2)} MiB are left on the disk of ${dataRoot.path}`,
    hint: "Free some space, or choose another folder with --data-dir",
  };
}

/** The folder may be the very thing that cannot be made: what is above it lies on the same disk. */
async function freeBytesAt(path: string): Promise<number> {
  const { statfs } = await import("node:fs/promises");
  for (let folder = path;; folder = dirname(folder)) {
    try {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    } catch (error) {
      if (dirname(folder) === folder) throw error;
    }
  }
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
    detail:
      `${unknown.length} ${unknown.length === 1 ? "run" : "runs"} that the catalog does not ` +
      `know, such as ${unknown[0]!.path}`,
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

/** Without WebAssembly everything works, at half the speed; but where it is, so are our kernels. */
function checkKernels(): Finding {
  if (hasKernels()) return { ok: true, detail: "WebAssembly with SIMD" };
  const isMeant = Deno.env.get("DW_SIM_KERNELS") === "typescript";
  return {
    ok: isMeant || typeof WebAssembly === "undefined" || !WebAssembly.validate(SIMD_MODULE),
    detail: "TypeScript: the same values, more slowly",
    hint: `The kernels of this program do not load, though they could. ${againHint()}`,
  };
}

function hasKernels(): boolean {
  try {
    return new KernelMemory().accelerated;
  } catch {
    return false;
  }
}

/** A function that splats a number over 128 bits: valid where SIMD is known. */
const SIMD_MODULE = new Uint8Array(
  [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253]
    .concat([17, 11]),
);

async function checkEngine({ dataRoot }: AppContext): Promise<Finding> {
  try {
    await using warehouse = await openWarehouse([], { temporaryFolder: dataRoot.scratchPath });
    const [row] = await warehouse.ask("SELECT version()");
    return { ok: true, detail: `DuckDB ${row![0]}` };
  } catch (error) {
    if (!(error instanceof DwSimError) || error.code !== "QUERY_ENGINE_DIED") throw error;
    return { ok: false, detail: `DuckDB does not start: ${error.message}`, hint: againHint() };
  }
}

/** How to get the program's files again. */
function againHint(): string {
  // The one file says that it started this, from where it had unpacked itself.
  return Deno.env.has("DW_SIM_PROGRAM")
    ? `Remove the folder '${dirname(Deno.execPath())}': the next start unpacks the program again`
    : "Install its packages again with 'deno install'";
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
