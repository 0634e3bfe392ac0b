import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { runDraft, withCatalog } from "./_testing.ts";

Deno.test("Experiments.create returns what get and list return", () => {
  withCatalog([], ({ experiments }) => {
    const draft = { name: "retail", schemaJson: '{"name":"retail"}', schemaHash: "abc" };
    const created = experiments.create(draft);
    assert.deepEqual({ ...created, createdAt: "" }, {
      ...draft,
      createdAt: "",
      currentRunId: null,
    });
    assert.match(created.createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.deepEqual(experiments.get("retail"), created);
    assert.deepEqual(experiments.list(), [created]);
  });
});

Deno.test("Experiments.create refuses a name taken in another case", () => {
  withCatalog(["retail"], ({ experiments }) => {
    assert.throws(
      () => experiments.create({ name: "RETAIL", schemaJson: "{}", schemaHash: "abc" }),
      { code: "EXPERIMENT_NAME_TAKEN", kind: "conflict" },
    );
    assert.equal(experiments.list().length, 1);
  });
});

Deno.test("Experiments.get finds a name whatever its case and offers near ones", () => {
  withCatalog(["retail", "banking"], ({ experiments }) => {
    assert.equal(experiments.get("Retail").name, "retail");
    assert.throws(() => experiments.get("retial"), (error) => {
      assert(error instanceof DwSimError);
      assert.equal(error.code, "EXPERIMENT_NOT_FOUND");
      assert.equal(error.hint, "Did you mean 'retail'?");
      return true;
    });
  });
});

Deno.test("Experiments.get treats a hostile name as a name", () => {
  withCatalog(["retail"], ({ experiments }) => {
    for (const name of ["' OR 1=1 --", "", "%", "retail\0"]) {
      assert.throws(() => experiments.get(name), { code: "EXPERIMENT_NOT_FOUND" });
    }
  });
});

Deno.test("Experiments.replaceSchema changes the schema and leaves the history alone", () => {
  withCatalog(["retail"], ({ experiments, runs }) => {
    const { id } = runs.create(runDraft("retail"));
    const next = { schemaJson: '{"a":1}', schemaHash: "def", formerHash: "abc" };
    assert.throws(() => experiments.replaceSchema("retail", next), {
      code: "EXPERIMENT_HAS_ACTIVE_RUN",
    });
    runs.apply(id, { kind: "start" });
    runs.apply(id, { kind: "complete", rowCounts: { sales: 1000 } });
    const replaced = experiments.replaceSchema("RETAIL", next);
    assert.deepEqual(
      [replaced.name, replaced.schemaJson, replaced.schemaHash, replaced.currentRunId],
      ["retail", '{"a":1}', "def", id],
    );
    assert.equal(runs.get(id).schemaHash, "abc");
  });
});

Deno.test("Experiments.replaceSchema refuses what was made from another schema", () => {
  withCatalog(["retail"], ({ experiments }) => {
    const stale = { schemaJson: "{}", schemaHash: "def", formerHash: "old" };
    assert.throws(() => experiments.replaceSchema("retail", stale), { code: "EXPERIMENT_CHANGED" });
    assert.throws(() => experiments.replaceSchema("none", stale), { code: "EXPERIMENT_NOT_FOUND" });
    assert.equal(experiments.get("retail").schemaHash, "abc");
  });
});

Deno.test("Experiments.delete forgets the experiment and its runs, and no other", () => {
  withCatalog(["retail", "banking"], ({ experiments, runs }) => {
    const { id } = runs.create(runDraft("retail"));
    runs.apply(id, { kind: "start" });
    runs.apply(id, { kind: "complete", rowCounts: { sales: 1000 } });
    assert.equal(experiments.delete("retail").currentRunId, id);
    assert.deepEqual(experiments.list().map(({ name }) => name), ["banking"]);
    assert.throws(() => runs.get(id), { code: "RUN_NOT_FOUND" });
  });
});

Deno.test("Experiments.delete is refused while a run is active", () => {
  withCatalog(["retail"], ({ experiments, runs }) => {
    const { id } = runs.create(runDraft("retail"));
    assert.throws(() => experiments.delete("retail"), { code: "EXPERIMENT_HAS_ACTIVE_RUN" });
    runs.apply(id, { kind: "abort", error: { code: "CANCELLED", message: "", trace: null } });
    experiments.delete("retail");
    assert.deepEqual(experiments.list(), []);
  });
});
