import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import { parquetReadObjects } from "hyparquet";
import { bindTable } from "../generation/mod.ts";
import { planOf, withFolder } from "./_testing.ts";
import { ROW_GROUP_ROWS } from "./file_layout.ts";
import { PageBuffers } from "../parquet/mod.ts";
import { parquetColumns } from "./parquet_columns.ts";
import type { Part } from "./split_parts.ts";
import { type BoundTable, type PartStep, type PartTarget, writePart } from "./write_part.ts";

const PLAN = planOf({ sales: 10_000_000 });

Deno.test("writePart writes exactly its rows, as another reader sees them", () =>
  withFolder(async (folder) => {
    const target = targetIn(folder);
    const part: Part = { table: "sales", index: 3, firstRow: 3 * ROW_GROUP_ROWS, rowCount: 1000 };
    const steps = [...writePart(bound(), part, target)];
    const bytes = Deno.readFileSync(target.path);
    assert.deepEqual(steps, [
      { kind: "rows", rowCount: 1000 },
      { kind: "file", file: { rows: 1000, bytes: bytes.length, checksum: checksumOf(bytes) } },
    ]);
    const rows = await parquetReadObjects({ file: bytes.buffer });
    assert.deepEqual(
      rows.map(({ id }) => Number(id)),
      Array.from({ length: 1000 }, (_, i) => part.firstRow + i + 1),
    );
    assert.deepEqual(new Set(rows.map(({ city }) => city)), new Set(PLAN.pools.city));
  }));

Deno.test("writePart reports every row group", () =>
  withFolder((folder) => {
    const part: Part = { table: "sales", index: 0, firstRow: 0, rowCount: ROW_GROUP_ROWS + 5 };
    const rows = [...writePart(bound(), part, targetIn(folder))].flatMap(rowsOf);
    assert.deepEqual(rows, [ROW_GROUP_ROWS, 5]);
  }));

Deno.test("writePart writes a file of no rows for a part of none", () =>
  withFolder(async (folder) => {
    const target = targetIn(folder);
    const part: Part = { table: "sales", index: 0, firstRow: 0, rowCount: 0 };
    const steps = [...writePart(bound(), part, target)];
    assert.deepEqual(steps.map(({ kind }) => kind), ["file"]);
    const file = Deno.readFileSync(target.path).buffer;
    assert.deepEqual(await parquetReadObjects({ file }), []);
  }));

Deno.test("writePart left early leaves nothing under the name of the part", () =>
  withFolder((folder) => {
    const target = targetIn(folder);
    const part: Part = { table: "sales", index: 0, firstRow: 0, rowCount: 3 * ROW_GROUP_ROWS };
    for (const step of writePart(bound(), part, target)) {
      if (step.kind === "rows") break;
    }
    assert.throws(() => Deno.statSync(target.path), Deno.errors.NotFound);
    const again = [...writePart(bound(), part, target)];
    assert.equal(again.at(-1)?.kind, "file");
  }));

function bound(): BoundTable {
  const table = PLAN.tables[0]!;
  const kernels = bindTable(PLAN, table);
  return { kernels, buffers: new PageBuffers(), columns: parquetColumns(table, kernels) };
}

function targetIn(folder: string): PartTarget {
  return {
    attempt: "t",
    path: `${folder}/part-00000.parquet`,
    codec: "none",
    createdBy: "dw-sim test",
  };
}

function checksumOf(bytes: Uint8Array): string {
  return `crc32:${crc32(bytes).toString(16).padStart(8, "0")}`;
}

function rowsOf(step: PartStep): readonly number[] {
  return step.kind === "rows" ? [step.rowCount] : [];
}
