import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { EngineProcess } from "./_engine_process.ts";
import { memoryUse } from "./_memory_use.ts";
import { openWarehouse } from "./open_warehouse.ts";
import type { QueryResult } from "./query_result.ts";
import { EXIT_OUT_OF_MEMORY } from "./wire/engine_messages.ts";

const ENDLESS = "SELECT count(*) FROM range(100000000000) t(i) WHERE i % 3 = 1";
const MIB = 1024 ** 2;
/** Children of a process are found in /proc. */
const ignore = Deno.build.os !== "linux";

Deno.test({
  ...{ name: "an engine ends with its parent, even if that is killed while it asks", ignore },
  fn: async () => {
    const path = new URL("./_orphaned_process.ts", import.meta.url).pathname;
    const parent = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", path],
      stdout: "piped",
    }).spawn();
    const reader = parent.stdout.getReader();
    await reader.read();
    const engines = childrenOf(parent.pid);
    assert.equal(engines.length, 1);
    parent.kill("SIGKILL");
    await parent.status;
    await reader.cancel();
    await until(() => (memoryUse(engines[0]!) ?? 0) === 0, 5_000);
  },
});

Deno.test({
  ...{ name: "an engine that dies is told of, and replaced for the next question", ignore },
  fn: async () => {
    const before = new Set(childrenOf(Deno.pid));
    const warehouse = await openWarehouse([], { limits: { memoryBytesMax: 900 * MIB } });
    const asking = warehouse.query(ENDLESS).then(rowsOf);
    const engine = childrenOf(Deno.pid).find((id) => !before.has(id))!;
    await delay(100);
    Deno.kill(engine, "SIGKILL");
    await assert.rejects(asking, { code: "QUERY_ENGINE_DIED", kind: "internal" });
    await warehouse.close();
    await using next = await openWarehouse([], { limits: { memoryBytesMax: 900 * MIB } });
    assert.deepEqual(await rowsOf(await next.query("SELECT 1")), [[1]]);
  },
});

Deno.test({
  ...{ name: "a warehouse whose engine died between two questions takes another one", ignore },
  fn: async () => {
    await using warehouse = await openWarehouse([], { limits: { memoryBytesMax: 902 * MIB } });
    const { batches } = await warehouse.query("SELECT * FROM range(100000)");
    await batches()[Symbol.asyncIterator]().next();
    // It may be one that waited since another test: all of them go.
    for (const engine of childrenOf(Deno.pid)) Deno.kill(engine, "SIGKILL");
    assert.deepEqual(await rowsOf(await warehouse.query("SELECT 1")), [[1]]);
  },
});

Deno.test("a query over its time, and one over its memory, end with codes of their own", async () => {
  const late = await openWarehouse([], { limits: { workMsMax: 200 } });
  await assert.rejects(late.query(ENDLESS).then(rowsOf), {
    code: "QUERY_TIMED_OUT",
    kind: "limit",
  });
  await late.close();
  const large = await openWarehouse([], { limits: { memoryBytesMax: 500 * MIB } });
  const sql = "SELECT length(repeat('x', 2000000000))";
  await assert.rejects(large.query(sql).then(rowsOf), {
    code: "QUERY_OUT_OF_MEMORY",
    kind: "limit",
  });
  await large.close();
});

Deno.test({
  ...{ name: "rows wait in the engine until somebody takes them, and its clock waits too", ignore },
  fn: async () => {
    const before = new Set(childrenOf(Deno.pid));
    const limits = { workMsMax: 5_000, memoryBytesMax: 901 * MIB };
    await using warehouse = await openWarehouse([], { limits });
    const result = await warehouse.query(
      "SELECT i, repeat('x', 1000) AS x FROM range(3000000) t(i)",
    );
    const engine = childrenOf(Deno.pid).find((id) => !before.has(id));
    const batches = result.batches()[Symbol.asyncIterator]();
    await batches.next();
    const earlyBytes = memoryUse(engine ?? 0) ?? 0;
    await delay(600);
    const lateBytes = memoryUse(engine ?? 0) ?? 0;
    assert.ok(lateBytes - earlyBytes < 100 * MIB, `${earlyBytes / MIB} to ${lateBytes / MIB} MiB`);
    await batches.return?.();
    assert.deepEqual(await rowsOf(await warehouse.query("SELECT 2")), [[2]]);
  },
});

Deno.test("an engine ends by itself when it is too large, for systems that do not tell its parent", async () => {
  const engine = new EngineProcess();
  engine.work();
  await engine.send({
    ...{ kind: "open", tables: [], exportPath: null, setup: [] },
    ...{ spillDirectory: "unused", spillBytes: 30 * MIB, memoryBytesMax: 40 * MIB },
  });
  const { code } = await engine.ended();
  assert.equal(code, EXIT_OUT_OF_MEMORY);
});

Deno.test("many questions at a time are answered, each by an engine of its own", async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, async (_, i) => {
    await using warehouse = await openWarehouse([]);
    return await rowsOf(await warehouse.query(`SELECT sum(j) + ${i} FROM range(1000) t(j)`));
  }));
  assert.deepEqual(answers, [0, 1, 2, 3].map((i) => [[499_500 + i]]));
});

async function rowsOf(result: QueryResult) {
  const rows = [];
  for await (const batch of result.batches()) rows.push(...batch.json());
  return rows;
}

async function until(isTrue: () => boolean, timeMs: number): Promise<void> {
  const endMs = performance.now() + timeMs;
  while (!isTrue()) {
    assert.ok(performance.now() < endMs, `not within ${timeMs} ms`);
    await delay(20);
  }
}

function childrenOf(processId: number): readonly number[] {
  return [...Deno.readDirSync(`/proc/${processId}/task`)].flatMap(({ name }) => {
    const path = `/proc/${processId}/task/${name}/children`;
    return Deno.readTextFileSync(path).split(" ").filter(Boolean).map(Number);
  });
}
