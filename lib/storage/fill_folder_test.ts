import { deepEqual, equal, rejects } from "node:assert/strict";
import { join } from "node:path";
import { fillFolder } from "./fill_folder.ts";

Deno.test("fillFolder makes a folder appear whole, also where an empty one was", async () => {
  await withFolder(async (root) => {
    for (const path of [join(root, "deep", "new"), join(root, "empty")]) {
      if (path.endsWith("empty")) Deno.mkdirSync(path);
      const result = await fillFolder(path, async (partial) => {
        equal(partial.startsWith(`${path}.partial-`), true);
        await Deno.writeTextFile(join(partial, "a"), "1");
        return 7;
      });
      equal(result, 7);
      deepEqual(names(path), ["a"]);
    }
    deepEqual(names(root), ["deep", "empty"]);
  });
});

Deno.test("fillFolder leaves nothing when the work fails", async () => {
  await withFolder(async (root) => {
    const path = join(root, "new");
    const work = async (partial: string) => {
      await Deno.writeTextFile(join(partial, "a"), "1");
      throw new Error("half-way");
    };
    await rejects(fillFolder(path, work), /half-way/);
    deepEqual(names(root), []);
  });
});

Deno.test("fillFolder refuses a folder that holds something, and a file", async () => {
  await withFolder(async (root) => {
    const path = join(root, "there");
    Deno.mkdirSync(path);
    Deno.writeTextFileSync(join(path, "mine"), "mine");
    for (const taken of [path, join(path, "mine")]) {
      await rejects(fillFolder(taken, () => Promise.resolve()), {
        code: "STORAGE_TARGET_NOT_EMPTY",
      });
    }
    deepEqual(names(path), ["mine"]);
  });
});

function names(path: string): readonly string[] {
  return [...Deno.readDirSync(path)].map(({ name }) => name).toSorted();
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_fill_" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
