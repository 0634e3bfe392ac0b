import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { withContext } from "./_testing.ts";
import { createExperimentFromYaml } from "./create_experiment_from_yaml.ts";
import { listExperiments } from "./list_experiments.ts";

const TEXT =
  "name: shop\ntables:\n- name: a\n  target_rows: 3\n  columns: [{name: b, data_type: INT}]\n";

Deno.test("createExperimentFromYaml keeps the experiment, and of a wrong text nothing", () =>
  withContext(async (context) => {
    const wrong = TEXT.replace("INT", "INK");
    await assert.rejects(createExperimentFromYaml(context, wrong, { source: "x" }), DwSimError);
    assert.deepEqual(listExperiments(context), []);
    const schema = await createExperimentFromYaml(context, TEXT, { source: "x" });
    assert.deepEqual(listExperiments(context)[0]!.schema, schema);
  }));
