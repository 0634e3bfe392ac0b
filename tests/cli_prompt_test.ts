import { deepEqual, equal, match } from "node:assert/strict";
import { runCli, withFolder } from "./_run_cli.ts";

const DDL = `
CREATE TABLE stores (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL);
CREATE TABLE receipts (store_id INTEGER NOT NULL REFERENCES stores (id), total DECIMAL(12,2));`;

const CLI = new URL("../cli.ts", import.meta.url).pathname;

/** The only test of what a terminal does needs a program that makes one. */
const CAN_MAKE_TERMINALS = Deno.build.os === "linux" &&
  await new Deno.Command("script", { args: ["--version"], stdout: "null", stderr: "null" })
    .output().then(({ success }) => success, () => false);

const CONTROL_C = "\x03";
const TAB = "\t";
const UP = "\x1b[A";

Deno.test({
  name:
    "the prompt completes, takes several lines, cancels, and remembers what was typed (in a terminal)",
  ignore: !CAN_MAKE_TERMINALS,
  fn: async () => {
    await withShop(async (home) => {
      await withTerminal(home, async ({ type, seen }) => {
        await seen("shop=> ");
        await type(`SELECT count(*) FROM rec${TAB}`);
        await seen("FROM RECEIPTS|FROM receipts");
        await type("\n");
        await seen("-> ");
        await type(";\n");
        await seen("count[^]*50[^]*1 row in [^]*shop=> ");
        await type("\\x\n");
        await seen("Expanded mode is on[^]*shop=> ");
        await type("\\d stores\n");
        await seen("column_name │ id[^]*2 rows[^]*shop=> ");
        await type("\\timing\n");
        await seen("Timing is off[^]*shop=> ");
        const many = "abcdef".split("").map((each) => `receipts ${each}`).join(", ");
        await type(`SELECT count(*) FROM ${many} WHERE a.total + f.total < -5;\n`);
        await new Promise((resolve) => setTimeout(resolve, 500));
        await type(CONTROL_C);
        await seen("error: [^]*cancelled[^]*shop=> ");
        await type("SELECT nope\n");
        await seen("-> ");
        await type(CONTROL_C);
        await seen("\\^C[^]*shop=> ");
        await type("SELECT nope;\n");
        await seen("nope;[^]*No table in the query[^]*shop=> ");
        await type("SELECT 6 * 7 AS answer;\n");
        await seen("answer │ 42[^]*shop=> ");
        await type("\\q\n");
      });
      const kept = await Deno.readTextFile(`${home}/sql_history`);
      match(kept, /SELECT 6 \* 7 AS answer;\n\\q\n$/);
      if (Deno.build.os !== "windows") {
        equal((await Deno.stat(`${home}/sql_history`)).mode! & 0o777, 0o600);
      }
      await withTerminal(home, async ({ type, seen }) => {
        await seen("shop=> ");
        await type(UP + UP + "\n");
        await seen("answer;[^]*42[^]*1 row in[^]*shop=> ");
        await type("\x04");
      });
    });
  },
});

Deno.test("what is piped to the prompt is answered until its first error", async () => {
  await withShop(async (home) => {
    const stdin =
      "SELECT count(*) AS n\nFROM stores; SELECT ';' AS s; -- no ;\n\\x\nSELECT 1 AS a;\n" +
      "SET TIMEZONE = 'Europe/Berlin';\nSELECT nope;\nSELECT 2;";
    const { code, stdout, stderr } = await runCli(["sql", "shop"], { home, stdin });
    deepEqual([code, stdout], [2, " n\n──\n50\ns\n─\n;\n─[ 1 ]───\na │ 1\n"]);
    match(stderr, /No table in the query has a column 'nope'/);
    const last = await runCli(["sql"], { home, stdin: "SELECT 3 AS c" });
    deepEqual([last.code, last.stdout], [0, "c\n─\n3\n"]);
    const odd = await runCli(["sql", "shop"], { home, stdin: "\\nope" });
    deepEqual([odd.code, /'\\nope'/.test(odd.stderr)], [2, true]);
    equal((await runCli(["sql", "other"], { home })).code, 3);
  });
});

async function withShop(work: (home: string) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const home = `${folder}/home`;
    const made = ["experiment", "import-sql", "-", "--name", "shop", "--dialect", "postgres"];
    equal((await runCli(made, { home, stdin: DDL })).code, 0);
    equal((await runCli(["experiment", "generate", "shop", "--rows", "50"], { home })).code, 0);
    await work(home);
  });
}

interface Terminal {
  readonly type: (text: string) => Promise<void>;
  /** Waits for what the screen says since the last time that this was asked. */
  readonly seen: (pattern: string) => Promise<void>;
}

/** Lends a terminal with the prompt in it; the prompt has to end by itself. */
async function withTerminal(
  home: string,
  work: (terminal: Terminal) => Promise<void>,
): Promise<void> {
  const command = `"${Deno.execPath()}" run --quiet -A --no-check "${CLI}" sql shop`;
  const process = new Deno.Command("script", {
    args: ["--quiet", "--return", "--command", command, "/dev/null"],
    env: { DW_SIM_HOME: home, NO_COLOR: "1", TERM: "xterm" },
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = process.stdin.getWriter();
  let screen = "";
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of process.stdout) screen += decoder.decode(chunk, { stream: true });
  })();
  const seen = async (pattern: string) => {
    const until = performance.now() + 30_000;
    for (;;) {
      const found = new RegExp(pattern).exec(plain(screen));
      if (found !== null) break;
      if (performance.now() > until) throw new Error(`/${pattern}/ is not in:\n${plain(screen)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    screen = "";
  };
  try {
    await work({ type: (text) => writer.write(new TextEncoder().encode(text)), seen });
    equal((await process.status).code, 0);
  } finally {
    try {
      process.kill("SIGKILL");
    } catch {
      // It has ended, as it should.
    }
    await writer.close().catch(() => {});
    await reading;
  }
}

/** Without the codes that move the cursor. */
function plain(screen: string): string {
  // deno-lint-ignore no-control-regex
  return screen.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, "");
}
