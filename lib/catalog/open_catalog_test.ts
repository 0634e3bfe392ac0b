import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { withFolder } from "./_testing.ts";
import { openCatalog } from "./open_catalog.ts";

Deno.test("openCatalog makes a private file that opens again with what was put in", () => {
  withFolder((folder) => {
    const path = `${folder}/catalog.sqlite`;
    {
      using catalog = openCatalog(path);
      catalog.experiments.create({ name: "retail", schemaJson: "{}", schemaHash: "abc" });
      for (const { name } of Deno.readDirSync(folder)) {
        const { mode } = Deno.statSync(`${folder}/${name}`);
        if (Deno.build.os !== "windows") assert.equal(mode! & 0o777, 0o600, name);
      }
    }
    using again = openCatalog(path);
    assert.deepEqual(again.experiments.list().map(({ name }) => name), ["retail"]);
  });
});

Deno.test("openCatalog refuses a catalog of a newer dw-sim and leaves it as it is", () => {
  withFolder((folder) => {
    const path = `${folder}/catalog.sqlite`;
    openCatalog(path)[Symbol.dispose]();
    execute(path, "PRAGMA user_version = 999");
    const before = Deno.readFileSync(path);
    assert.throws(() => openCatalog(path), { code: "CATALOG_TOO_NEW" });
    assert.deepEqual(Deno.readFileSync(path), before);
  });
});

Deno.test("openCatalog refuses the database of another program and leaves it as it is", () => {
  withFolder((folder) => {
    const path = `${folder}/other.sqlite`;
    execute(path, "CREATE TABLE bookmarks (url TEXT)");
    const before = Deno.readFileSync(path);
    assert.throws(() => openCatalog(path), { code: "CATALOG_FOREIGN" });
    assert.deepEqual(Deno.readFileSync(path), before);
  });
});

Deno.test("openCatalog refuses a file that is no database, or a damaged one", () => {
  withFolder((folder) => {
    const text = `${folder}/text.sqlite`;
    Deno.writeTextFileSync(text, "not a database at all, ".repeat(100));
    assert.throws(() => openCatalog(text), { code: "CATALOG_CORRUPT" });

    const damaged = `${folder}/damaged.sqlite`;
    openCatalog(damaged)[Symbol.dispose]();
    const bytes = Deno.readFileSync(damaged);
    Deno.writeFileSync(damaged, bytes.fill(0xff, 100, bytes.length));
    assert.throws(() => openCatalog(damaged).experiments.list(), { code: "CATALOG_CORRUPT" });
  });
});

Deno.test("openCatalog says so when the folder is missing or the path is a folder", () => {
  withFolder((folder) => {
    assert.throws(() => openCatalog(`${folder}/missing/catalog.sqlite`), {
      code: "CATALOG_UNUSABLE",
    });
    assert.throws(() => openCatalog(folder), { code: "CATALOG_UNUSABLE" });
  });
});

Deno.test("openCatalog says so when another process keeps the catalog locked", () => {
  withFolder((folder) => {
    const path = `${folder}/catalog.sqlite`;
    openCatalog(path)[Symbol.dispose]();
    using holder = new DatabaseSync(path);
    holder.exec("BEGIN IMMEDIATE");
    using catalog = openCatalog(path, { busyTimeoutMs: 20 });
    const draft = { name: "retail", schemaJson: "{}", schemaHash: "abc" };
    assert.throws(() => catalog.experiments.create(draft), { code: "CATALOG_BUSY" });
    holder.exec("ROLLBACK");
    assert.equal(catalog.experiments.create(draft).name, "retail");
  });
});

function execute(path: string, sql: string): void {
  using database = new DatabaseSync(path);
  database.exec(sql);
}
