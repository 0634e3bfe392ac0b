import assert from "node:assert/strict";
import { join } from "node:path";
import { runCli, withFolder } from "./_run_cli.ts";

const EXAMPLES = new URL("../examples/", import.meta.url).pathname;
const CHOICE = "DW_SIM_KERNELS";

for (const source of ["tpcds_snowflake.sql", "ecommerce.json"]) {
  Deno.test(`${source} has the same files without WebAssembly`, () =>
    withFolder(async (home) => {
      const before = Deno.env.get(CHOICE);
      try {
        const fast = await checksums(join(home, "fast"), source, "");
        const slow = await checksums(join(home, "slow"), source, "typescript");
        assert.ok(fast.length >= 5, "there are files to compare");
        assert.deepEqual(slow, fast);
      } finally {
        if (before === undefined) Deno.env.delete(CHOICE);
        else Deno.env.set(CHOICE, before);
      }
    }));
}

/** Of all parts of a run of the example, by processes that inherit the choice. */
async function checksums(home: string, source: string, choice: string): Promise<string[]> {
  Deno.env.set(CHOICE, choice);
  const name = source.split(".")[0]!;
  const create = source.endsWith(".sql")
    ? ["experiment", "import-sql", join(EXAMPLES, source), "--name", name, "--dialect", "snowflake"]
    : ["experiment", "create", join(EXAMPLES, source)];
  for (const args of [create, ["experiment", "generate", name, "--seed", "7", "--rows", "3000"]]) {
    const { code, stderr } = await runCli(args, { home });
    assert.equal(code, 0, stderr);
  }
  const manifest = JSON.parse(await Deno.readTextFile(await findManifest(home)));
  return manifest.tables.flatMap(({ name, parts }: { name: string; parts: object[] }) =>
    parts.map((part) => JSON.stringify({ name, ...part }))
  );
}

async function findManifest(folder: string): Promise<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (name === "manifest.json") return join(folder, name);
    const found = isDirectory ? await findManifest(join(folder, name)) : "";
    if (found !== "") return found;
  }
  return "";
}
