import { showRun } from "../../../../../../lib/app/mod.ts";
import { defineRoute, runParams, runShape } from "../../../../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "showRun",
  tag: "Runs",
  summary: "One run: how it stands, and how far it is",
  params: runParams,
  answers: { 200: { description: "The run", schema: runShape } },
  errors: ["EXPERIMENT_NOT_FOUND", "RUN_ID_INVALID", "RUN_NOT_FOUND"],
  handler: ({ params, service }) => ({
    status: 200,
    json: service.runJson(showRun(service.context, params.name, params.id)),
  }),
});
