import assert from "node:assert/strict";
import { withContext } from "./_testing.ts";
import { createExperiment } from "./create_experiment.ts";
import { listExperiments } from "./list_experiments.ts";
import { type DemoStep, runDemo } from "./run_demo.ts";

Deno.test("runDemo makes a million rows whose keys hold, asks them, and replaces itself", () =>
  withContext(async (context) => {
    const interrupted = new AbortController();
    const stop = () => interrupted.abort();
    const first = runDemo(context, { signal: interrupted.signal, onStep: stop });
    await assert.rejects(first, { code: "RUN_CANCELLED" });
    const steps: DemoStep[] = [];
    await runDemo(context, { onStep: (step) => steps.push(step) });
    const kinds = steps.map(({ kind }) => kind).filter((kind) => kind !== "progress");
    assert.deepEqual(kinds, [
      ...["imported", "generated", "verified", "answered", "answered", "answered"],
    ]);
    for (const step of steps) {
      if (step.kind === "imported") assert.equal(step.replaced, true);
      if (step.kind === "verified") {
        assert.deepEqual(step.report.broken, []);
        assert.equal(step.report.rowCount, 1_000_000);
      }
      if (step.kind === "answered") assert.ok(step.answer.rows.length > 1);
    }
    assert.deepEqual(listExperiments(context).map(({ name }) => name), ["demo"]);
  }));

Deno.test("runDemo never replaces an experiment of that name that is not its own", () =>
  withContext(async (context) => {
    const tables = [{ name: "t", target_rows: 1, columns: [{ name: "id", data_type: "INT" }] }];
    createExperiment(context, JSON.stringify({ name: "demo", tables }), { source: "mine" });
    const steps: DemoStep[] = [];
    const demo = runDemo(context, { onStep: (step) => steps.push(step) });
    await assert.rejects(demo, { code: "EXPERIMENT_NAME_TAKEN" });
    assert.deepEqual(steps, []);
    assert.equal(listExperiments(context)[0]!.schema.tables.length, 1);
  }));
