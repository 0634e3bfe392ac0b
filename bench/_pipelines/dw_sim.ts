import { DEFAULT_LAYOUT, generateParts } from "../../lib/storage/mod.ts";
import { reportUsage } from "./report_usage.ts";
import { parseShape, planShape } from "./shapes.ts";

/** Plans and writes a shape: ROWS DIRECTORY SHAPE CODEC WORKERS. */
const [rows, directory, shape, codec, workers] = Deno.args;
const { plan } = await planShape(parseShape(shape), Number(rows));
await generateParts(plan, directory!, {
  layout: { ...DEFAULT_LAYOUT, codec: codec === "snappy" ? "snappy" : "none" },
  workerCount: Number(workers),
});
reportUsage(Number(rows));
