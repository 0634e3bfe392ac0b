import assert from "node:assert/strict";
import { planGeneration } from "../lib/generation/mod.ts";
import { generateParts, type WrittenPart } from "../lib/storage/mod.ts";
import { testSchema } from "./_make_run.ts";
import { withFolder } from "./_run_cli.ts";
import { queryWithDuckdb } from "./oracles/read_with_duckdb.ts";

/** One and a half times 2^32: rows whose number takes more than 32 bits. */
const ROWS = 6 * 2 ** 30;
const PART_ROWS = 131_072;
const PARENT_ROWS = 1000;

const SCHEMA = testSchema([
  {
    name: "device",
    target_rows: PARENT_ROWS,
    primary_key: ["device_id"],
    columns: [{ name: "device_id", data_type: "BIGINT" }],
  },
  {
    name: "event",
    target_rows: ROWS,
    primary_key: ["event_id"],
    columns: [
      { name: "event_id", data_type: "BIGINT" },
      {
        name: "device_id",
        data_type: "BIGINT",
        foreign_key: { references_table: "device", references_column: "device_id" },
      },
      { name: "amount", data_type: "DECIMAL(10,2)", required: false },
      { name: "happened_at", data_type: "TIMESTAMP" },
      { name: "city", data_type: "VARCHAR(40)" },
      { name: "email", data_type: "VARCHAR(80)" },
    ],
  },
]);

/** Makes some of the parts, as if all others were there. */
async function makeParts(directory: string, firstRows: readonly number[]): Promise<string[]> {
  const { plan } = await planGeneration(SCHEMA, { seed: 42 });
  const tables = plan.tables.filter(({ name }) => name === "event");
  const kept: WrittenPart[] = [];
  for (let index = 0; index < ROWS / PART_ROWS; index++) {
    const firstRow = index * PART_ROWS;
    if (firstRows.includes(firstRow)) continue;
    const file = { rows: PART_ROWS, bytes: 1, checksum: "crc32:00000000" };
    kept.push({ table: "event", index, firstRow, ...file });
  }
  const [manifest] = await generateParts({ ...plan, tables }, directory, {
    layout: { partRows: PART_ROWS, codec: "snappy" },
    kept,
    workerCount: 1,
  });
  assert.equal(manifest!.rows, ROWS);
  const made = manifest!.parts.filter(({ firstRow }) => firstRows.includes(firstRow));
  return made.map(({ file }) => `${directory}/event/${file}`);
}

Deno.test("rows from 2^32 on are made as all others: distinct keys, whole references, values of their own", () =>
  withFolder(async (folder) => {
    const firstRows = [0, 2 ** 32 - PART_ROWS, 2 ** 32, ROWS - PART_ROWS];
    const files = await makeParts(folder, firstRows);
    assert.equal(files.length, firstRows.length);
    for (const [index, file] of files.entries()) {
      const { rows } = await queryWithDuckdb(
        `SELECT min(event_id), max(event_id), count(DISTINCT event_id), min(device_id) >= 1,
          max(device_id) <= ${PARENT_ROWS}, count(DISTINCT device_id)
        FROM read_parquet('${file}')`,
      );
      const first = firstRows[index]! + 1;
      const expected = [first, first + PART_ROWS - 1, PART_ROWS].map(String);
      assert.deepEqual(rows[0], [...expected, true, true, String(PARENT_ROWS)]);
    }
    const [low, , high] = files;
    const { rows: [same] } = await queryWithDuckdb(
      `SELECT ${
        ["device_id", "amount", "happened_at", "city", "email"]
          .map((column) => `avg(CAST(l.${column} IS NOT DISTINCT FROM h.${column} AS INT)) < 0.1`)
          .join(", ")
      }
      FROM read_parquet('${low}') AS l POSITIONAL JOIN read_parquet('${high}') AS h`,
    );
    assert.deepEqual(same, Array(5).fill(true), "rows 2^32 apart are strangers");
  }));
