import assert from "node:assert/strict";
import { withFolder } from "./_run_cli.ts";

const ROOT = new URL("../", import.meta.url).pathname.replace(/\/$/, "");

/** Pages whose commands another test runs. */
const TESTED_ELSEWHERE: Readonly<Record<string, string>> = {
  "add-a-generator.md": "tests/add_generator_test.ts",
  "dbt.md": "tests/other_ways_in_test.ts",
  "start-from-a-sample.md": "tests/other_ways_in_test.ts",
  "loading-into-a-warehouse.md": "tests/loading_guide_test.ts",
};

/** Lines that are not run, each with the reason. */
const NOT_RUN: readonly (readonly [line: RegExp, because: string])[] = [
  [/^npx -y deno@[\d.]+ task (demo|test)\b/, "the first is a test of its own, the second is this"],
  [/^deno task (serve|build|test|ok|bench|compile)\b/, "tasks that stay, or that other tests run"],
  [/^dw-sim serve(\s+#.*)?$/, "a server stays"],
  [/^dw-sim sql\b/, "a prompt stays"],
];

/** What has to be there before a page's commands; most pages begin with nothing. */
const BEFORE: Readonly<Record<string, string>> = {
  "runs.md": `
    dw-sim experiment import-sql examples/tpch_redshift.sql --name shop --dialect redshift
    dw-sim experiment generate shop --rows 200 --seed 7
    export RUN=$(dw-sim experiment runs shop --json | grep -o '"id": "[^"]*"' | head -1 | cut -d'"' -f4)`,
  "querying.md": `
    echo "CREATE TABLE orders (id INTEGER PRIMARY KEY, placed_on DATE, country CHAR(2));" > shop.sql
    dw-sim experiment import-sql shop.sql --name shop --dialect redshift --rows 100
    dw-sim experiment generate shop --seed 7
    echo "SELECT 1; SELECT count(*) FROM orders WHERE placed_on >= :from" > report.sql
    echo "SELECT count(*) FROM orders" > draft.sql
    rm -f orders.parquet`,
  "speed.md": `
    dw-sim experiment import-sql examples/tpch_redshift.sql --name shop --dialect redshift --rows 100`,
};

/** Words of a page that stand for something. */
function placed(page: string, block: string): string {
  if (page !== "runs.md") return block;
  // There is nothing to resume: that a page's command says so is all that can be tried here.
  return block.replace(/\bRUN\b/g, "$RUN").replace(/^(.*--resume[^#\n]*)(#.*)?$/gm, "$1 || true");
}

Deno.test("every command of the README and the guides works as it stands", async (test) => {
  const guides = [...Deno.readDirSync(`${ROOT}/docs/guides`)].map(({ name }) => name).sort();
  for (const page of ["README.md", ...guides]) {
    if (page in TESTED_ELSEWHERE) continue;
    const path = page === "README.md" ? page : `docs/guides/${page}`;
    const blocks = shellBlocks(await Deno.readTextFile(`${ROOT}/${path}`));
    if (blocks.length === 0) continue;
    await test.step(page, () =>
      withFolder(async (folder) => {
        const script = [BEFORE[page] ?? "", ...blocks.map((block) => placed(page, block))].join(
          "\n",
        );
        const { code, text } = await runScript(script, folder);
        assert.equal(code, 0, `${page} fails:\n${text}`);
      }));
  }
});

Deno.test("pages that are tested elsewhere are named there", async () => {
  for (const [page, test] of Object.entries(TESTED_ELSEWHERE)) {
    const text = await Deno.readTextFile(`${ROOT}/${test}`);
    assert.ok(text.includes(page.replace(/\.md$/, "")), `${test} runs ${page}`);
  }
});

function shellBlocks(text: string): readonly string[] {
  return [...text.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, block]) =>
    block!.split("\n").filter((line) => !NOT_RUN.some(([pattern]) => pattern.test(line))).join("\n")
  );
}

/** In an empty folder with the examples, where `dw-sim` is this checkout. */
async function runScript(script: string, folder: string): Promise<{ code: number; text: string }> {
  await Deno.mkdir(`${folder}/bin`);
  await Deno.mkdir(`${folder}/here`);
  const start = `#!/bin/sh\nexec '${Deno.execPath()}' run -q -A --no-check '${ROOT}/cli.ts' "$@"\n`;
  await Deno.writeTextFile(`${folder}/bin/dw-sim`, start, { mode: 0o755 });
  await Deno.symlink(`${ROOT}/examples`, `${folder}/here/examples`);
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: ["-euo", "pipefail", "-c", script],
    cwd: `${folder}/here`,
    env: {
      PATH: `${folder}/bin:${Deno.env.get("PATH")}`,
      DW_SIM_HOME: `${folder}/data`,
      NO_COLOR: "1",
    },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { code, text: (decoder.decode(stdout) + decoder.decode(stderr)).slice(-3_000) };
}
