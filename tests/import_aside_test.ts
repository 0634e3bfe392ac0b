import assert from "node:assert/strict";
import { startServerProcess } from "./_server_process.ts";
import { withFolder } from "./_run_cli.ts";

const DDL = Array.from({ length: 2000 }, (_, i) => `
  CREATE TABLE t${i} (id INTEGER PRIMARY KEY, a VARCHAR(40) NOT NULL, b DECIMAL(10,2) CHECK (b > 0),
    c DATE, d TIMESTAMP, e BOOLEAN, f BIGINT, g INT${i > 0 ? ` REFERENCES t${i - 1} (id)` : ""});`)
  .join("");

/** Ways to make an experiment, each with the status of having done it. */
const WAYS: Readonly<Record<string, (url: string) => Promise<number>>> = {
  "POST /api/experiments/import-sql": async (url) => {
    const body = JSON.stringify({ name: "by_api", sql: DDL, dialect: "postgres" });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${url}/api/experiments/import-sql`, {
      method: "POST",
      ...{ headers, body },
    });
    const made = await answer.json();
    assert.equal(made.schema.tables.length, 2000);
    assert.equal(made.generators.t7.b, "decimal");
    return answer.status;
  },
  "POST /new": async (url) => {
    const fields = { name: "by_page", format: "sql", sql: DDL, dialect: "postgres" };
    const answer = await fetch(`${url}/new`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: url },
      body: new URLSearchParams(fields),
    });
    await answer.body?.cancel();
    return answer.status;
  },
};

Deno.test("a server answers others while it reads the DDL of 2,000 tables", async (test) => {
  await withFolder(async (home) => {
    const server = await startServerProcess({ home });
    try {
      for (const [name, make] of Object.entries(WAYS)) {
        await test.step(name, async () => {
          const state = { isUnderWay: true };
          const made = make(server.url).finally(() => state.isUnderWay = false);
          // Somebody else comes again and again. A server that reads by itself answers one of them.
          let answeredCount = 0;
          while (state.isUnderWay) {
            const { status } = await fetch(`${server.url}/health`).then(async (answer) => {
              await answer.body?.cancel();
              return answer;
            });
            assert.equal(status, 200);
            if (state.isUnderWay) answeredCount++;
          }
          assert.ok([201, 303].includes(await made));
          assert.ok(answeredCount > 10, `${answeredCount} others were answered meanwhile`);
        });
      }
    } finally {
      await server.end("SIGTERM");
    }
  });
});
