import { z } from "zod";
import { loadRun } from "../../../../lib/app/mod.ts";
import { defineRoute, experimentParams } from "../../../../lib/web/mod.ts";

export const POST = defineRoute({
  id: "loadRun",
  tag: "Runs",
  summary: "Make an earlier run the one that is queried",
  params: experimentParams,
  body: z.strictObject({
    run_id: z.string().max(100).nullable().optional().describe("By default the newest completed"),
  }),
  answers: {
    200: {
      description: "It is the current run",
      schema: z.object({
        experiment: z.string(),
        run_id: z.string(),
        loaded_tables: z.int(),
        row_counts: z.record(z.string(), z.int()),
      }),
    },
  },
  errors: [
    "EXPERIMENT_NOT_FOUND",
    "EXPERIMENT_EMPTY",
    "RUN_ID_INVALID",
    "RUN_NOT_FOUND",
    "RUN_NOT_COMPLETED",
    "RUN_FILES_REMOVED",
    "STORAGE_UNREADABLE",
    "MANIFEST_INVALID",
  ],
  handler: ({ params, body, service: { context } }) => {
    const run = loadRun(context, params.name, body.run_id ?? undefined);
    const rowCounts = run.rowCounts ?? {};
    return {
      status: 200,
      json: {
        experiment: run.experimentName,
        run_id: run.id,
        loaded_tables: Object.keys(rowCounts).length,
        row_counts: rowCounts,
      },
    };
  },
});
