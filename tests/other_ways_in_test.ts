import assert from "node:assert/strict";
import { withFolder } from "./_run_cli.ts";

const ROOT = new URL("../", import.meta.url).pathname;

/** What a guide has its reader do, and what it says they will see. */
interface Step {
  readonly script: string;
  readonly shown: readonly string[];
}

async function readGuide(name: string): Promise<readonly Step[]> {
  const text = await Deno.readTextFile(`${ROOT}docs/guides/${name}.md`);
  const steps: { script: string; shown: string[] }[] = [];
  for (const [, language, block] of text.matchAll(/^```(sh|text)\n([\s\S]*?)^```$/gm)) {
    if (language === "sh") steps.push({ script: block!, shown: [] });
    else steps.at(-1)!.shown.push(...block!.trimEnd().split("\n"));
  }
  return steps;
}

/** Runs a step as its reader would: in a shell, with `dw-sim` at hand. */
async function runStep(script: string, folder: string): Promise<string> {
  const cli = `dw-sim() { "${Deno.execPath()}" run --quiet --no-check -A "${ROOT}cli.ts" "$@"; }`;
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: ["-euc", `${cli}\n${script}`],
    cwd: folder,
    env: { DW_SIM_HOME: `${folder}/home`, NO_COLOR: "1", COLUMNS: "400" },
  }).output();
  const decoder = new TextDecoder();
  const output = decoder.decode(stdout) + decoder.decode(stderr);
  assert.equal(code, 0, `${script}\n${output}`);
  return output;
}

for (const guide of ["start-from-a-sample", "dbt"]) {
  Deno.test(`every command of the guide ${guide} works, and shows what the guide shows`, () =>
    withFolder(async (folder) => {
      const steps = await readGuide(guide);
      assert.ok(steps.length > 2);
      for (const { script, shown } of steps) {
        const output = (await runStep(script, folder)).replace(/\s+/g, " ");
        for (const line of shown) assert.ok(output.includes(line), `${line}\nin\n${output}`);
      }
    }));
}
