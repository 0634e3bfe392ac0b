import { type Catalog, isOwnerAlive, openCatalog } from "../catalog/mod.ts";
import { type DataRoot, type DataRootOptions, resolveDataRoot } from "../storage/mod.ts";
import { finishRemovals } from "./_finish_removals.ts";

/** How often a process that lives long looks for runs whose own process is gone. */
const LOOK_INTERVAL_MS = 1_000;

export interface AppContextOptions extends DataRootOptions {
  /** How long a statement waits for another process's lock on the catalog; by default 15 s. */
  readonly busyTimeoutMs?: number;
}

/** What every use case stands on: where the data lies, and the catalog of it. */
export class AppContext implements Disposable {
  readonly dataRoot: DataRoot;
  #catalog: Catalog | null = null;
  #lookedAtMs = 0;
  readonly #busyTimeoutMs: number | undefined;

  /**
   * Finds the data root; touches nothing on the disk.
   *
   * @param options What decides where it lies, and how patient it is.
   * @throws DwSimError STORAGE_NO_HOME.
   */
  constructor({ busyTimeoutMs, ...options }: AppContextOptions = {}) {
    this.#busyTimeoutMs = busyTimeoutMs;
    this.dataRoot = resolveDataRoot(options);
  }

  /**
   * The catalog, opened (and made, if there is none) when it is first asked for. Runs whose process
   * is gone are ended then, and now and then as long as the context lives, so that nobody ever sees them as running, and files that a killed
   * process was removing are removed.
   */
  get catalog(): Catalog {
    if (this.#catalog === null) {
      this.dataRoot.create();
      this.#catalog = openCatalog(this.dataRoot.catalogPath, {
        ...this.#busyTimeoutMs !== undefined && { busyTimeoutMs: this.#busyTimeoutMs },
      });
      this.#abortDead(this.#catalog);
      finishRemovals({ catalog: this.#catalog, dataRoot: this.dataRoot });
    }
    if (performance.now() - this.#lookedAtMs > LOOK_INTERVAL_MS) this.#abortDead(this.#catalog);
    return this.#catalog;
  }

  #abortDead({ runs }: Catalog): void {
    this.#lookedAtMs = performance.now();
    runs.abortDead(isOwnerAlive);
  }

  [Symbol.dispose](): void {
    this.#catalog?.[Symbol.dispose]();
    this.#catalog = null;
  }
}
