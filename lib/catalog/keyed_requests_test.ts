import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { runDraft, withCatalog } from "./_testing.ts";

const KEY = { key: "k", requestHash: "h" };
const SHOP = { name: "shop", schemaJson: "{}", schemaHash: "abc" };

Deno.test("what is made and the key it is made with are recorded together", () => {
  withCatalog([], ({ experiments, savedQueries, runs, keyedRequests }) => {
    experiments.create({ ...SHOP, requestKey: KEY });
    assert.deepEqual(keyedRequests.find("k"), { requestHash: "h", made: "shop", answer: null });
    const query = { name: "q", sql: "SELECT 1", experimentName: null };
    savedQueries.create({ ...query, requestKey: { ...KEY, key: "k2" } });
    assert.equal(keyedRequests.find("k2")!.made, "q");
    const { id } = runs.create({ ...runDraft("shop"), requestKey: { ...KEY, key: "k3" } });
    assert.equal(keyedRequests.find("k3")!.made, id);
  });
});

Deno.test("what is refused leaves no key behind", () => {
  withCatalog(["shop"], ({ experiments, savedQueries, runs, keyedRequests }) => {
    assert.throws(() => experiments.create({ ...SHOP, requestKey: KEY }), {
      code: "EXPERIMENT_NAME_TAKEN",
    });
    const query = { name: "q", sql: "SELECT 1", experimentName: null };
    savedQueries.create(query);
    assert.throws(() => savedQueries.create({ ...query, requestKey: KEY }), {
      code: "SAVED_QUERY_NAME_TAKEN",
    });
    runs.create(runDraft("shop"));
    assert.throws(() => runs.create({ ...runDraft("shop"), requestKey: KEY }), {
      code: "RUN_ALREADY_ACTIVE",
    });
    assert.throws(() => runs.create({ ...runDraft("nope"), requestKey: KEY }), {
      code: "EXPERIMENT_NOT_FOUND",
    });
    assert.equal(keyedRequests.find("k"), null);
  });
});

Deno.test("a key that somebody else was first to use makes nothing", () => {
  withCatalog([], ({ experiments }) => {
    experiments.create({ ...SHOP, requestKey: KEY });
    assert.throws(() => experiments.create({ ...SHOP, name: "other", requestKey: KEY }), {
      code: "WEB_IDEMPOTENCY_BUSY",
    });
    assert.deepEqual(experiments.list().map(({ name }) => name), ["shop"]);
  });
});

Deno.test("the first answer of a key stays, with or without a deed", () => {
  withCatalog([], ({ experiments, keyedRequests }) => {
    experiments.create({ ...SHOP, requestKey: KEY });
    keyedRequests.keepAnswer(KEY, '{"first":1}');
    keyedRequests.keepAnswer(KEY, '{"second":2}');
    assert.deepEqual(keyedRequests.find("k"), {
      ...{ requestHash: "h", made: "shop", answer: '{"first":1}' },
    });
    keyedRequests.keepAnswer({ ...KEY, key: "dry" }, "{}");
    assert.deepEqual(keyedRequests.find("dry"), { requestHash: "h", made: null, answer: "{}" });
  });
});

Deno.test("the newest ten thousand keys are kept", () => {
  withCatalog([], ({ path, keyedRequests }) => {
    for (const key of ["a", "b", "c"]) keyedRequests.keepAnswer({ ...KEY, key }, "{}");
    {
      using database = new DatabaseSync(path);
      database.prepare("UPDATE keyed_requests SET id = 10001 WHERE key = 'c'").run();
    }
    keyedRequests.keepAnswer({ ...KEY, key: "d" }, "{}");
    const kept = ["a", "b", "c", "d"].filter((key) => keyedRequests.find(key) !== null);
    assert.deepEqual(kept, ["c", "d"]);
  });
});
