import { showRun } from "../../../../../../lib/app/mod.ts";
import { defineRoute, runEvents, runParams } from "../../../../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "runEvents",
  tag: "Runs",
  summary: "How a run goes on, as server-sent events",
  description: "`progress` whenever it changed, `end` once; each holds the whole run. A client " +
    "that comes back with `Last-Event-ID` gets the next state that it has not seen.",
  params: runParams,
  weight: "stream",
  answers: {
    200: { description: "Events until the run ends", contentTypes: ["text/event-stream"] },
    204: { description: "The run has ended, and the client knows it" },
  },
  errors: ["EXPERIMENT_NOT_FOUND", "RUN_ID_INVALID", "RUN_NOT_FOUND"],
  handler: ({ params, headers, signal, service }) =>
    runEvents(service, showRun(service.context, params.name, params.id), {
      lastEventId: headers.get("last-event-id"),
      signal,
    }),
});
