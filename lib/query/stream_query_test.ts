import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { type CsvNewline, type ExportFormat, exportQuery } from "./export_query.ts";
import { streamQuery } from "./stream_query.ts";
import type { FileBytes } from "./_streamed_copy.ts";

const MIB = 1024 ** 2;
const FORMATS: readonly ExportFormat[] = ["csv", "json", "jsonl", "parquet"];
/** Never ends by itself, and makes much text. */
const ENDLESS = "SELECT i, repeat('x', 100) AS t FROM range(1000000000000) t(i)";

async function inFolder(work: (directory: string) => Promise<void>): Promise<void> {
  const directory = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  try {
    await work(directory);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

async function all(bytes: FileBytes): Promise<{ text: string; rowCount: number }> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let piece = await bytes.next();; piece = await bytes.next()) {
    if (piece.done) return { text: await latin(pieces), ...piece.value };
    pieces.push(piece.value);
  }
}

/** A character a byte, so that files that are no text can be compared as well. */
async function latin(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  return (await new Blob([...pieces]).bytes()).reduce(
    (text, byte) => text + String.fromCharCode(byte),
    "",
  );
}

/** Processes that this one has started. */
function childIds(): Set<number> {
  return new Set(
    [...Deno.readDirSync("/proc/self/task")].flatMap(({ name }) =>
      Deno.readTextFileSync(`/proc/self/task/${name}/children`).split(" ").filter(Boolean)
        .map(Number)
    ),
  );
}

/** Waits until none of these is left. */
async function areGone(ids: ReadonlySet<number>): Promise<void> {
  const endMs = performance.now() + 5_000;
  while ([...ids].some((id) => childIds().has(id))) {
    assert.ok(performance.now() < endMs, `${[...ids]} are still there`);
    await sleep(20);
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}

/** Spec: proc_pid_stat(5), utime and stime in ticks; proc_pid_status(5). */
function useOf(id: number): { ticks: number; bytes: number } {
  const fields = Deno.readTextFileSync(`/proc/${id}/stat`).split(") ")[1]!.split(" ");
  const status = Deno.readTextFileSync(`/proc/${id}/status`);
  const kibibytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  return { ticks: Number(fields[11]) + Number(fields[12]), bytes: kibibytes * 1024 };
}

const linux = { ignore: Deno.build.os !== "linux" };

Deno.test("streamQuery gives the bytes that exportQuery writes, in every format", () =>
  inFolder(async (directory) => {
    const sql = `SELECT i, i::HUGEINT * 9007199254740993 AS big, i / 8 AS x,
      CASE WHEN i % 3 > 0 THEN 'a "q", ' || i END AS t FROM range(3000) t(i)`;
    const path = `${directory}/file`;
    const list = "SELECT [i] AS list FROM range(5000) t(i)";
    const same = async (text: string, format: ExportFormat, newline: CsvNewline = "crlf") => {
      const { rowCount } = await exportQuery([], text, { format, newline, path });
      await using file = await streamQuery([], text, { format, newline });
      const streamed = await all(file.bytes);
      assert.equal(streamed.rowCount, rowCount);
      assert.equal(streamed.text, await latin([await Deno.readFile(path)]), format);
    };
    for (const format of FORMATS) await same(sql, format);
    await same(sql, "csv", "lf");
    for (const format of ["json", "jsonl"] as const) await same(list, format);
    for (const format of ["json", "jsonl"] as const) await same(`${list} LIMIT 0`, format);
  }));

Deno.test("streamQuery gives bytes while the query runs, and ends its engine with the file", {
  ...linux,
}, async () => {
  for (const format of FORMATS) {
    const before = childIds();
    const engines = await (async () => {
      await using file = await streamQuery([], ENDLESS, { format });
      const { value } = await file.bytes.next();
      assert.ok(value instanceof Uint8Array && value.byteLength > 0, format);
      return childIds();
    })();
    await areGone(new Set([...engines].filter((id) => !before.has(id))));
  }
});

Deno.test(
  "an engine whose bytes nobody takes waits, and holds no more than before",
  linux,
  () =>
    inFolder(async (directory) => {
      const path = `${directory}/rows.parquet`;
      const rows = "SELECT i, repeat('x', 200) AS t FROM range(2000000) t(i)";
      await exportQuery([], rows, { format: "parquet", path });
      const table = { name: "rows", files: [path] };
      const limits = { workMsMax: 20_000 };
      await using file = await streamQuery([table], "FROM rows", { format: "csv", limits });
      await file.bytes.next();
      // Those of tests before this one are gone by then.
      await sleep(1_500);
      const engines = [...childIds()];
      const ticks = () => engines.reduce((sum, id) => sum + useOf(id).ticks, 0);
      assert.ok(await comesToRest(ticks), "an engine that waits does nothing");
      const bytes = Math.max(...engines.map((id) => useOf(id).bytes));
      assert.ok(bytes < 500 * MIB, `${bytes / MIB} MiB`);
      const ownBytes = Deno.memoryUsage().rss;
      let byteCount = 0;
      for await (const piece of file.bytes) byteCount += piece.byteLength;
      assert.ok(byteCount > 400 * MIB * 0.9);
      assert.ok(Deno.memoryUsage().rss - ownBytes < 100 * MIB);
    }),
);

/** Whether a count of hundredths of seconds at work soon hardly grows; until then it fills the pipe. */
async function comesToRest(ticks: () => number): Promise<boolean> {
  for (let tries = 0; tries < 20; tries++) {
    const before = ticks();
    await sleep(500);
    if (ticks() - before < 20) return true;
  }
  return false;
}

Deno.test("what fails before the first bytes is thrown at once, and later by the bytes", async () => {
  const codeOf = (error: unknown) => error instanceof DwSimError ? error.code : error;
  for (
    const [sql, code] of [
      ["DROP TABLE x", "QUERY_REFUSED"],
      ["SELECT nothing", "QUERY_REFUSED"],
      ["SELECT 'x'::INTEGER FROM range(5)", "QUERY_FAILED"],
    ] as const
  ) {
    const error = await streamQuery([], sql, { format: "csv" }).catch((error) => error);
    assert.equal(codeOf(error), code);
  }
  const late = `SELECT CASE WHEN i < 3000000 THEN i ELSE ('x' || i)::INTEGER END AS i,
    repeat('y', 20) AS t FROM range(4000000) t(i)`;
  for (const format of ["csv", "jsonl", "parquet"] as const) {
    await using file = await streamQuery([], late, { format });
    assert.equal((await file.bytes.next()).done, false);
    assert.equal(codeOf(await all(file.bytes).catch((error) => error)), "QUERY_FAILED", format);
  }
});

Deno.test("a signal ends a stream at once, whether its engine works or waits", {
  ...linux,
}, async () => {
  for (const [format, waitMs] of [["csv", 0], ["csv", 300], ["parquet", 300]] as const) {
    const before = childIds();
    const stop = new AbortController();
    await using file = await streamQuery([], ENDLESS, { format, signal: stop.signal });
    await file.bytes.next();
    const engines = [...childIds()].filter((id) => !before.has(id));
    await sleep(waitMs);
    stop.abort();
    await areGone(new Set(engines));
    const error = await all(file.bytes).catch((error) => error);
    assert.equal(error instanceof DwSimError && error.code, "CANCELLED");
  }
});

Deno.test("a stream leaves nothing on the disk, however it ends", () =>
  inFolder(async (directory) => {
    const sorted = "SELECT i, repeat('x', 250) AS t FROM range(1200000) t(i) ORDER BY i % 1000, i";
    const options = { format: "csv", temporaryFolder: directory } as const;
    {
      await using file = await streamQuery([], sorted, options);
      await file.bytes.next();
    }
    const endMs = performance.now() + 5_000;
    // Beside the mark of this process, which says that it lives.
    const left = () =>
      [...Deno.readDirSync(directory)].map(({ name }) => name).filter((name) =>
        !name.startsWith("dw_sim_process_")
      );
    while (left().length > 0) {
      assert.ok(performance.now() < endMs, left()[0]);
      await sleep(20);
    }
  }));
