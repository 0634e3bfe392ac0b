import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { openSample, type SampleTable } from "./open_sample.ts";

async function withCsv(text: string, work: (table: SampleTable) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  try {
    const path = `${folder}/it's.csv`;
    await Deno.writeTextFile(path, text);
    await work({ name: 'odd "table"', format: "csv", files: [path] });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("openSample measures every column of a table", () =>
  withCsv("n,t,d\n1,ab,2024-01-01\n3,,2024-02-01\n,abcd,\n", async (table) => {
    await using sample = await openSample([table]);
    const [profile] = sample.profiles;
    assert.equal(profile!.rowCount, 3);
    const [n, t, d] = profile!.columns;
    assert.deepEqual([n!.engineType, n!.valueCount, n!.distinctCountEstimate], ["BIGINT", 2, 2]);
    assert.deepEqual([n!.numbers!.min, n!.numbers!.max, n!.numbers!.mean], [1, 3, 2]);
    assert.deepEqual([t!.texts!.lengthMin, t!.texts!.lengthMax, t!.texts!.lengthMean], [2, 4, 3]);
    assert.deepEqual(d!.moments, { min: "2024-01-01", max: "2024-02-01" });
  }));

Deno.test("openSample counts tuples, orphans and values exactly", () =>
  withCsv("a,b\n1,1\n1,2\n2,1\n9,9\n", async (table) => {
    await using sample = await openSample([table]);
    const side = (...columns: string[]) => ({ table: table.name, columns });
    assert.equal(await sample.distinctCount(side("a")), 3);
    assert.equal(await sample.distinctCount(side("a", "b")), 4);
    assert.deepEqual(await sample.orphanCount(side("a"), side("b")), {
      rowCount: 4,
      orphanCount: 0,
    });
    const found = await sample.values(table.name, { column: "a", countMax: 3 });
    assert.deepEqual(found, [{ value: 1, count: 2 }, { value: 2, count: 1 }, {
      value: 9,
      count: 1,
    }]);
    assert.equal(await sample.values(table.name, { column: "a", countMax: 2 }), null);
  }));

Deno.test("openSample says which table cannot be read, and stops when it is told to", () =>
  withCsv("a\n1\n", async (table) => {
    const broken: SampleTable = { ...table, format: "parquet" };
    await assert.rejects(
      openSample([broken]),
      (error) => error instanceof DwSimError && error.code === "SAMPLE_UNREADABLE",
    );
    await assert.rejects(
      openSample([table], { signal: AbortSignal.abort() }),
      (error) => error instanceof DwSimError && error.code === "CANCELLED",
    );
  }));
