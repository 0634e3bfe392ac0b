import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { CATALOG_FIXTURES, catalogFixture } from "./_catalog_fixtures.ts";
import { withFolder } from "./_testing.ts";
import { MIGRATIONS } from "./migrations/mod.ts";
import { openCatalog } from "./open_catalog.ts";
import { parseRunId } from "./run_id.ts";

const FORMATS = Array.from(MIGRATIONS, (_, at) => at + 1);
const EARLIER = FORMATS.slice(0, -1);

Deno.test("a catalog of every earlier format is kept to be opened forward", () => {
  const names = [...Deno.readDirSync(CATALOG_FIXTURES)].map(({ name }) => name);
  for (const format of EARLIER) {
    const name = catalogFixture(format).pathname.split("/").at(-1)!;
    assert.ok(
      names.includes(name),
      `make it: deno run -A lib/catalog/_catalog_fixtures.ts (${name})`,
    );
    assert.equal(formatOf(catalogFixture(format).pathname), format);
  }
});

for (const format of EARLIER) {
  Deno.test(`a catalog of format ${format} opens with nothing lost`, () =>
    withFolder((folder) => {
      const path = lay(format, folder);
      const before = rowsOf(path);
      openCatalog(path)[Symbol.dispose]();
      assert.equal(formatOf(path), MIGRATIONS.length);
      const after = rowsOf(path);
      for (const [table, rows] of before) {
        // The fourth format keeps answers among the requests that they answer.
        const now = after.get(table === "answers" ? "keyed_requests" : table);
        assert.ok(now !== undefined, table);
        for (const row of rows) {
          assert.ok(now.some((each) => holds(each, row)), `${table}: ${JSON.stringify(row)}`);
        }
      }
    }));

  Deno.test(`a catalog of format ${format} says what it said, and takes more`, () =>
    withFolder((folder) => {
      using catalog = openCatalog(lay(format, folder));
      const { experiments, runs } = catalog;
      assert.deepEqual(experiments.list().map(({ name }) => name), ["Bücher", "retail"]);
      const current = experiments.get("RETAIL").currentRunId;
      assert.equal(current, "20260131-093005-250-7hq2mz4c");
      const { status, seed, rowCounts } = runs.get(parseRunId(current!));
      assert.deepEqual({ status, seed, rowCounts }, {
        status: "completed",
        seed: 42,
        rowCounts: { sales: 1000 },
      });
      experiments.create({ name: "later", schemaJson: "{}", schemaHash: "abc" });
      assert.equal(experiments.list().length, 3);
    }));
}

function lay(format: number, folder: string): string {
  const path = `${folder}/catalog.sqlite`;
  Deno.copyFileSync(catalogFixture(format), path);
  return path;
}

function formatOf(path: string): number {
  return withDatabase(
    path,
    (database) => Number(database.prepare("PRAGMA user_version").get()!.user_version),
  );
}

type Rows = readonly Readonly<Record<string, unknown>>[];

function rowsOf(path: string): ReadonlyMap<string, Rows> {
  return withDatabase(path, (database) => {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
      .map(({ name }) => String(name)).filter((name) => !name.startsWith("sqlite_"));
    return new Map(tables.map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]));
  });
}

/** Whether a row has all values of an earlier one; it may have columns that came later. */
function holds(row: Rows[number], earlier: Rows[number]): boolean {
  return Object.entries(earlier).every(([name, value]) => row[name] === value);
}

function withDatabase<T>(path: string, use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path);
  try {
    return use(database);
  } finally {
    database.close();
  }
}
