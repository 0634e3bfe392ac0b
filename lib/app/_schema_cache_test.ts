import { equal } from "node:assert/strict";
import { parseSchema } from "../schema/mod.ts";
import { SchemaCache } from "./_schema_cache.ts";

const TEXT = JSON.stringify({
  name: "a",
  tables: [{ name: "t", target_rows: 1, columns: [{ name: "id", data_type: "INT" }] }],
});

Deno.test("a schema is read once, until others have taken its room", () => {
  const cache = new SchemaCache(TEXT.length * 4);
  let readCount = 0;
  const get = (hash: string) =>
    cache.get(hash, TEXT, () => {
      readCount++;
      return parseSchema(TEXT, { source: "test" });
    });
  equal(get("a"), get("a"));
  equal(readCount, 1);
  for (const hash of ["b", "c", "d", "a", "e"]) get(hash);
  equal(readCount, 5);
  get("a");
  equal(readCount, 5);
  get("b");
  equal(readCount, 6);
});

Deno.test("a text that would take all the room is read every time", () => {
  const cache = new SchemaCache(TEXT.length * 3);
  const get = () => cache.get("a", TEXT, () => parseSchema(TEXT, { source: "test" }));
  equal(get() === get(), false);
});
