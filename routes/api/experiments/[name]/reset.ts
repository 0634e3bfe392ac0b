import { z } from "zod";
import { defineRoute, experimentParams } from "../../../../lib/web/mod.ts";

export const POST = defineRoute({
  id: "resetExperiment",
  tag: "Experiments",
  summary: "Empty all tables; the schema stays",
  params: experimentParams,
  body: z.strictObject({}),
  idempotent: true,
  answers: {
    200: {
      description: "The tables are empty",
      schema: z.object({ name: z.string(), reset_tables: z.int() }),
    },
  },
  errors: ["EXPERIMENT_NOT_FOUND", "RUN_ALREADY_ACTIVE", "STORAGE_UNWRITABLE"],
  handler: async ({ params, service }) => {
    const { ended } = await service.startRun({ kind: "reset", experiment: params.name });
    const { experimentName, targetRows } = await ended;
    const json = { name: experimentName, reset_tables: Object.keys(targetRows).length };
    return { status: 200, json };
  },
});
