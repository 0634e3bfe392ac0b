import { defineRoute } from "../lib/web/mod.ts";

export const GET = defineRoute({
  id: "metrics",
  tag: "Server",
  summary: "Counters of runs, rows, queries and requests, as Prometheus reads them",
  catalogUse: "none",
  answers: { 200: { description: "Exposition format 0.0.4", contentTypes: ["text/plain"] } },
  handler: ({ service }) => {
    const text = service.metrics.text({
      dw_sim_runs_active: {
        help: "Runs that this server is making",
        value: service.runs.activeCount,
      },
      dw_sim_queries_active: {
        help: "Queries that are being answered",
        value: service.queryGate.count,
      },
      dw_sim_event_streams_active: {
        help: "Streams of events that are open",
        value: service.streamGate.count,
      },
    });
    return new Response(text, { headers: { "content-type": "text/plain; version=0.0.4" } });
  },
});
