import assert from "node:assert/strict";
import { withFolder } from "./_run_cli.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const GUIDE = "docs/guides/add-a-generator.md";
const FENCE = /^```(ts|sh)(?: (\S+))?\n(.*?)^```$/gms;
const GOLDEN = "lib/generation/golden_values.json";

Deno.test("who follows the guide has a generator more, and nothing else changes", () =>
  withFolder(async (folder) => {
    const project = `${folder}/project`;
    await Deno.mkdir(project);
    await copyProject(project);
    for (
      const [, language, path, body] of (await Deno.readTextFile(ROOT + GUIDE)).matchAll(FENCE)
    ) {
      if (language === "ts") await Deno.writeTextFile(`${project}/${path}`, body!);
      else await run(body!, { project, home: `${folder}/home` });
    }
    const [before, after] = [await goldenOf(ROOT), await goldenOf(project)];
    for (const [seed, hashes] of Object.entries(before)) {
      const { [ADDED]: plain, [`${ADDED}!`]: unique, ...others } = after[seed]!;
      assert.deepEqual(others, hashes);
      assert.match(plain!, /^[0-9a-f]{16}$/);
      assert.notEqual(unique, plain);
    }
  }));

const ADDED = "coffee_drink VARCHAR(60)";

/** What the guide's commands touch; packages stay where they are. */
async function copyProject(project: string): Promise<void> {
  const parts = ["lib", "tools", "cli.ts", "deno.json", "deno.lock"].map((part) => ROOT + part);
  const { success } = await new Deno.Command("cp", { args: ["-R", ...parts, project] }).output();
  assert.ok(success);
  await Deno.symlink(`${ROOT}node_modules`, `${project}/node_modules`);
}

async function run(
  script: string,
  { project, home }: { readonly project: string; readonly home: string },
): Promise<void> {
  const { code, stdout, stderr } = await new Deno.Command("sh", {
    args: ["-ec", script],
    cwd: project,
    env: { DW_SIM_HOME: home, NO_COLOR: "1" },
  }).output();
  const text = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
  assert.equal(code, 0, `${script}\n${text}`);
  if (script.includes("generators coffee_drink")) assert.match(text, /espresso|latte/);
}

async function goldenOf(root: string): Promise<Record<string, Record<string, string>>> {
  return JSON.parse(await Deno.readTextFile(`${root}/${GOLDEN}`));
}
