import { z } from "zod";
import { showRun } from "../../../../../../lib/app/mod.ts";
import { defineRoute, runParams, runShape } from "../../../../../../lib/web/mod.ts";

export const POST = defineRoute({
  id: "resumeRun",
  tag: "Runs",
  summary: "Take up a run that ended early; what it has is kept",
  params: runParams,
  query: z.strictObject({
    wait: z.enum(["true", "false"]).default("false").describe("Answer when the run has ended"),
  }),
  body: z.strictObject({}),
  answers: {
    200: { description: "The run has ended (`wait=true`)", schema: runShape },
    202: { description: "The run is under way", schema: runShape },
  },
  errors: [
    "EXPERIMENT_NOT_FOUND",
    "RUN_ID_INVALID",
    "RUN_NOT_FOUND",
    "RUN_NOT_RESUMABLE",
    "RUN_STATE_CONFLICT",
    "RUN_ALREADY_ACTIVE",
    "RUN_FILES_REMOVED",
  ],
  handler: async ({ params, query, service }) => {
    const { id: runId, experimentName } = showRun(service.context, params.name, params.id);
    const task = { kind: "resume", experiment: experimentName, runId } as const;
    const { run, ended } = await service.startRun(task);
    const wait = query.wait === "true";
    return {
      status: wait ? 200 : 202,
      json: service.runJson(wait ? await ended : run),
      headers: { location: `/api/experiments/${experimentName}/runs/${run.id}` },
    };
  },
});
