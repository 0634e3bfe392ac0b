import { z } from "zod";
import { cancelRun, showRun } from "../../../../../../lib/app/mod.ts";
import { DwSimError } from "../../../../../../lib/errors/mod.ts";
import { defineRoute, runParams, runShape } from "../../../../../../lib/web/mod.ts";

export const POST = defineRoute({
  id: "cancelRun",
  tag: "Runs",
  summary: "Stop a run, in whatever process it is; it can be resumed",
  params: runParams,
  body: z.strictObject({}),
  answers: {
    200: { description: "The run as it ended", schema: runShape },
    202: { description: "The run was asked to stop, and has not yet", schema: runShape },
  },
  errors: ["EXPERIMENT_NOT_FOUND", "RUN_ID_INVALID", "RUN_NOT_FOUND", "RUN_NOT_ACTIVE"],
  handler: async ({ params, service }) => {
    const { context } = service;
    const { status, experimentName: name } = showRun(context, params.name, params.id);
    if (!isActive(status)) throw new DwSimError("RUN_NOT_ACTIVE", { name });
    const run = await cancelRun(context, name);
    return { status: isActive(run.status) ? 202 : 200, json: service.runJson(run) };
  },
});

function isActive(status: string): boolean {
  return status === "running" || status === "queued";
}
