import assert from "node:assert/strict";
import { withFolder } from "./_testing.ts";
import { DataRoot } from "./data_root.ts";
import { findLeftovers } from "./find_leftovers.ts";

const ID = "20260131-093005-250-7hq2mz4";

Deno.test("findLeftovers tells what no run needs, and looks at no name that is not ours", () =>
  withFolder((folder) => {
    const root = new DataRoot(folder);
    const runs = `${root.experimentPath("retail")}/runs`;
    const names = [`${ID}a`, `${ID}b.partial`, `${ID}c`, `${ID}d.partial`, `${ID}e.removed`];
    for (const name of [...names, `${ID}a.partial`, "mine", `${ID}f.partial.removed`]) {
      Deno.mkdirSync(`${runs}/${name}`, { recursive: true });
    }
    Deno.writeTextFileSync(`${folder}/probe-1234`, "");
    Deno.writeTextFileSync(`${folder}/notes.txt`, "");
    const owned = [
      { path: `${runs}/${ID}a`, isCompleted: true },
      { path: `${runs}/${ID}b`, isCompleted: false },
    ];
    const found = findLeftovers(root, () => owned).map(({ path, kind }) => [
      path.slice(path.lastIndexOf("/") + 1),
      kind,
    ]);
    assert.deepEqual(found, [
      ["probe-1234", "unfinished"],
      [`${ID}a.partial`, "unfinished"],
      [`${ID}c`, "unknown"],
      [`${ID}d.partial`, "unfinished"],
      [`${ID}e.removed`, "unfinished"],
      [`${ID}f.partial.removed`, "unfinished"],
    ]);
  }));
