import assert from "node:assert/strict";
import {
  type OracleStatistics,
  readStatisticsWithDuckdb,
  readStatisticsWithHyparquet,
} from "../../../tests/oracles/read_statistics.ts";
import { writeTestFile } from "../testing/test_columns.ts";
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
