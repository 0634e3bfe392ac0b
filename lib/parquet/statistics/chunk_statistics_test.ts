import assert from "node:assert/strict";
import {
  type OracleStatistics,
  readStatisticsWithDuckdb,
  readStatisticsWithHyparquet,
} from "../../../tests/oracles/read_statistics.ts";
import { writeTestFile } from "../testing/test_columns.ts";
import { ChunkStatisticsTracker } from "./chunk_statistics.ts";
import { expectedStatistics } from "../testing/expected_statistics.ts";
import {
  ENCODED_AS,
  NULLS,
  plainColumn,
  rowsOf,
  TYPE_CASES,
  withFile,
} from "../testing/type_cases.ts";

const ROW_GROUPS = [30, 20] as const;

for (const [encoding, encode] of Object.entries(ENCODED_AS)) {
  for (const [amount, isNull] of Object.entries(NULLS)) {
    Deno.test(`statistics of ${encoding} columns with NULL in ${amount} of the rows are exact`, () =>
      withFile(async (path) => {
        const columns = TYPE_CASES.map((each) =>
          encode(plainColumn(each, rowsOf(each.values, 50, isNull)))
        );
        writeTestFile(path, columns, { rowGroups: ROW_GROUPS, pageRows: 12 });
        const expected = expectedStatistics(columns, ROW_GROUPS);
        const shownByDuckdb = (each: OracleStatistics) =>
          !/binary/.test(each.column) && !/^(float|double)$/.test(each.column);
        const roundsNothing = (each: OracleStatistics) => !/decimal/.test(each.column);
        assert.deepEqual(
          (await readStatisticsWithDuckdb(path)).filter(shownByDuckdb),
          expected.filter(shownByDuckdb),
        );
        assert.deepEqual(
          (await readStatisticsWithHyparquet(path)).filter(roundsNothing),
          expected.filter(roundsNothing),
        );
      }));
  }
}

Deno.test("statistics count NaN, which no bound shows, and forget it with the row group", () => {
  const column = { name: "c", physical: "DOUBLE", nullable: false, encoding: "PLAIN" } as const;
  const tracker = new ChunkStatisticsTracker(column);
  const data = Float64Array.of(NaN, 2, NaN, -1);
  tracker.add({ kind: "double", data }, { valueCount: 4, nullCount: 0 });
  assert.equal(tracker.statistics().nanCount, 2);
  assert.deepEqual(tracker.statistics().bounds!.max, new Uint8Array(Float64Array.of(2).buffer));
  tracker.reset();
  tracker.add({ kind: "double", data }, { valueCount: 1, nullCount: 0 });
  assert.deepEqual(tracker.statistics(), {
    nullCount: 0,
    nanCount: 1,
    distinctCount: null,
    bounds: null,
  });
});

Deno.test("statistics of a float dictionary count NaN only where there is none", () => {
  const nanCountOf = (entries: Float32Array) => {
    const dictionary = {
      count: entries.length,
      plain: new Uint8Array(entries.slice().buffer),
      sorted: true,
    };
    const tracker = new ChunkStatisticsTracker({
      ...{ name: "c", physical: "FLOAT", nullable: false, encoding: "DICTIONARY" },
      dictionary,
    });
    tracker.add({ kind: "indices", data: Uint32Array.of(0, 1, 0) }, {
      valueCount: 3,
      nullCount: 0,
    });
    return tracker.statistics().nanCount;
  };
  assert.equal(nanCountOf(Float32Array.of(1, 2)), 0);
  assert.equal(nanCountOf(Float32Array.of(1, NaN)), null);
});
