import { AppContext } from "./app_context.ts";

/** Lends a context over a data root of its own. */
export async function withContext(
  work: (context: AppContext, folder: string) => void | Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  try {
    using context = new AppContext({ flag: `${folder}/home` });
    await work(context, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** An experiment `shop` with two tables that hang together. */
export const SHOP_DDL = `
CREATE TABLE stores (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, open BOOLEAN);
CREATE TABLE receipts (
  store_id INTEGER NOT NULL REFERENCES stores (id), number INTEGER NOT NULL, total DECIMAL(12,2),
  PRIMARY KEY (store_id, number)
);`;
