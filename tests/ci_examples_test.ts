import assert from "node:assert/strict";
import { parseYaml } from "../lib/schema/mod.ts";
import { runCli, withFolder } from "./_run_cli.ts";

const ROOT = new URL("../", import.meta.url).pathname.replace(/\/$/, "");
const DDL = "CREATE TABLE orders (id NUMBER PRIMARY KEY, placed_on DATE, note VARCHAR(40));";

/** A repository that took over the examples, with what they say must be in it. */
interface Repository {
  readonly folder: string;
  /** Writes a file of the repository. */
  readonly write: (path: string, text: string) => Promise<void>;
}

interface Outcome {
  readonly code: number;
  readonly text: string;
}

/** How the services run the steps of a job. */
const SERVICES = { "github.yml": runOnGitHub, "gitlab.yml": runOnGitLab } as const;

async function withRepository(work: (repository: Repository) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const program =
      `#!/bin/sh\nexec '${Deno.execPath()}' run -q -A --no-check '${ROOT}/cli.ts' "$@"\n`;
    const path = (name: string) => `${folder}/repository/${name}`;
    for (const name of ["ci", "tools"]) await Deno.mkdir(path(name), { recursive: true });
    for (const name of ["check_warehouse.sh", "orders.sql", "orders.csv"]) {
      await Deno.copyFile(`${ROOT}/examples/ci/${name}`, path(`ci/${name}`));
    }
    await Deno.writeTextFile(path("tools/dw-sim"), program, { mode: 0o755 });
    const sum = await sha256(new TextEncoder().encode(program));
    await Deno.writeTextFile(path("tools/SHA256SUMS"), `${sum}  dw-sim\n`);
    await Deno.writeTextFile(path("warehouse.sql"), DDL);
    await work({
      folder,
      write: (name, text) => Deno.writeTextFile(path(name), text),
    });
  });
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

/** Each `run` is a script of its own; what a step adds to GITHUB_PATH the next ones find. */
async function runOnGitHub(folder: string): Promise<Outcome> {
  const { jobs: { check: { steps } } } = await readWorkflow<GitHubWorkflow>("github.yml");
  const added = `${folder}/github_path`;
  await Deno.writeTextFile(added, "");
  let text = "";
  for (const { run, env = {} } of steps) {
    if (run === undefined) continue;
    await Deno.writeTextFile(`${folder}/step.sh`, withContexts(run, folder));
    const paths = (await Deno.readTextFile(added)).split("\n").filter((line) => line !== "");
    const own = Object.entries(env).map(([name, value]) => [name, withContexts(value, folder)]);
    const outcome = await runBash(["-e", `${folder}/step.sh`], folder, {
      PATH: [...paths.reverse(), Deno.env.get("PATH")].join(":"),
      GITHUB_PATH: added,
      ...Object.fromEntries(own),
    });
    text += outcome.text;
    if (outcome.code !== 0) return { ...outcome, text };
  }
  return { code: 0, text };
}

interface GitHubWorkflow {
  readonly jobs: { readonly check: { readonly steps: readonly GitHubStep[] } };
}

interface GitHubStep {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function withContexts(text: string, folder: string): string {
  const filled = text.replaceAll("${{ runner.temp }}", `${folder}/temp`);
  assert.ok(!filled.includes("${{"), `the test knows what stands in ${filled}`);
  return filled;
}

/** All lines of `script` are one script; variables may name what the runner sets. */
async function runOnGitLab(folder: string): Promise<Outcome> {
  const { "check-warehouse": job } = await readWorkflow<GitLabWorkflow>("gitlab.yml");
  await Deno.writeTextFile(`${folder}/job.sh`, job.script.join("\n"));
  const variables = Object.entries(job.variables)
    .map(([name, value]) => [name, value.replaceAll("$CI_PROJECT_DIR", `${folder}/repository`)]);
  return await runBash(["-eo", "pipefail", `${folder}/job.sh`], folder, {
    PATH: Deno.env.get("PATH")!,
    ...Object.fromEntries(variables),
  });
}

interface GitLabWorkflow {
  readonly "check-warehouse": {
    readonly variables: Readonly<Record<string, string>>;
    readonly script: readonly string[];
  };
}

async function readWorkflow<Workflow>(name: string): Promise<Workflow> {
  const text = await Deno.readTextFile(`${ROOT}/examples/ci/${name}`);
  return (await parseYaml(text, { source: name })).value as Workflow;
}

async function runBash(
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: [...args],
    cwd: `${folder}/repository`,
    env: { HOME: folder, NO_COLOR: "1", ...env },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { code, text: decoder.decode(stdout) + decoder.decode(stderr) };
}

/** What a pipeline may meet, the exit code that docs/guides/ci.md gives, and what is said. */
const FAULTS: readonly {
  readonly name: string;
  readonly code: number;
  readonly said: RegExp;
  readonly change: (repository: Repository) => Promise<void>;
}[] = [
  {
    name: "rows that are not the expected ones end with 1, and both are shown",
    code: 1,
    said: /row 1, n: '1000', expected '999'\n\n✗ 1 difference from ci\/orders\.csv/,
    change: ({ write }) => write("ci/orders.csv", "n\n999\n"),
  },
  {
    name: "DDL with an error ends with 2, at its line and column",
    code: 2,
    said: /warehouse\.sql:1:32 error: A comma is missing before 'placed'/,
    change: ({ write }) => write("warehouse.sql", "CREATE TABLE orders (id NUMBER placed DATE);"),
  },
  {
    name: "a query of a table that is not there ends with 2",
    code: 2,
    said: /orders/,
    change: ({ write }) => write("warehouse.sql", "CREATE TABLE sales (id NUMBER);"),
  },
  {
    name: "a program of another checksum is not started",
    code: 1,
    said: /dw-sim: FAILED/,
    change: ({ write }) => write("tools/dw-sim", "#!/bin/sh\necho started\n"),
  },
];

for (const [name, run] of Object.entries(SERVICES)) {
  Deno.test(`examples/ci/${name} makes a warehouse, checks it and compares`, () =>
    withRepository(async ({ folder }) => {
      const { code, text } = await run(folder);
      assert.equal(code, 0, text);
      assert.match(text, /dw-sim: OK[^]*The warehouse is whole, and answers as expected\n$/);
    }));
}

Deno.test("a job that failed does not stand in the way of the next one", () =>
  withRepository(async ({ folder, write }) => {
    await write("ci/orders.csv", "n\n999\n");
    assert.equal((await runOnGitHub(folder)).code, 1);
    await write("ci/orders.csv", "n\r\n1000\r\n");
    const { code, text } = await runOnGitHub(folder);
    assert.equal(code, 0, text);
  }));

for (const [place, { name, code, said, change }] of FAULTS.entries()) {
  // The script is the same in both: each fault is met in one of them.
  const [service, run] = Object.entries(SERVICES)[place % 2]!;
  Deno.test(`in the pipeline of examples/ci/${service}, ${name}`, () =>
    withRepository(async (repository) => {
      await change(repository);
      const outcome = await run(repository.folder);
      assert.equal(outcome.code, code, outcome.text);
      assert.match(outcome.text, said);
      assert.doesNotMatch(outcome.text, /started|answers as expected/);
    }));
}

Deno.test("the exit codes of docs/guides/ci.md are those of the program's help", () =>
  withFolder(async (home) => {
    const guide = await Deno.readTextFile(`${ROOT}/docs/guides/ci.md`);
    const told = [...guide.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => code);
    const { stdout } = await runCli(["--help"], { home });
    const [, codes = ""] = stdout.split("\nExit codes:\n");
    assert.deepEqual(told, [...codes.matchAll(/^ +(\d+) {2}/gm)].map(([, code]) => code));
  }));
