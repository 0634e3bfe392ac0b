import assert from "node:assert/strict";
import { withFolder } from "./_testing.ts";
import { freedBytes } from "./freed_bytes.ts";

Deno.test("freedBytes counts what runs share once, and not at all when one of them stays", () =>
  withFolder((folder) => {
    for (const run of ["a", "b", "c.partial"]) {
      Deno.mkdirSync(`${folder}/${run}/sales`, { recursive: true });
    }
    Deno.writeTextFileSync(`${folder}/a/sales/part-00000.parquet`, "x".repeat(1000));
    Deno.linkSync(
      `${folder}/a/sales/part-00000.parquet`,
      `${folder}/b/sales/part-00000.parquet`,
    );
    Deno.writeTextFileSync(`${folder}/b/sales/part-00001.parquet`, "x".repeat(20));
    Deno.writeTextFileSync(`${folder}/c.partial/journal.jsonl`, "x".repeat(3));
    const freed = (...runs: string[]) => freedBytes(runs.map((run) => `${folder}/${run}`));
    assert.deepEqual([freed("a"), freed("b"), freed("a", "b"), freed("c")], [0, 20, 1020, 3]);
    assert.equal(freed("nowhere"), 0);
  }));
