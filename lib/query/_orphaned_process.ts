// A process of warehouse_life_test.ts: asks something without end, tells when it waits, is killed.
import { openWarehouse } from "./open_warehouse.ts";

const warehouse = await openWarehouse([]);
const asking = warehouse.query("SELECT count(*) FROM range(100000000000) t(i) WHERE i % 3 = 1");
await Deno.stdout.write(new TextEncoder().encode("asked\n"));
await asking;
