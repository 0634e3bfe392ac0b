import assert from "node:assert/strict";
import { ROW_GROUP_ROWS } from "../lib/storage/mod.ts";
import { type MadeRun, makeRun, type TableJson } from "./_make_run.ts";
import { queryWithDuckdb } from "./oracles/read_with_duckdb.ts";

const ROWS = 300_000;

const CUSTOMER: TableJson = {
  name: "customer",
  target_rows: 5000,
  primary_key: ["id"],
  columns: [{ name: "id", data_type: "BIGINT" }, {
    name: "email",
    data_type: "VARCHAR(60)",
    is_unique: true,
  }],
};

const SALE_COLUMNS = [
  {
    name: "customer_id",
    data_type: "BIGINT",
    foreign_key: { references_table: "customer", references_column: "id" },
  },
  {
    name: "email",
    data_type: "VARCHAR(60)",
    required: false,
    foreign_key: { references_table: "customer", references_column: "email" },
  },
  { name: "line_number", data_type: "INT" },
  {
    name: "amount",
    data_type: "DECIMAL(10,2)",
    distribution: { type: "normal", parameters: { mean: 50, stddev: 20 } },
  },
  { name: "sold_at", data_type: "TIMESTAMP", required: false },
  { name: "city", data_type: "VARCHAR(30)" },
  { name: "note", data_type: "VARCHAR(30)", is_unique: true },
];

function sale(columns: readonly object[] = SALE_COLUMNS): TableJson {
  return { name: "sale", target_rows: ROWS, primary_key: ["customer_id", "line_number"], columns };
}

const COLUMNS = SALE_COLUMNS.map(({ name }) => name);

/** A hash of every column's values together with the rows they stand in. */
async function columnHashes(run: MadeRun): Promise<Record<string, string>> {
  const { parts } = run.manifest.tables.find(({ name }) => name === "sale")!;
  const hashes: Record<string, string> = {};
  for (const column of COLUMNS) {
    let all = 0n;
    for (const [index, file] of run.files("sale").entries()) {
      const { rows: [row] } = await queryWithDuckdb(
        `SELECT bit_xor(hash("${column}", file_row_number + ${parts[index]!.firstRow}))
        FROM read_parquet('${file}', file_row_number = true)`,
      );
      all ^= BigInt(String(row![0]));
    }
    hashes[column] = all.toString(16);
  }
  return hashes;
}

function checksums(run: MadeRun): string[] {
  return run.manifest.tables.flatMap(({ parts }) => parts.map(({ checksum }) => checksum));
}

const TWO_GROUPS = { partRows: 2 * ROW_GROUP_ROWS, codec: "snappy" } as const;

Deno.test("one worker, two workers: the same bytes", async () => {
  await using one = await makeRun([CUSTOMER, sale()], { workerCount: 1, layout: TWO_GROUPS });
  await using two = await makeRun([CUSTOMER, sale()], { workerCount: 2, layout: TWO_GROUPS });
  assert.equal(checksums(one).length, 3);
  assert.deepEqual(checksums(two), checksums(one));
});

Deno.test("another part size: other files, the same values in the same rows", async () => {
  await using small = await makeRun([CUSTOMER, sale()], {
    layout: { partRows: ROW_GROUP_ROWS, codec: "none" },
  });
  await using large = await makeRun([CUSTOMER, sale()], { layout: TWO_GROUPS });
  assert.equal(small.files("sale").length, 3);
  assert.equal(large.files("sale").length, 2);
  assert.deepEqual(await columnHashes(small), await columnHashes(large));
});

Deno.test("a column or a table more leaves the values of the others alone", async () => {
  await using before = await makeRun([CUSTOMER, sale()]);
  const wider = sale([{ name: "extra", data_type: "VARCHAR(20)" }, ...SALE_COLUMNS]);
  const other: TableJson = {
    name: "another",
    target_rows: 10,
    columns: [{ name: "x", data_type: "INT" }],
  };
  await using after = await makeRun([other, wider, CUSTOMER]);
  assert.deepEqual(await columnHashes(after), await columnHashes(before));
});

Deno.test("another seed makes other values", async () => {
  await using one = await makeRun([CUSTOMER, sale()], { seed: 1 });
  await using two = await makeRun([CUSTOMER, sale()], { seed: 2 });
  const [a, b] = [await columnHashes(one), await columnHashes(two)];
  for (const column of COLUMNS) assert.notEqual(a[column], b[column], column);
});
