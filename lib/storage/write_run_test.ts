import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { filesUnder, IDENTITY, planOf, withFolder } from "./_testing.ts";
import { readManifest } from "./read_manifest.ts";
import { removeRun } from "./remove_run.ts";
import { type FileLayout, ROW_GROUP_ROWS } from "./file_layout.ts";
import { writeRun } from "./write_run.ts";

const PLAN = planOf({ sales: 1000, "Ünusual/name": 3, empty: 0 });

Deno.test("writeRun publishes every file with a manifest that describes it", () =>
  withFolder(async (folder) => {
    const runPath = `${folder}/a/b/run`;
    const manifest = await writeRun(PLAN, { identity: IDENTITY, runPath });
    assert.deepEqual(readManifest(runPath), manifest);
    const files = filesUnder(runPath);
    assert.deepEqual([...files.keys()], [
      "%C3%9Cnusual%2Fname/part-00000.parquet",
      "empty/part-00000.parquet",
      "manifest.json",
      "sales/part-00000.parquet",
    ]);
    for (const { folder, parts } of manifest.tables) {
      for (const { file, bytes } of parts) {
        assert.equal(files.get(`${folder}/${file}`)?.length, bytes);
      }
    }
    assert.deepEqual([...Deno.readDirSync(`${folder}/a/b`)].map(({ name }) => name), ["run"]);
  }));

Deno.test("writeRun keeps files and folders to their owner", {
  ignore: Deno.build.os === "windows",
}, () =>
  withFolder(async (folder) => {
    const runPath = `${folder}/run`;
    await writeRun(PLAN, { identity: IDENTITY, runPath });
    assert.equal(Deno.statSync(runPath).mode! & 0o777, 0o700);
    assert.equal(Deno.statSync(`${runPath}/sales`).mode! & 0o777, 0o700);
    assert.equal(Deno.statSync(`${runPath}/manifest.json`).mode! & 0o777, 0o600);
    assert.equal(Deno.statSync(`${runPath}/sales/part-00000.parquet`).mode! & 0o777, 0o600);
  }));

Deno.test("writeRun gives the same bytes for the same plan", () =>
  withFolder(async (folder) => {
    await writeRun(PLAN, { identity: IDENTITY, runPath: `${folder}/one` });
    await writeRun(PLAN, { identity: IDENTITY, runPath: `${folder}/two` });
    assert.deepEqual(filesUnder(`${folder}/one`), filesUnder(`${folder}/two`));
  }));

Deno.test("writeRun keeps what is done when it is cancelled or fails, and publishes nothing", () =>
  withFolder(async (folder) => {
    const controller = new AbortController();
    const work = writeRun(planOf({ sales: 2_000_000_000 }), {
      identity: IDENTITY,
      runPath: `${folder}/run`,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await assert.rejects(work, { code: "CANCELLED" });
    const broken = { ...planOf({ sales: 10 }), pools: {} };
    await assert.rejects(writeRun(broken, { identity: IDENTITY, runPath: `${folder}/broken` }));
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
    assert.deepEqual(names, ["broken.partial", "run.partial"]);
  }));

const LARGE = planOf({ sales: 5 * ROW_GROUP_ROWS + 7, empty: 0, stores: 10 });
const LAYOUT: FileLayout = { partRows: ROW_GROUP_ROWS, codec: "snappy" };

/** Writes LARGE, and stops after so many parts. */
async function interrupted(runPath: string, partCount: number): Promise<void> {
  const controller = new AbortController();
  const work = writeRun(LARGE, {
    ...{ identity: IDENTITY, runPath, layout: LAYOUT, workerCount: 1 },
    signal: controller.signal,
    onProgress: ({ partsDone }) => partsDone >= partCount && controller.abort(),
  });
  await assert.rejects(work, { code: "CANCELLED" });
}

Deno.test("writeRun resumes where it was cancelled, and the files are those of one go", () =>
  withFolder(async (folder) => {
    const options = { identity: IDENTITY, layout: LAYOUT };
    const whole = await writeRun(LARGE, { ...options, runPath: `${folder}/whole` });
    for (const partCount of [1, 3]) {
      const runPath = `${folder}/run_${partCount}`;
      await interrupted(runPath, partCount);
      const kept = `${runPath}.partial/sales/part-00000.parquet`;
      const { ino } = Deno.statSync(kept);
      const first: number[] = [];
      const resumed = await writeRun(LARGE, {
        ...{ ...options, runPath, resume: true },
        onProgress: ({ partsDone }) => void first.push(partsDone),
      });
      assert.deepEqual(resumed, whole);
      assert.equal(first[0]! >= partCount, true);
      assert.equal(Deno.statSync(`${runPath}/sales/part-00000.parquet`).ino, ino);
      assert.deepEqual(filesUnder(runPath), filesUnder(`${folder}/whole`));
    }
  }));

Deno.test("writeRun makes again what is damaged, whatever the journal says", () =>
  withFolder(async (folder) => {
    const options = { identity: IDENTITY, layout: LAYOUT };
    const whole = await writeRun(LARGE, { ...options, runPath: `${folder}/whole` });
    const runPath = `${folder}/run`;
    await interrupted(runPath, 3);
    const [part, journal] = ["sales/part-00000.parquet", "journal.jsonl"]
      .map((name) => `${runPath}.partial/${name}`);
    const bytes = Deno.readFileSync(part!);
    bytes[100]! ^= 1;
    Deno.writeFileSync(part!, bytes);
    // As if the process had died in the middle of a line.
    Deno.truncateSync(journal!, Deno.statSync(journal!).size - 5);
    assert.deepEqual(await writeRun(LARGE, { ...options, runPath, resume: true }), whole);
    assert.deepEqual(filesUnder(runPath), filesUnder(`${folder}/whole`));
  }));

Deno.test("writeRun takes back a run that was published and not yet known, and publishes it again", () =>
  withFolder(async (folder) => {
    const options = { identity: IDENTITY, layout: LAYOUT, runPath: `${folder}/run` };
    const whole = await writeRun(LARGE, options);
    const { ino } = Deno.statSync(`${folder}/run/sales/part-00003.parquet`);
    assert.deepEqual(await writeRun(LARGE, { ...options, resume: true }), whole);
    assert.equal(Deno.statSync(`${folder}/run/sales/part-00003.parquet`).ino, ino);
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["run"]);
  }));

Deno.test("writeRun resumes nothing that is not its own", () =>
  withFolder(async (folder) => {
    const options = { identity: IDENTITY, layout: LAYOUT };
    await interrupted(`${folder}/run`, 1);
    const other = { ...LARGE, seed: 43 };
    await assert.rejects(
      writeRun(other, { ...options, runPath: `${folder}/run`, resume: true }),
      { code: "RUN_NOT_RESUMABLE" },
    );
    for (const name of ["mine", "yours.partial"]) {
      Deno.mkdirSync(`${folder}/${name}`);
      Deno.writeTextFileSync(`${folder}/${name}/precious`, "");
      const runPath = `${folder}/${name.replace(".partial", "")}`;
      await assert.rejects(writeRun(LARGE, { ...options, runPath, resume: true }), {
        code: "STORAGE_TARGET_EXISTS",
      });
      assert.equal(Deno.statSync(`${folder}/${name}/precious`).isFile, true);
    }
  }));

Deno.test("writeRun shares the parts of the run it continues, and leaves them alone", () =>
  withFolder(async (folder) => {
    const base = planOf({ sales: 10, stores: 3 });
    const basePath = `${folder}/base`;
    const manifest = await writeRun(base, { identity: IDENTITY, runPath: basePath });
    const before = filesUnder(basePath);
    const identity = { ...IDENTITY, runId: "20260131-093005-251-7hq2mz4c" };
    const next = await writeRun(base, {
      ...{ identity, runPath: `${folder}/next`, base: { runPath: basePath, manifest } },
    });
    assert.deepEqual(next.tables, manifest.tables);
    const inodes = ["base", "next"].map((run) =>
      Deno.statSync(`${folder}/${run}/sales/part-00000.parquet`).ino
    );
    assert.equal(inodes[0], inodes[1]);
    assert.deepEqual(filesUnder(basePath), before);
    removeRun(basePath);
    assert.equal(Deno.statSync(`${folder}/next/sales/part-00000.parquet`).isFile, true);
  }));

Deno.test("writeRun refuses a path where something is, and leaves it as it is", () =>
  withFolder(async (folder) => {
    for (const name of ["run", "run.partial"]) {
      const path = `${folder}/${name}`;
      Deno.mkdirSync(path);
      const work = writeRun(PLAN, { identity: IDENTITY, runPath: `${folder}/run` });
      await assert.rejects(work, { code: "STORAGE_TARGET_EXISTS", kind: "conflict" });
      assert.deepEqual([...Deno.readDirSync(path)], []);
      Deno.removeSync(path);
    }
  }));

Deno.test("writeRun says so when the folder cannot be made", () =>
  withFolder(async (folder) => {
    Deno.writeTextFileSync(`${folder}/file`, "");
    const work = writeRun(PLAN, { identity: IDENTITY, runPath: `${folder}/file/run` });
    await assert.rejects(work, { code: "STORAGE_UNWRITABLE" });
  }));

Deno.test("a process killed while it writes a run has published nothing", () =>
  withFolder(async (folder) => {
    const runPath = `${folder}/run`;
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", fileURLToPath(import.meta.resolve("./_doomed_process.ts")), runPath],
      stdout: "piped",
    }).spawn();
    const reader = child.stdout.getReader();
    assert.equal((await reader.read()).done, false);
    child.kill("SIGKILL");
    await child.status;
    await reader.cancel();
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["run.partial"]);
    removeRun(runPath);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  }));
