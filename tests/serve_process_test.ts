import { deepEqual, equal, match, ok } from "node:assert/strict";
import { AppContext, listRuns } from "../lib/app/mod.ts";
import { runCli, withFolder } from "./_run_cli.ts";

const CLI = new URL("../cli.ts", import.meta.url).pathname;

Deno.test("SIGTERM ends the server in time, and a run under way so that it can be resumed", async () => {
  await withFolder(async (home) => {
    const { process, url } = await startServer(home);
    const headers = { "content-type": "application/json" };
    const post = async (path: string, body: unknown) => {
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      return await (await fetch(url + path, init)).json();
    };
    const sql = "CREATE TABLE t (id INTEGER PRIMARY KEY, a VARCHAR(40), b DECIMAL(12,2))";
    await post("/api/experiments/import-sql", { name: "big", sql });
    const run = await post("/api/experiments/big/generate", { rows: { t: 100_000_000 } });
    const events = await fetch(`${url}/api/experiments/big/runs/${run.id}/events`);
    const startedAtMs = performance.now();
    process.kill("SIGTERM");
    await events.text().catch(() => "");
    const { code } = await process.status;
    equal(code, 0);
    ok(performance.now() - startedAtMs < 8_000);
    using context = new AppContext({ flag: home });
    const [found] = listRuns(context, "big");
    deepEqual([found!.id, found!.status, found!.error!.code], [run.id, "aborted", "RUN_CANCELLED"]);
  });
});

Deno.test("serve says in one line that a port is taken, or that the folder cannot be used", async () => {
  await withFolder(async (home) => {
    using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = taken.addr;
    const busy = await runCli(["serve", "--port", String(port)], { home });
    equal(busy.code, 6);
    match(busy.stderr, new RegExp(`^error: Port ${port} of 127\\.0\\.0\\.1 is taken\n`));
    await Deno.writeTextFile(`${home}/file`, "");
    const unusable = await runCli(["serve", "--port", "0"], { home: `${home}/file/below` });
    equal(unusable.code, 6);
    match(unusable.stderr, /^error: '.*' cannot be written/);
  });
});

async function startServer(home: string) {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", CLI, "serve", "--port", "0", "--json", "--log", "none"],
    env: { DW_SIM_HOME: home },
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("}")) text += (await reader.read()).value ?? "";
  // What is left is nothing; the stream is not to be kept.
  reader.read().catch(() => {});
  return { process, url: String(JSON.parse(text).url) };
}
