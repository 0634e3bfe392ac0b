import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import type { RunProgress } from "./records.ts";
import { runDraft, STRANGER, withCatalog } from "./_testing.ts";
import { openCatalog } from "./open_catalog.ts";
import { parseRunId } from "./run_id.ts";

/** DW_SIM_RACE_ROUNDS=200 is the full count. */
const RACE_ROUNDS = Number(Deno.env.get("DW_SIM_RACE_ROUNDS") ?? 15);

const ERROR = { code: "STORAGE_FULL", message: "No space is left", trace: "at line 1" };

Deno.test("Runs.create records everything about a run, queued", () => {
  withCatalog(["retail"], ({ runs }) => {
    const run = runs.create(runDraft("Retail"));
    assert.deepEqual({ ...run, id: "", createdAt: "", heartbeatAt: "" }, {
      id: "",
      experimentName: "retail",
      status: "queued",
      createdAt: "",
      startedAt: null,
      completedAt: null,
      seed: 42,
      generatorVersion: 1,
      schemaHash: "abc",
      targetRows: { sales: 1000 },
      rowCounts: null,
      progress: null,
      kind: "generate",
      layout: { partRows: 1_048_576, codec: "snappy" },
      earlierRows: [],
      baseRunId: null,
      outputPath: `/data/Retail/${run.id}`,
      filesRemovedAt: null,
      error: null,
      owner: STRANGER,
      heartbeatAt: "",
      cancelRequestedAt: null,
    });
    assert.deepEqual(runs.get(run.id), run);
    assert.deepEqual(runs.active("retail"), run);
  });
});

Deno.test("Runs.create keeps the largest seed and table names that mean something to JavaScript", () => {
  withCatalog(["retail"], ({ runs }) => {
    const targetRows = Object.fromEntries([["__proto__", 1], ["constructor", 2], ["Zähler", 3]]);
    const seed = Number.MAX_SAFE_INTEGER;
    const run = runs.create({ ...runDraft("retail"), seed, targetRows });
    assert.equal(run.seed, seed);
    assert.deepEqual(Object.entries(run.targetRows), Object.entries(targetRows));
  });
});

Deno.test("Runs.create refuses an experiment that does not exist", () => {
  withCatalog([], ({ runs }) => {
    assert.throws(() => runs.create(runDraft("retail")), { code: "EXPERIMENT_NOT_FOUND" });
  });
});

Deno.test("Runs.create refuses a second active run, and takes one when the first has ended", () => {
  withCatalog(["retail", "banking"], ({ runs }) => {
    const first = runs.create(runDraft("retail"));
    runs.create(runDraft("banking"));
    const refusal = { code: "RUN_ALREADY_ACTIVE", kind: "conflict" };
    assert.throws(() => runs.create(runDraft("retail")), refusal);
    runs.apply(first.id, { kind: "start" });
    assert.throws(() => runs.create(runDraft("retail")), refusal);
    runs.apply(first.id, { kind: "fail", error: ERROR });
    const second = runs.create(runDraft("retail"));
    assert.deepEqual(runs.list("retail").map(({ id }) => id), [second.id, first.id]);
  });
});

Deno.test("Runs.apply makes a completed run current, and a failed one not", () => {
  withCatalog(["retail"], ({ experiments, runs }) => {
    const good = runs.create(runDraft("retail"));
    runs.apply(good.id, { kind: "start" });
    const completed = runs.apply(good.id, { kind: "complete", rowCounts: { sales: 1000 } });
    assert.deepEqual([completed.status, completed.rowCounts], ["completed", { sales: 1000 }]);
    assert.notEqual(completed.completedAt, null);
    assert.equal(experiments.get("retail").currentRunId, good.id);

    const bad = runs.create(runDraft("retail"));
    const failed = runs.apply(bad.id, { kind: "fail", error: ERROR });
    assert.deepEqual([failed.status, failed.error], ["failed", ERROR]);
    assert.equal(experiments.get("retail").currentRunId, good.id);
  });
});

Deno.test("Runs.apply refuses what the state does not allow and changes nothing", () => {
  withCatalog(["retail"], ({ experiments, runs }) => {
    const { id } = runs.create(runDraft("retail"));
    assert.throws(() => runs.apply(id, { kind: "complete", rowCounts: {} }), {
      code: "RUN_STATE_CONFLICT",
    });
    assert.equal(runs.get(id).status, "queued");
    assert.equal(experiments.get("retail").currentRunId, null);
  });
});

Deno.test("Runs.apply resumes an aborted run under a new owner unless another run is active", () => {
  withCatalog(["retail"], ({ runs }) => {
    const first = runs.create(runDraft("retail"));
    runs.apply(first.id, { kind: "abort", error: ERROR });
    const owner = { pid: 77, startedAt: "5", host: "here" };
    const resumed = runs.apply(first.id, { kind: "resume", owner });
    assert.deepEqual([resumed.status, resumed.owner, resumed.error], ["queued", owner, null]);

    runs.apply(first.id, { kind: "abort", error: ERROR });
    runs.create(runDraft("retail"));
    assert.throws(() => runs.apply(first.id, { kind: "resume", owner }), {
      code: "RUN_ALREADY_ACTIVE",
    });
    assert.equal(runs.get(first.id).status, "aborted");
  });
});

Deno.test("Runs.beat records progress and hears a cancel asked for by another connection", () => {
  withCatalog(["retail"], ({ runs, path }) => {
    const { id } = runs.create(runDraft("retail"));
    assert.deepEqual(runs.beat(id, progressOf(10)), { stopRequested: false });
    {
      using other = openCatalog(path);
      assert.deepEqual(other.runs.get(id).progress, progressOf(10));
      other.runs.requestCancel(id);
    }
    assert.deepEqual(runs.beat(id, progressOf(20)), { stopRequested: true });
    assert.deepEqual(runs.beat(id, null), { stopRequested: true });
    runs.apply(id, { kind: "abort", error: ERROR });
    assert.deepEqual(runs.beat(id, progressOf(30)), { stopRequested: true });
    assert.deepEqual(runs.get(id).progress, progressOf(20));
    assert.throws(() => runs.requestCancel(id), { code: "RUN_STATE_CONFLICT" });
  });
});

Deno.test("Runs.abortDead ends the runs of dead owners, and only those", () => {
  withCatalog(["retail", "banking"], ({ runs }) => {
    const dead = runs.create(runDraft("retail", { pid: 11, startedAt: "1", host: "here" }));
    const live = runs.create(runDraft("banking", { pid: 22, startedAt: "1", host: "here" }));
    const aborted = runs.abortDead(({ pid }) => pid === 22);
    assert.deepEqual(aborted.map(({ id, status }) => [id, status]), [[dead.id, "aborted"]]);
    assert.equal(aborted[0]!.error?.code, "RUN_OWNER_GONE");
    assert.equal(runs.get(live.id).status, "queued");
    assert.deepEqual(runs.abortDead(({ pid }) => pid === 22), []);
  });
});

Deno.test("Runs.get says so when there is no such run", () => {
  withCatalog([], ({ runs }) => {
    const id = parseRunId("20260131-093005-250-7hq2mz4c");
    assert.throws(() => runs.get(id), { code: "RUN_NOT_FOUND", kind: "not_found" });
  });
});

Deno.test("of two processes that start a run at once exactly one wins", async () => {
  const folder = Deno.makeTempDirSync();
  try {
    const path = `${folder}/catalog.sqlite`;
    const racers = [startRacer(path), startRacer(path)];
    assert.deepEqual(await Promise.all(racers.map((racer) => racer.next())), ["ready", "ready"]);
    using catalog = openCatalog(path);
    for (let round = 0; round < RACE_ROUNDS; round++) {
      const name = `race_${round}`;
      catalog.experiments.create({ name, schemaJson: "{}", schemaHash: "abc" });
      for (const racer of racers) racer.send(name);
      const answers = await Promise.all(racers.map((racer) => racer.next()));
      assert.deepEqual(answers.toSorted(), ["RUN_ALREADY_ACTIVE", "won"]);
      assert.equal(catalog.runs.list(name).length, 1);
    }
    await Promise.all(racers.map((racer) => racer.end()));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("Runs.beat does not wait for a catalog that another process holds", () => {
  withCatalog(["retail"], ({ runs, path }) => {
    const { id } = runs.create(runDraft("retail"));
    using other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    const startedAtMs = performance.now();
    assert.throws(() => runs.beat(id, null), { code: "CATALOG_BUSY" });
    assert.equal(performance.now() - startedAtMs < 500, true);
    other.exec("ROLLBACK");
    assert.deepEqual(runs.beat(id, null), { stopRequested: false });
  });
});

Deno.test("Runs.dropFiles gives up what was chosen, and never the current or the active run", () => {
  withCatalog(["retail"], ({ runs, removals, path }, folder) => {
    const complete = () => {
      const outputPath = (id: string) => `${folder}/experiments/retail/runs/${id}`;
      const { id } = runs.create({ ...runDraft("retail"), outputPath });
      runs.apply(id, { kind: "start" });
      return runs.apply(id, { kind: "complete", rowCounts: { sales: 1 } });
    };
    const [first, second, current] = [complete(), complete(), complete()];
    const active = runs.create(runDraft("retail"));
    assert.deepEqual(runs.dropFiles("retail", (found) => found.slice(1)).map(({ id }) => id), [
      first.id,
    ]);
    assert.notEqual(runs.get(first.id).filesRemovedAt, null);
    assert.deepEqual(removals.list(), [first.outputPath]);
    runs.dropFiles("retail", (found) => found);
    const kept = [current.id, active.id].map((id) => runs.get(id).filesRemovedAt);
    assert.deepEqual(kept, [null, null]);
    removals.done(first.outputPath);
    assert.deepEqual(removals.list(), [second.outputPath]);
    using other = new DatabaseSync(path);
    const force = `UPDATE generation_runs SET files_removed_at = '' WHERE id = '${current.id}'`;
    assert.throws(() => other.exec(force), /in use/);
  });
});

Deno.test("Experiments.setCurrentRun takes completed runs with files, and no others", () => {
  withCatalog(["retail"], ({ runs, experiments }) => {
    const complete = () => {
      const { id } = runs.create(runDraft("retail"));
      runs.apply(id, { kind: "start" });
      return runs.apply(id, { kind: "complete", rowCounts: { sales: 1 } });
    };
    const [first, second] = [complete(), complete()];
    assert.equal(experiments.get("retail").currentRunId, second.id);
    assert.equal(experiments.setCurrentRun("Retail", first.id).currentRunId, first.id);
    const queued = runs.create(runDraft("retail"));
    assert.throws(() => experiments.setCurrentRun("retail", queued.id), {
      code: "RUN_NOT_COMPLETED",
    });
    runs.apply(queued.id, { kind: "abort", error: ERROR });
    runs.dropFiles("retail", (found) => found);
    for (const { id } of [second]) {
      assert.throws(() => experiments.setCurrentRun("retail", id), { code: "RUN_FILES_REMOVED" });
    }
    const owner = { pid: 77, startedAt: "5", host: "here" };
    assert.throws(() => runs.apply(queued.id, { kind: "resume", owner }), {
      code: "RUN_FILES_REMOVED",
    });
  });
});

Deno.test("the folders of runs move with the catalog, except those chosen elsewhere", () => {
  withCatalog(["retail"], ({ runs }, folder) => {
    const inside = runs.create({
      ...runDraft("retail"),
      outputPath: (id) => `${folder}/experiments/retail/runs/${id}`,
    });
    runs.apply(inside.id, { kind: "fail", error: ERROR });
    const elsewhere = runs.create(runDraft("retail"));
    Deno.mkdirSync(`${folder}/moved`);
    Deno.copyFileSync(`${folder}/catalog.sqlite`, `${folder}/moved/catalog.sqlite`);
    Deno.copyFileSync(`${folder}/catalog.sqlite-wal`, `${folder}/moved/catalog.sqlite-wal`);
    using moved = openCatalog(`${folder}/moved/catalog.sqlite`);
    assert.equal(
      moved.runs.get(inside.id).outputPath,
      `${folder}/moved/experiments/retail/runs/${inside.id}`,
    );
    assert.equal(moved.runs.get(elsewhere.id).outputPath, elsewhere.outputPath);
  });
});

function progressOf(rows: number): RunProgress {
  return {
    ...{ rowsDone: rows, rowsTotal: 1000, partsDone: 0, partsTotal: 1 },
    ...{ rowsPerSecond: 5, remainingMs: null, tables: { sales: { rows, parts: 0 } } },
  };
}

interface Racer {
  send(name: string): void;
  next(): Promise<string>;
  end(): Promise<void>;
}

function startRacer(catalogPath: string): Racer {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", fileURLToPath(import.meta.resolve("./_racing_process.ts")), catalogPath],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  return {
    send: (name) => void writer.write(new TextEncoder().encode(`${name}\n`)),
    next: async () => ((await reader.read()).value ?? "").trim(),
    end: async () => {
      await writer.close();
      await reader.cancel();
      await child.status;
    },
  };
}
