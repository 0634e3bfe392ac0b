import { isAbsolute } from "node:path";
import { z } from "zod";
import { DwSimError } from "../../../../lib/errors/mod.ts";
import { defineRoute, experimentParams, runShape } from "../../../../lib/web/mod.ts";
import type { Service } from "../../../../lib/web/mod.ts";

const ROWS_MAX = 100_000_000_000;
const rowCount = z.int().min(0).max(ROWS_MAX);

export const POST = defineRoute({
  id: "generate",
  tag: "Runs",
  summary: "Fill an experiment; the answer comes at once, the work goes on",
  description:
    "Follow the run at its `Location`, or its events; or wait for its end with `?wait=true`. " +
    "A run that ends early is answered as it ended, with its `status` and `error_code`.",
  idempotent: true,
  params: experimentParams,
  query: z.strictObject({
    wait: z.enum(["true", "false"]).default("false").describe("Answer when the run has ended"),
  }),
  body: z.strictObject({
    rows: z.record(z.string().max(300), rowCount).nullable().optional()
      .describe("Rows by table, where they differ from the schema"),
    scale: z.number().gt(0).max(1_000_000).optional()
      .describe("Multiplies the rows of all tables that `rows` does not name"),
    seed: z.int().min(0).nullable().optional().describe("The same seed makes the same data"),
    workers: z.int().min(1).max(256).optional().describe("How many processors to use"),
    output_dir: z.string().min(1).max(4_000).nullable().optional()
      .describe("Absolute path of a new folder, where only this machine can call the server"),
  }),
  answers: {
    200: { description: "The run has ended (`wait=true`)", schema: runShape },
    202: { description: "The run is under way", schema: runShape },
  },
  errors: [
    "EXPERIMENT_NOT_FOUND",
    "RUN_NOT_FOUND",
    "TABLE_NOT_FOUND",
    "GENERATION_IMPOSSIBLE",
    "RUN_ALREADY_ACTIVE",
    "STORAGE_TARGET_EXISTS",
    "STORAGE_UNREADABLE",
    "WEB_OUTPUT_DIR_REFUSED",
    "WEB_OUTPUT_DIR_RELATIVE",
  ],
  handler: async ({ params, query, body, attempt: { made, ...keyed }, service }) => {
    const { rows, scale, seed, workers, output_dir: outputDir } = body;
    const { run, ended } = made !== null
      ? service.followRun(params.name, made)
      : await service.startRun({
        kind: "generate",
        experiment: params.name,
        ...keyed,
        ...(rows || scale !== undefined) && {
          rows: {
            byTable: new Map(Object.entries(rows ?? {})),
            ...scale !== undefined && { scale },
          },
        },
        ...typeof seed === "number" && { seed },
        ...workers !== undefined && { workerCount: workers },
        ...typeof outputDir === "string" && { outputPath: outputPath(service, outputDir) },
      });
    const wait = query.wait === "true";
    return {
      status: wait ? 200 : 202,
      json: service.runJson(wait ? await ended : run),
      headers: { location: `/api/experiments/${run.experimentName}/runs/${run.id}` },
    };
  },
});

function outputPath({ isWide }: Service, path: string): string {
  if (isWide) throw new DwSimError("WEB_OUTPUT_DIR_REFUSED", {});
  if (isAbsolute(path) && !path.includes("\0")) return path;
  throw new DwSimError("WEB_OUTPUT_DIR_RELATIVE", { path });
}
