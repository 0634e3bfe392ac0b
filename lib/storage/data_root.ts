import { posix, win32 } from "node:path";
import { DwSimError } from "../errors/mod.ts";
import { makeFolder } from "../disk/mod.ts";
import { folderName } from "./folder_name.ts";

type Platform = typeof Deno.build.os;
type Environment = Readonly<Record<string, string | undefined>>;

/** Where everything dw-sim keeps lies, and how it is laid out. */
export class DataRoot {
  /** Absolute. */
  readonly path: string;
  readonly #join: (...segments: readonly string[]) => string;

  constructor(path: string, platform: Platform = Deno.build.os) {
    this.path = path;
    this.#join = pathOf(platform).join;
  }

  get catalogPath(): string {
    return this.#join(this.path, "catalog.sqlite");
  }

  /** Lines that were typed at the prompt of `dw-sim sql`. */
  get promptHistoryPath(): string {
    return this.#join(this.path, "sql_history");
  }

  /** Where folders lie that are needed only while something is done. */
  get scratchPath(): string {
    return this.#join(this.path, "scratch");
  }

  experimentPath(experiment: string): string {
    return this.#join(this.path, "experiments", folderName(experiment));
  }

  /** Where the files of a published run lie. */
  runPath(experiment: string, runId: string): string {
    return this.#join(this.experimentPath(experiment), "runs", folderName(runId));
  }

  /**
   * Makes the folder, for its owner alone, if it is missing.
   *
   * @throws DwSimError STORAGE_UNWRITABLE or STORAGE_FULL.
   */
  create(): void {
    makeFolder(this.path);
  }
}

/** What decides where the data lies. */
export interface DataRootOptions {
  /** The value of `--data-dir`, if given. */
  readonly flag?: string | undefined;
  readonly env?: Environment;
  readonly platform?: Platform;
}

/**
 * Finds the folder for the data: `--data-dir`, else `DW_SIM_HOME`, else the place the platform
 * keeps the data of programs. Touches nothing.
 *
 * @throws DwSimError STORAGE_NO_HOME when the environment tells no place.
 */
export function resolveDataRoot(
  { flag, env = Deno.env.toObject(), platform = Deno.build.os }: DataRootOptions = {},
): DataRoot {
  const chosen = flag || env.DW_SIM_HOME || platformFolder(env, platform);
  if (chosen === undefined) throw new DwSimError("STORAGE_NO_HOME", {});
  return new DataRoot(pathOf(platform).resolve(chosen), platform);
}

function platformFolder(env: Environment, platform: Platform): string | undefined {
  const { join, isAbsolute } = pathOf(platform);
  if (platform === "windows") {
    return env.LOCALAPPDATA ? join(env.LOCALAPPDATA, "dw-sim") : undefined;
  }
  const home = env.HOME || undefined;
  if (platform === "darwin") return home && join(home, "Library", "Application Support", "dw-sim");
  // XDG Base Directory Specification: a relative path is to be ignored.
  const data = env.XDG_DATA_HOME ?? "";
  if (isAbsolute(data)) return join(data, "dw-sim");
  return home && join(home, ".local", "share", "dw-sim");
}

function pathOf(platform: Platform): typeof posix {
  return platform === "windows" ? win32 : posix;
}
