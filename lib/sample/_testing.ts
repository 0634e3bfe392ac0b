import { DuckDBInstance } from "@duckdb/node-api";
import { openSample } from "../query/mod.ts";
import { type InferredSchema, inferSchema, type InferSchemaOptions } from "./infer_schema.ts";
import { listSampleTables } from "./list_sample_tables.ts";

/** Lends a folder and an engine that writes files into it. */
export async function withFiles(
  work: (folder: string, run: (sql: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await work(folder, async (sql) => void await connection.run(sql.replaceAll("$folder", folder)));
  } finally {
    connection.closeSync();
    instance.closeSync();
    await Deno.remove(folder, { recursive: true });
  }
}

/** The schema of the files at some paths. */
export async function inferFrom(
  paths: readonly string[],
  options: Partial<InferSchemaOptions> = {},
): Promise<InferredSchema> {
  await using sample = await openSample(await listSampleTables(paths));
  return await inferSchema(sample, { name: "sample", copyValues: true, ...options });
}
