import { deepEqual, equal, throws } from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { withContext } from "./_testing.ts";
import { createExperiment } from "./create_experiment.ts";
import { listExperiments } from "./list_experiments.ts";

Deno.test("an experiment that asks for a generator there is not is refused before it is kept", () =>
  withContext((context) => {
    const text = (rule: string) =>
      JSON.stringify({
        name: "shop",
        tables: [{
          ...{ name: "t", target_rows: 3 },
          columns: [{ name: "c", data_type: "VARCHAR(9)", faker_rule: rule }],
        }],
      });
    throws(() => createExperiment(context, text("sexx"), { source: "x.json" }), (error) => {
      equal(error instanceof DwSimError && error.code, "SCHEMA_INVALID");
      const problem = (error as DwSimError).problems[0]!;
      deepEqual([problem.code, problem.path], [
        "PLAN_UNKNOWN_GENERATOR",
        "$.tables[0].columns[0].faker_rule",
      ]);
      return true;
    });
    deepEqual(listExperiments(context), []);
    createExperiment(context, text("sex"), { source: "x.json" });
    equal(listExperiments(context).length, 1);
  }));
