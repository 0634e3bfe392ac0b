import assert from "node:assert/strict";
import { filesUnder, planOf, withFolder } from "./_testing.ts";
import { type FileLayout, ROW_GROUP_ROWS } from "./file_layout.ts";
import { generateParts } from "./generate_parts.ts";
import type { GenerationProgress } from "./_progress_meter.ts";

const LAYOUT: FileLayout = { partRows: ROW_GROUP_ROWS, codec: "snappy" };
/** Two million values and more: work for workers. */
const LARGE = planOf({ sales: 4 * ROW_GROUP_ROWS + 7, empty: 0, stores: 10 });
const SMALL = planOf({ sales: ROW_GROUP_ROWS });

Deno.test("generateParts gives the same bytes whatever the number of workers", () =>
  withFolder(async (folder) => {
    const one = await generateParts(LARGE, `${folder}/one`, { layout: LAYOUT, workerCount: 1 });
    const two = await generateParts(LARGE, `${folder}/two`, { layout: LAYOUT, workerCount: 2 });
    assert.deepEqual(one, two);
    assert.deepEqual(filesUnder(`${folder}/one`), filesUnder(`${folder}/two`));
    assert.deepEqual(one.map(({ name, rows, parts }) => [name, rows, parts.length]), [
      ["sales", 4 * ROW_GROUP_ROWS + 7, 5],
      ["empty", 0, 1],
      ["stores", 10, 1],
    ]);
  }));

Deno.test("generateParts gives the same bytes in this thread as in a worker", () =>
  withFolder(async (folder) => {
    const [here] = await generateParts(SMALL, `${folder}/here`, { layout: LAYOUT });
    const [there] = await generateParts(LARGE, `${folder}/there`, { layout: LAYOUT });
    assert.deepEqual(here!.parts[0], there!.parts[0]);
    assert.deepEqual(
      Deno.readFileSync(`${folder}/here/sales/part-00000.parquet`),
      Deno.readFileSync(`${folder}/there/sales/part-00000.parquet`),
    );
  }));

Deno.test("generateParts tells progress that ends with everything done", () =>
  withFolder(async (folder) => {
    const told: GenerationProgress[] = [];
    const onProgress = (progress: GenerationProgress) => void told.push(progress);
    await generateParts(LARGE, folder, { layout: LAYOUT, onProgress });
    const rowsTotal = 4 * ROW_GROUP_ROWS + 17;
    const { rowsPerSecond, remainingMs, ...counts } = told.at(-1)!;
    assert.deepEqual(counts, {
      rowsDone: rowsTotal,
      rowsTotal,
      partsDone: 7,
      partsTotal: 7,
      tables: {
        sales: { rows: 4 * ROW_GROUP_ROWS + 7, parts: 5 },
        empty: { rows: 0, parts: 1 },
        stores: { rows: 10, parts: 1 },
      },
    });
    assert.equal(rowsPerSecond > 0, true);
    assert.equal(remainingMs, 0);
    const rows = told.map(({ rowsDone }) => rowsDone);
    assert.deepEqual(rows, rows.toSorted((a, b) => a - b));
  }));

Deno.test("generateParts ends within a second of the signal, in workers", () =>
  withFolder((folder) => assertCancellable(folder, { sales: 2_000_000_000 })));

Deno.test("generateParts ends within a second of the signal, in this thread", () => {
  const tables = Array.from({ length: 3000 }, (_, i) => [`table_${i}`, 100]);
  return withFolder((folder) => assertCancellable(folder, Object.fromEntries(tables)));
});

Deno.test("generateParts writes nothing when the signal was given before", () =>
  withFolder(async (folder) => {
    const signal = AbortSignal.abort();
    await assert.rejects(generateParts(SMALL, folder, { signal }), { code: "CANCELLED" });
    assert.equal(filesUnder(folder).size, 0);
  }));

for (const [where, plan] of [["a worker", LARGE], ["this thread", SMALL]] as const) {
  Deno.test(`generateParts says so when the disk is full, in ${where}`, {
    ignore: Deno.build.os !== "linux",
  }, () =>
    withFolder(async (folder) => {
      Deno.mkdirSync(`${folder}/sales`);
      // The device that answers every write with ENOSPC stands where the part is written.
      Deno.symlinkSync("/dev/full", `${folder}/sales/part-00000.parquet.t.tmp`);
      await assert.rejects(generateParts(plan, folder, { layout: LAYOUT, attempt: "t" }), {
        code: "STORAGE_FULL",
      });
    }));

  Deno.test(`generateParts says so when a file cannot be written, in ${where}`, () =>
    withFolder(async (folder) => {
      Deno.mkdirSync(`${folder}/sales/part-00000.parquet.t.tmp`, { recursive: true });
      await assert.rejects(generateParts(plan, folder, { layout: LAYOUT, attempt: "t" }), {
        code: "STORAGE_UNWRITABLE",
      });
    }));
}

Deno.test("generateParts hands on a fault of our own code with the trace of the worker", () =>
  withFolder(async (folder) => {
    const broken = { ...LARGE, pools: {} };
    await assert.rejects(generateParts(broken, folder, { layout: LAYOUT }), (error) => {
      assert(error instanceof Error && error.cause instanceof Error);
      assert.match(String(error.cause.stack), /lib\/generation\//);
      return true;
    });
  }));

async function assertCancellable(folder: string, rows: Record<string, number>): Promise<void> {
  const controller = new AbortController();
  let cancelledAtMs = 0;
  const work = generateParts(planOf(rows), folder, {
    layout: { partRows: 1024 * ROW_GROUP_ROWS, codec: "none" },
    signal: controller.signal,
    onProgress: () => {
      cancelledAtMs ||= performance.now();
      controller.abort();
    },
  });
  await assert.rejects(work, { code: "CANCELLED", kind: "cancelled" });
  const elapsedMs = performance.now() - cancelledAtMs;
  assert(elapsedMs < 1000, `it took ${elapsedMs} ms`);
}
