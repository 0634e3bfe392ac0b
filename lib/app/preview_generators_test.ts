import assert from "node:assert/strict";
import { SHOP_DDL, withContext } from "./_testing.ts";
import { importDdl } from "./import_ddl.ts";
import { previewGenerators } from "./preview_generators.ts";

const OPTIONS = { source: "shop.sql", name: "shop", dialect: "redshift", dryRun: true } as const;

Deno.test("previewGenerators names what makes each column that is no reference", () =>
  withContext(async (context) => {
    const generators = await previewGenerators(importDdl(context, SHOP_DDL, OPTIONS).schema);
    assert.deepEqual(Object.keys(generators), ["stores", "receipts"]);
    assert.equal(typeof generators.stores!.name, "string");
    assert.equal(generators.receipts!.store_id, undefined);
  }));

Deno.test("previewGenerators answers for rows that cannot exist, too", () =>
  withContext(async (context) => {
    const ddl = "CREATE TABLE flags (flag BOOLEAN NOT NULL PRIMARY KEY);";
    const { schema } = importDdl(context, ddl, OPTIONS);
    assert.deepEqual(await previewGenerators(schema), { flags: { flag: "flag" } });
  }));
