import { deepEqual, equal, ok } from "node:assert/strict";
import { withApi } from "./_api_client.ts";

const PAGE = new URL("../docs/guides/from-the-python-dw-simulator.md", import.meta.url);

Deno.test("the calls of the page for users of the Python tool work, in the order it has them", async () => {
  const page = await Deno.readTextFile(PAGE);
  const blocks = [...page.matchAll(/```json post (\S+)\n([\s\S]*?)```/g)];
  equal(blocks.length, 7);
  await withApi(async (client) => {
    const answers: Record<string, unknown>[] = [];
    for (const [, path, text] of blocks) {
      const call = { text: text!, headers: { "content-type": "application/json" } };
      const response = await client.call("POST", path!, call);
      const body = await response.text();
      ok(response.status < 300, `${path} answers ${response.status}: ${body}`);
      answers.push(JSON.parse(body));
    }
    const [made, run, answer, prefixed, imported, loaded, reset] = answers;
    deepEqual([made!.name, made!.description], ["retail", "Sales by store"]);
    deepEqual([run!.status, run!.row_counts], ["COMPLETED", { sales: 500, stores: 20 }]);
    deepEqual([answer!.columns, answer!.rows, answer!.row_count], [["sales"], [[500]], 1]);
    deepEqual(prefixed!.rows, [[500]]);
    equal(imported!.dialect, "redshift");
    deepEqual([loaded!.loaded_tables, loaded!.experiment], [2, "retail"]);
    deepEqual(reset, { name: "retail", reset_tables: 2 });
  });
});

Deno.test("the page for users of the Python tool names every operation of the API", async () => {
  const page = await Deno.readTextFile(PAGE);
  await withApi((client) => {
    for (const path of Object.keys(client.document.paths)) {
      const ending = path.replace("/api/experiments/{name}/", "").replace(/\/\{name\}$/, "")
        .replace("/api/docs/style.css", "/api/docs");
      ok(page.includes(ending), `${path} is not on the page`);
    }
    return Promise.resolve();
  });
});
