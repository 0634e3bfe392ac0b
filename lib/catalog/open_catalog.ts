import { Database } from "./_database.ts";
import { DwSimError } from "../errors/mod.ts";
import { migrate } from "./_migrate.ts";
import { Experiments } from "./experiments.ts";
import { KeyedRequests } from "./keyed_requests.ts";
import { Removals } from "./removals.ts";
import { Runs } from "./runs.ts";
import { QueryHistory } from "./query_history.ts";
import { SavedQueries } from "./saved_queries.ts";

/** Another process holds the write lock for milliseconds; this is for machines under strain. */
const BUSY_TIMEOUT_MS = 15_000;

/** What is known of experiments and runs: one SQLite file, shared by all processes. */
export interface Catalog extends Disposable {
  readonly path: string;
  readonly experiments: Experiments;
  readonly runs: Runs;
  readonly removals: Removals;
  readonly savedQueries: SavedQueries;
  readonly queryHistory: QueryHistory;
  readonly keyedRequests: KeyedRequests;
}

/**
 * Opens the catalog, makes it if it is missing, and brings it to the newest format.
 *
 * @param path The file; its folder must exist.
 * @param options.busyTimeoutMs How long to wait for another process's lock.
 * @throws DwSimError CATALOG_UNUSABLE, CATALOG_CORRUPT, CATALOG_FOREIGN, CATALOG_TOO_NEW,
 * CATALOG_BUSY, CATALOG_DISK_FULL.
 * @example
 * ```ts ignore
 * using catalog = openCatalog("/home/me/.local/share/dw-sim/catalog.sqlite");
 * catalog.experiments.list();
 * ```
 */
export function openCatalog(
  path: string,
  { busyTimeoutMs = BUSY_TIMEOUT_MS }: { readonly busyTimeoutMs?: number } = {},
): Catalog {
  makePrivateFile(path);
  const database = new Database(path, busyTimeoutMs);
  try {
    migrate(database);
    database.get("PRAGMA journal_mode = WAL");
    // A run is published before it is committed here, so a commit must survive a power cut.
    database.get("PRAGMA synchronous = FULL");
  } catch (error) {
    database[Symbol.dispose]();
    throw error;
  }
  return {
    path,
    experiments: new Experiments(database),
    runs: new Runs(database),
    removals: new Removals(database),
    savedQueries: new SavedQueries(database),
    queryHistory: new QueryHistory(database),
    keyedRequests: new KeyedRequests(database),
    [Symbol.dispose]: () => database[Symbol.dispose](),
  };
}

/** SQLite gives its helper files the mode of this one, so it has to be private from the start. */
function makePrivateFile(path: string): void {
  try {
    Deno.openSync(path, { write: true, create: true, mode: 0o600 }).close();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DwSimError("CATALOG_UNUSABLE", { path, reason }, { cause: error });
  }
}
