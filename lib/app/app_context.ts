import { type Catalog, isOwnerAlive, openCatalog } from "../catalog/mod.ts";
import { finishRemovals } from "./_finish_removals.ts";
import { type DataRoot, type DataRootOptions, resolveDataRoot } from "../storage/mod.ts";

/** What every use case stands on: where the data lies, and the catalog of it. */
export class AppContext implements Disposable {
  readonly dataRoot: DataRoot;
  #catalog: Catalog | null = null;

  /**
   * Finds the data root; touches nothing on the disk.
   *
   * @param options What decides where it lies.
   * @throws DwSimError STORAGE_NO_HOME.
   */
  constructor(options: DataRootOptions = {}) {
    this.dataRoot = resolveDataRoot(options);
  }

  /**
   * The catalog, opened (and made, if there is none) when it is first asked for. Runs whose process
   * is gone are ended then, so that nobody ever sees them as running, and files that a killed
   * process was removing are removed.
   */
  get catalog(): Catalog {
    if (this.#catalog === null) {
      this.dataRoot.create();
      this.#catalog = openCatalog(this.dataRoot.catalogPath);
      this.#catalog.runs.abortDead(isOwnerAlive);
      finishRemovals({ catalog: this.#catalog, dataRoot: this.dataRoot });
    }
    return this.#catalog;
  }

  [Symbol.dispose](): void {
    this.#catalog?.[Symbol.dispose]();
    this.#catalog = null;
  }
}
