import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import {
  AppContext,
  checkHealth,
  createExperiment,
  generate,
  listRuns,
  repairStorage,
  resumeRun,
  ROW_GROUP_ROWS,
  runQuery,
  verifyRun,
} from "../lib/app/mod.ts";
import { runCli, withFolder } from "./_run_cli.ts";

/** DW_SIM_FAULT_LOCK_MS=10000 is the full length. */
const LOCK_MS = Number(Deno.env.get("DW_SIM_FAULT_LOCK_MS") ?? 1_500);

const SCHEMA = JSON.stringify({
  name: "shop",
  tables: [{
    name: "sales",
    target_rows: 1_000,
    columns: [
      { name: "id", data_type: "INT", is_unique: true, required: true },
      { name: "email", data_type: "VARCHAR", varchar_length: 60, faker_rule: "internet.email" },
      { name: "amount", data_type: "FLOAT", min_value: 0, max_value: 100 },
    ],
  }],
});

function rowsOf(sales: number) {
  return { byTable: new Map([["sales", sales]]) };
}

const LAYOUT = { partRows: ROW_GROUP_ROWS, codec: "snappy" } as const;

/** Mounts are root's, and not in every container's power. */
const CAN_MOUNT = await canMount();

Deno.test(
  "a full disk ends a run with a clear error, and with more room it is resumed (over a mount)",
  {
    ignore: !CAN_MOUNT,
  },
  () =>
    withMount(6, async (home) => {
      using context = new AppContext({ flag: home });
      createExperiment(context, SCHEMA, { source: "test" });
      await generate(context, "shop", { seed: 1 });
      const large = { rows: rowsOf(4 * ROW_GROUP_ROWS), seed: 2, layout: LAYOUT };
      await rejects(generate(context, "shop", large), { code: "STORAGE_FULL" });
      equal(await count(context), 1_000);
      await mount(["-o", "remount,size=64m", home]);
      const { manifest } = await resumeRun(context, "shop");
      equal(manifest.tables[0]!.rows, 4 * ROW_GROUP_ROWS);
      deepEqual((await verifyRun(context, "shop")).broken, []);
    }),
);

Deno.test(
  "a read-only data folder is named, and nothing in it changes (over a mount)",
  { ignore: !CAN_MOUNT },
  () =>
    withMount(16, async (home) => {
      await prepare(home);
      const before = filesIn(home);
      await mount(["-o", "remount,ro", home]);
      for (
        const args of [
          ["experiment", "generate", "shop"],
          ["experiment", "reset", "shop", "--yes"],
          ["experiment", "delete", "shop", "--yes"],
        ]
      ) {
        const { code, stderr } = await runCli(args, { home });
        equal(code, 6, stderr);
        match(stderr, /cannot be opened or written|cannot be written/);
        match(stderr, /hint: /);
      }
      deepEqual(filesIn(home), before);
      await mount(["-o", "remount,rw", home]);
      equal(await countAt(home), 1_000);
    }),
);

Deno.test(`a catalog that another process locks for ${LOCK_MS} ms delays a run and does not break it`, () =>
  withFolder(async (home) => {
    await prepare(home);
    using context = new AppContext({ flag: home });
    const { catalogPath } = context.dataRoot;
    let lock: Promise<unknown> = Promise.resolve();
    const { run } = await generate(context, "shop", {
      rows: rowsOf(2_000_000),
      onRun: () => void (lock = holdLock(catalogPath)),
    });
    equal(run.status, "completed");
    equal(await count(context), 2_000_000);
    await lock;
  }));

Deno.test("a corrupt catalog is named by every command, and no file is touched", () =>
  withFolder(async (home) => {
    await prepare(home);
    const path = `${home}/catalog.sqlite`;
    const good = await Deno.readFile(path);
    for (const damage of ["header", "pages"]) {
      const bytes = good.slice();
      bytes.fill(0x5a, damage === "header" ? 0 : 4096, damage === "header" ? 64 : bytes.length);
      await Deno.writeFile(path, bytes);
      const before = filesIn(home);
      for (const args of [["experiment", "list"], ["doctor", "--repair"]]) {
        const { code, stderr, stdout } = await runCli(args, { home });
        equal([1, 6].includes(code), true, `${code} ${stdout} ${stderr}`);
        match(stderr + stdout, /The catalog '.*' cannot be read/);
      }
      deepEqual(filesIn(home).filter((name) => !name.includes("catalog.sqlite-")), before);
    }
    await Deno.writeFile(path, good);
    equal(await countAt(home), 1_000);
  }));

Deno.test("a lost catalog costs no data: the runs are told as unknown, and stay", () =>
  withFolder(async (home) => {
    await prepare(home);
    for (const suffix of ["", "-wal", "-shm"]) {
      await Deno.rename(`${home}/catalog.sqlite${suffix}`, `${home}/lost${suffix}`)
        .catch(() => {});
    }
    using context = new AppContext({ flag: home });
    const { removed, unknown } = repairStorage(context);
    deepEqual([removed.length, unknown.length], [0, 1]);
    const finding = (await checkHealth(context)).find(({ name }) => name === "Leftovers");
    equal(finding?.ok, false);
    equal(Deno.statSync(`${unknown[0]}/manifest.json`).isFile, true);
  }));

for (const [what, file] of [["manifest", "manifest.json"], ["part", "sales/part-00000.parquet"]]) {
  Deno.test(`a ${what} that lacks its last byte is told, and an earlier run can be loaded`, () =>
    withFolder(async (home) => {
      await prepare(home);
      await prepare(home);
      using context = new AppContext({ flag: home });
      const [current, earlier] = listRuns(context, "shop");
      const path = `${current!.outputPath}/${file}`;
      // A manifest ends in a line break, which it can do without.
      await Deno.truncate(path, (await Deno.stat(path)).size - (what === "manifest" ? 2 : 1));
      const sql = ["query", "execute", "SELECT count(*) FROM sales", "--experiment", "shop"];
      const { code, stderr } = await runCli(sql, { home });
      equal(code, 6, stderr);
      match(stderr, what === "manifest" ? /manifest '.*' is damaged/ : /'sales' cannot be read/);
      const verified = await runCli(["experiment", "verify", "shop"], { home });
      equal(verified.code, what === "manifest" ? 6 : 1);
      const load = ["experiment", "load", "shop", "--run-id", earlier!.id];
      equal((await runCli(load, { home })).code, 0);
      equal(await count(context), 1_000);
    }));
}

Deno.test("a clock that was set back neither keeps a dead run alive nor mixes up the newest run", () =>
  withFolder(async (home) => {
    await prepare(home);
    await prepare(home);
    {
      using database = new DatabaseSync(`${home}/catalog.sqlite`);
      database.exec("DROP TRIGGER run_begins_queued");
      // The newest runs by entry bear the oldest times: one completed, one under way elsewhere,
      // whose heartbeat lies in the future.
      database.exec(`INSERT INTO generation_runs (id, experiment_id, status, created_at, started_at,
          seed, generator_version, schema_hash, target_rows, output_path, owner_pid, owner_host,
          heartbeat_at)
        SELECT '20200101-000000-000-00000000', experiment_id, 'running', '2020-01-01T00:00:00.000Z',
          '2020-01-01T00:00:00.000Z', 1, generator_version, schema_hash, target_rows,
          'experiments/shop/runs/20200101-000000-000-00000000', 1, 'elsewhere',
          '2999-01-01T00:00:00.000Z' FROM generation_runs LIMIT 1`);
    }
    using context = new AppContext({ flag: home });
    const [newest] = listRuns(context, "shop");
    deepEqual([newest!.id, newest!.status], ["20200101-000000-000-00000000", "aborted"]);
    const { run } = await resumeRun(context, "shop");
    equal(run.id, newest!.id);
    equal(await count(context), 1_000);
  }));

Deno.test("a data root that was moved is as good as before", () =>
  withFolder(async (folder) => {
    await prepare(`${folder}/home`);
    await prepare(`${folder}/home`);
    await Deno.rename(`${folder}/home`, `${folder}/moved`);
    equal(await countAt(`${folder}/moved`), 1_000);
    using context = new AppContext({ flag: `${folder}/moved` });
    deepEqual((await verifyRun(context, "shop")).broken, []);
    deepEqual(repairStorage(context), { removed: [], unknown: [], isClosed: false });
    const pruned = await runCli(["runs", "prune", "shop", "--keep", "0", "--json"], {
      home: `${folder}/moved`,
    });
    equal(JSON.parse(pruned.stdout).removed_runs.length, 1);
    equal(JSON.parse(pruned.stdout).freed_bytes > 1_000, true);
  }));

/** The experiment, if it is not there yet, and one more run of 1 000 rows. */
async function prepare(home: string): Promise<void> {
  using context = new AppContext({ flag: home });
  if (context.catalog.experiments.list().length === 0) {
    createExperiment(context, SCHEMA, { source: "test" });
  }
  await generate(context, "shop", { seed: 1 });
}

async function countAt(home: string): Promise<number> {
  using context = new AppContext({ flag: home });
  return await count(context);
}

async function count(context: AppContext): Promise<number> {
  await using answer = await runQuery(context, {
    experiment: "shop",
    sql: "SELECT count(*) FROM sales",
  });
  for await (const batch of answer.result.batches()) return Number(batch.text()[0]![0]);
  return NaN;
}

function filesIn(folder: string): readonly string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? filesIn(`${folder}/${name}`).map((inside) => `${name}/${inside}`) : [name]
  ).sort();
}

async function holdLock(catalogPath: string): Promise<void> {
  const script = new URL("./_hold_lock.ts", import.meta.url).pathname;
  await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", script, catalogPath, String(LOCK_MS)],
    stdout: "null",
  }).output();
}

async function mount(args: readonly string[]): Promise<boolean> {
  try {
    const { success } = await new Deno.Command("mount", {
      args: [...args],
      stderr: "null",
      stdout: "null",
    }).output();
    return success;
  } catch {
    return false;
  }
}

async function withMount(sizeMiB: number, work: (home: string) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    equal(await mount(["-t", "tmpfs", "-o", `size=${sizeMiB}m`, "tmpfs", folder]), true);
    try {
      await work(folder);
    } finally {
      // A process of the engine may take a moment to end.
      await new Deno.Command("umount", { args: ["-l", folder] }).output();
    }
  });
}

async function canMount(): Promise<boolean> {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) return false;
  const folder = await Deno.makeTempDir();
  const mounted = await mount(["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]);
  if (mounted) await new Deno.Command("umount", { args: [folder] }).output();
  await Deno.remove(folder);
  return mounted;
}
