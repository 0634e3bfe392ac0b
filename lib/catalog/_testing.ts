import { type Catalog, openCatalog } from "./open_catalog.ts";
import type { RunOwner } from "./records.ts";
import type { RunDraft } from "./runs.ts";

/** An owner that is no process of this machine. */
export const STRANGER: RunOwner = { pid: 1, startedAt: null, host: "elsewhere" };

/** A run of an experiment, with nothing special about it. */
export function runDraft(experimentName: string, owner: RunOwner = STRANGER): RunDraft {
  return {
    experimentName,
    seed: 42,
    generatorVersion: 1,
    schemaHash: "abc",
    targetRows: { sales: 1000 },
    outputPath: (id) => `/data/${experimentName}/${id}`,
    owner,
    layout: { partRows: 1_048_576, codec: "snappy" },
  };
}

/** Lends a new catalog, in a folder of its own, that holds the given experiments. */
export function withCatalog(
  names: readonly string[],
  use: (catalog: Catalog, folder: string) => void,
): void {
  withFolder((folder) => {
    using catalog = openCatalog(`${folder}/catalog.sqlite`);
    for (const name of names) {
      catalog.experiments.create({ name, schemaJson: "{}", schemaHash: "abc" });
    }
    use(catalog, folder);
  });
}

export function withFolder(use: (folder: string) => void): void {
  const folder = Deno.makeTempDirSync();
  try {
    use(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}
