import { match } from "node:assert/strict";
import { Metrics } from "./metrics.ts";

Deno.test("metrics are text that Prometheus reads: help, type, and cumulative buckets", () => {
  const metrics = new Metrics();
  metrics.add("dw_sim_runs_ended_total", { status: "completed" });
  metrics.add("dw_sim_rows_generated_total", {}, 1_000);
  metrics.request("showRun", 200, 7);
  metrics.request("showRun", 404, 70);
  const text = metrics.text({ dw_sim_runs_active: { help: "Runs", value: 2 } });
  match(
    text,
    /# HELP dw_sim_runs_active Runs\n# TYPE dw_sim_runs_active gauge\ndw_sim_runs_active 2\n/,
  );
  match(text, /dw_sim_runs_ended_total\{status="completed"\} 1\n/);
  match(text, /dw_sim_rows_generated_total 1000\n/);
  match(text, /dw_sim_http_requests_total\{operation="showRun",status="404"\} 1\n/);
  match(text, /_bucket\{operation="showRun",le="0.01"\} 1\n/);
  match(text, /_bucket\{operation="showRun",le="0.1"\} 2\n/);
  match(text, /_bucket\{operation="showRun",le="\+Inf"\} 2\n/);
  match(text, /_count\{operation="showRun"\} 2\n/);
});
