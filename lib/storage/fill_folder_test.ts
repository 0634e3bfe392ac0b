import { deepEqual, equal, rejects } from "node:assert/strict";
import { join } from "node:path";
import { makeFolder } from "../disk/mod.ts";
import { DataRoot } from "./data_root.ts";
import { fillFolder } from "./fill_folder.ts";
import { findLeftovers } from "./find_leftovers.ts";

Deno.test("fillFolder makes a folder appear whole, also where an empty one was", async () => {
  await withFolder(async (root, dataRoot) => {
    for (const path of [join(root, "deep", "new"), join(root, "empty")]) {
      if (path.endsWith("empty")) Deno.mkdirSync(path);
      const fill = async (partial: string) => {
        equal(partial.startsWith(`${path}.partial-`), true);
        await Deno.writeTextFile(join(partial, "a"), "1");
        Deno.mkdirSync(join(partial, "b"));
        await Deno.writeTextFile(join(partial, "b", "c"), "1");
        // It has an owner, who lives.
        deepEqual(findLeftovers(dataRoot, () => []), []);
        return 7;
      };
      const result = await fillFolder(path, { root: dataRoot, fill });
      equal(result, 7);
      deepEqual(names(path), ["a", "b"]);
    }
    deepEqual(names(root), ["deep", "empty"]);
  });
});

Deno.test("fillFolder leaves nothing when the work fails", async () => {
  await withFolder(async (root, dataRoot) => {
    const path = join(root, "new");
    const fill = async (partial: string) => {
      await Deno.writeTextFile(join(partial, "a"), "1");
      throw new Error("half-way");
    };
    await rejects(fillFolder(path, { root: dataRoot, fill }), /half-way/);
    deepEqual(names(root), []);
  });
});

Deno.test("fillFolder refuses a folder that holds something, and a file", async () => {
  await withFolder(async (root, dataRoot) => {
    const path = join(root, "there");
    Deno.mkdirSync(path);
    Deno.writeTextFileSync(join(path, "mine"), "mine");
    for (const taken of [path, join(path, "mine")]) {
      await rejects(fillFolder(taken, { root: dataRoot, fill: () => Promise.resolve() }), {
        code: "STORAGE_TARGET_NOT_EMPTY",
      });
    }
    deepEqual(names(path), ["mine"]);
  });
});

function names(path: string): readonly string[] {
  return [...Deno.readDirSync(path)].map(({ name }) => name).toSorted();
}

async function withFolder(
  work: (folder: string, dataRoot: DataRoot) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_fill_" });
  try {
    makeFolder(join(folder, "here"));
    const dataRoot = new DataRoot(join(folder, "home"));
    dataRoot.create();
    await work(join(folder, "here"), dataRoot);
    deepEqual(names(dataRoot.path), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
