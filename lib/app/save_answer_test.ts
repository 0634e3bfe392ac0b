import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { withContext } from "./_testing.ts";
import type { AppContext } from "./app_context.ts";
import { generate } from "./generate.ts";
import { importDdl } from "./import_ddl.ts";
import { saveAnswer } from "./save_answer.ts";

const DDL = "CREATE TABLE items (id INTEGER NOT NULL PRIMARY KEY, label VARCHAR(20));";
const ASKED = { experiment: "stock", dialect: "duckdb", format: "csv" } as const;

async function withStock(work: (context: AppContext, folder: string) => Promise<void>) {
  await withContext(async (context, folder) => {
    importDdl(context, DDL, { name: "stock", dialect: "postgres", source: "stock" });
    await generate(context, "stock", { rows: { everyTable: 20 } });
    await work(context, folder);
  });
}

Deno.test("saveAnswer never puts a file in the place of a device, a pipe or a link", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await withStock(async (context, folder) => {
    const sql = "SELECT 1 AS a";
    const save = (path: string) => saveAnswer(context, { ...ASKED, sql, path });
    deepEqual(await save("/dev/null"), { rowCount: 1 });
    ok(Deno.statSync("/dev/null").isCharDevice);
    deepEqual([...Deno.readDirSync("/dev")].filter(({ name }) => name.startsWith("null.")), []);

    const pipe = `${folder}/pipe`;
    equal((await new Deno.Command("mkfifo", { args: [pipe] }).output()).success, true);
    const [read] = await Promise.all([Deno.readTextFile(pipe), save(pipe)]);
    equal(read, "a\r\n1\r\n");
    ok(Deno.statSync(pipe).isFifo);

    const [path, link] = [`${folder}/real.csv`, `${folder}/link.csv`];
    await Deno.writeTextFile(path, "before");
    await Deno.symlink(path, link);
    await save(link);
    equal(Deno.readTextFileSync(path), "a\r\n1\r\n");
    ok(Deno.lstatSync(link).isSymlink);
  });
});

Deno.test("saveAnswer tells of a device that takes nothing", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  await withStock(async (context) => {
    const request = { ...ASKED, sql: "SELECT * FROM items", path: "/dev/full" };
    await rejects(saveAnswer(context, request), { code: "STORAGE_UNWRITABLE" });
  });
});
