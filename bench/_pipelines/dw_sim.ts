import { planGeneration } from "../../lib/generation/mod.ts";
import { DEFAULT_LAYOUT, generateParts } from "../../lib/storage/mod.ts";
import { reportUsage } from "./report_usage.ts";
import { tenColumns } from "./ten_columns.ts";

/** Plans and writes the ten columns: ROWS DIRECTORY CODEC WORKERS. */
const [rows, directory, codec, workers] = Deno.args;
const { plan } = await planGeneration(tenColumns(Number(rows)), { seed: 42 });
const tables = plan.tables.filter(({ name }) => name === "customer");
await generateParts({ ...plan, tables }, directory!, {
  layout: { ...DEFAULT_LAYOUT, codec: codec === "snappy" ? "snappy" : "none" },
  workerCount: Number(workers),
});
reportUsage(Number(rows));
