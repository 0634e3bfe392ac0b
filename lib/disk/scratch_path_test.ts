import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { OwnerMark } from "./owner_mark.ts";
import { findDeadScratch, scratchPath } from "./scratch_path.ts";

const DOOMED = new URL("./_doomed_process.ts", import.meta.url).pathname;

Deno.test("what a process put into scratch is dead when it was killed, and gone when it ended", () =>
  withFolder(async (parent) => {
    const mark = join(parent, "mark");
    const killed = await startDoomed(parent, mark);
    const ended = await startDoomed(parent);
    assert.deepEqual([findDeadScratch(parent), OwnerMark.orphaned(mark)], [[], null]);

    killed.process.kill("SIGKILL");
    await killed.process.status;
    assert.deepEqual(findDeadScratch(parent), [dirname(killed.path)]);
    assert.equal(OwnerMark.orphaned(mark), "something");

    await ended.process.stdin.close();
    await ended.process.status;
    assert.deepEqual(names(parent), [dirname(killed.path).slice(parent.length + 1), "mark"]);
    await killed.process.stdin.abort();
  }));

Deno.test("what is on its way to be marked is left alone, and what never was is dead", () =>
  withFolder((parent) => {
    const folder = join(parent, "dw_sim_process_0123456789abcdef");
    Deno.mkdirSync(folder);
    Deno.mkdirSync(join(parent, "mine"));
    assert.deepEqual(findDeadScratch(parent), []);
    // Neither a clock that was set back nor one that was set forward makes it young.
    for (const shiftMs of [-3_600_000, 3_600_000]) {
      const then = new Date(Date.now() + shiftMs);
      Deno.utimeSync(folder, then, then);
      assert.deepEqual(findDeadScratch(parent), [folder]);
    }
    // A mark without text was not locked yet.
    Deno.writeTextFileSync(join(folder, "owner"), "");
    assert.deepEqual(findDeadScratch(parent), []);
  }));

Deno.test("scratchPath names a place nobody has, in a folder of this process", () =>
  withFolder((parent) => {
    const [one, other] = [scratchPath(join(parent, "deep"), "a"), scratchPath(parent, "a")];
    assert.notEqual(one, other);
    assert.notEqual(dirname(one), dirname(other));
    assert.equal(dirname(scratchPath(parent, "b")), dirname(other));
    assert.deepEqual(findDeadScratch(parent), []);
  }));

async function startDoomed(...args: readonly string[]) {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "--no-check", DOOMED, ...args],
    ...{ stdin: "piped", stdout: "piped" },
  }).spawn();
  const reader = process.stdout.getReader();
  const path = new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
  return { process, path };
}

function names(path: string): readonly string[] {
  return [...Deno.readDirSync(path)].map(({ name }) => name).toSorted();
}

async function withFolder(work: (folder: string) => unknown): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
