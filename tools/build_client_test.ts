import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { clientSourceHash } from "../lib/web/mod.ts";
import { buildClient } from "./build_client.ts";

const ROOT = new URL("../", import.meta.url);

/** A copy of what is built, so that the project's own build is left alone. */
async function withCopy(work: (root: URL) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_client_" });
  const root = pathToFileURL(`${folder}/`);
  try {
    const sources = ["islands", "components", "tools/build_client.ts", "deno.lock", "lib"];
    for (const path of sources) await copy(path, folder);
    await Deno.symlink(new URL("node_modules", ROOT).pathname, `${folder}/node_modules`);
    await work(root);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function copy(path: string, folder: string): Promise<void> {
  const from = new URL(path, ROOT);
  if (!(await Deno.stat(from)).isDirectory) {
    await Deno.mkdir(`${folder}/${path.split("/").slice(0, -1).join("/")}`, { recursive: true });
    return await Deno.copyFile(from, `${folder}/${path}`);
  }
  await Deno.mkdir(`${folder}/${path}`, { recursive: true });
  for await (const { name } of Deno.readDir(from)) await copy(`${path}/${name}`, folder);
}

Deno.test("buildClient makes the same bytes of the same sources, and other names of others", async () => {
  await withCopy(async (root) => {
    const first = await buildClient(root);
    const second = await buildClient(root);
    assert.deepEqual(second, first);
    assert.equal(first.sourceHash, await clientSourceHash(root));
    assert.equal(first.chunks["copy_button"]?.[0]?.startsWith("copy_button-"), true);
    for (const name of Object.keys(first.files)) {
      assert.match(name, /-[\w-]{8}\.(js|css)$/);
      assert.equal((await Deno.stat(new URL(`dist/client/${name}.br`, root))).isFile, true);
    }
    await Deno.writeTextFile(
      new URL("components/styles/base.css", root),
      "b { color: red }",
    );
    const third = await buildClient(root);
    assert.notEqual(third.sourceHash, first.sourceHash);
    assert.notEqual(third.styles[0], first.styles[0]);
  });
});
