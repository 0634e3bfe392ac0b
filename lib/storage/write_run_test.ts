import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { filesUnder, IDENTITY, planOf, withFolder } from "./_testing.ts";
import { readManifest } from "./read_manifest.ts";
import { removeRun } from "./remove_run.ts";
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

Deno.test("writeRun leaves nothing behind when it is cancelled", () =>
  withFolder(async (folder) => {
    const controller = new AbortController();
    const work = writeRun(planOf({ sales: 2_000_000_000 }), {
      identity: IDENTITY,
      runPath: `${folder}/run`,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await assert.rejects(work, { code: "CANCELLED" });
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  }));

Deno.test("writeRun leaves nothing behind when it fails", () =>
  withFolder(async (folder) => {
    const broken = { ...planOf({ sales: 10 }), pools: {} };
    await assert.rejects(writeRun(broken, { identity: IDENTITY, runPath: `${folder}/run` }));
    assert.deepEqual([...Deno.readDirSync(folder)], []);
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
