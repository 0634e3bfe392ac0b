import { fileURLToPath } from "node:url";

/** What decides what a server has to touch. */
export interface ServerReach {
  /** Absolute path of the folder with all data. */
  readonly dataPath: string;
  readonly host: string;
  readonly port: number;
}

/** Where the program lies; it reads its own pages and examples. */
const PROGRAM = new URL("../../", import.meta.url);

/**
 * The flags of Deno that a server needs, and no more: its data, its own files, the address it
 * listens at, the engine's native code, and its own runtime to start the engine with.
 *
 * Without all permissions Deno lets nobody see other processes, so a run whose owner was killed is
 * told by its heartbeat alone: within half a minute instead of at once.
 */
export function serverPermissions({ dataPath, host, port }: ServerReach): readonly string[] {
  const program = fileURLToPath(PROGRAM).replace(/[/\\]$/, "");
  return [
    `--allow-read=${listed(program)},${listed(dataPath)}`,
    `--allow-write=${listed(dataPath)}`,
    `--allow-net=${host.includes(":") ? `[${host}]` : host}:${port}`,
    `--allow-run=${listed(Deno.execPath())}`,
    "--allow-ffi",
    "--allow-env",
    "--allow-sys",
  ];
}

/** Deno parts lists at commas; one in a path is written twice. */
function listed(path: string): string {
  return path.replaceAll(",", ",,");
}
