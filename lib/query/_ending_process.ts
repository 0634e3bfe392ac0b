// A process of warehouse_test.ts: asks in one way again and again, has memory collected while the
// last answer is still within reach, and ends by itself. Needs --expose-gc.
import { openWarehouse } from "./open_warehouse.ts";

const { gc } = globalThis as { gc?: () => void };
if (gc === undefined) throw new Error("--expose-gc is missing");
const sql = "SELECT range FROM range(3000)";

await using warehouse = await openWarehouse([]);
for (let i = 1; i <= 100; i++) {
  if (Deno.args[0] === "ask") await warehouse.ask(sql);
  else for await (const batch of (await warehouse.query(sql)).batches()) batch.json();
  if (i % 10 === 0) gc();
}
