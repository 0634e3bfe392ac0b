import { planGeneration } from "../lib/generation/mod.ts";
import { type ExperimentSchema, parseSchemaValue } from "../lib/schema/mod.ts";
import { type FileLayout, type Manifest, partPaths, writeRun } from "../lib/storage/mod.ts";

/** Columns as the JSON of a schema has them. */
export interface TableJson {
  readonly name: string;
  readonly target_rows: number;
  readonly columns: readonly object[];
  readonly [field: string]: unknown;
}

/** A run on the disk, with nothing around it. */
export interface MadeRun extends AsyncDisposable {
  readonly manifest: Manifest;
  /** The files of a table, in row order. */
  files(table: string): readonly string[];
}

interface MakeOptions {
  readonly seed?: number;
  readonly workerCount?: number;
  readonly layout?: FileLayout;
}

/**
 * Makes a run of some tables in a folder of its own, which goes when the run is disposed of.
 *
 * @param tables The tables, as JSON.
 * @param options Seed and means.
 */
export async function makeRun(
  tables: readonly TableJson[],
  { seed = 42, ...options }: MakeOptions = {},
): Promise<MadeRun> {
  const schema = testSchema(tables);
  const { plan } = await planGeneration(schema, { seed });
  const home = await Deno.makeTempDir({ prefix: "dw-sim-run-" });
  const runPath = `${home}/run`;
  const identity = {
    experiment: schema.name,
    runId: "20260131-093005-250-7hq2mz4c",
    schemaHash: "test",
  };
  const manifest = await writeRun(plan, { identity, runPath, ...options });
  return {
    manifest,
    files: (name) => partPaths(runPath, manifest.tables.find((table) => table.name === name)!),
    [Symbol.asyncDispose]: () => Deno.remove(home, { recursive: true }),
  };
}

/** A schema of some tables, as JSON. */
export function testSchema(tables: readonly TableJson[]): ExperimentSchema {
  return parseSchemaValue({ name: "test", tables }, { source: "the test's schema" });
}
