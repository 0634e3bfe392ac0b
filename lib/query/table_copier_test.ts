import { deepEqual, equal, rejects } from "node:assert/strict";
import { DuckDBInstance } from "@duckdb/node-api";
import type { LogicalType } from "../schema/mod.ts";
import { copyFileEnding, openCopier } from "./mod.ts";

const COLUMNS: readonly {
  readonly name: string;
  readonly type: LogicalType;
  readonly sql: string;
}[] = [
  { name: "id", type: { kind: "integer", bits: 64 }, sql: "9007199254740993::BIGINT" },
  {
    name: "na,me",
    type: { kind: "string", maxLength: null, fixed: false },
    sql: "'a\"b,\nü 😀'",
  },
  { name: "empty", type: { kind: "string", maxLength: null, fixed: false }, sql: "''" },
  {
    name: "price",
    type: { kind: "decimal", precision: 38, scale: 10 },
    sql: "1234567890123456789012345678.0123456789::DECIMAL(38,10)",
  },
  { name: "raw", type: { kind: "binary", maxLength: null }, sql: "'\\x00\\xFF'::BLOB" },
  {
    name: "at",
    type: { kind: "timestamp", precision: 6, zoned: false },
    sql: "TIMESTAMP '2024-05-17 10:20:30.5'",
  },
  {
    name: "seen",
    type: { kind: "timestamp", precision: 6, zoned: true },
    sql: "TIMESTAMPTZ '2024-05-17 10:20:30+02'",
  },
  { name: "doc", type: { kind: "json" }, sql: `'{"a": [1, null]}'::JSON` },
  { name: "day", type: { kind: "date" }, sql: "DATE '2024-05-17'" },
  { name: "k", type: { kind: "string", maxLength: 9, fixed: false }, sql: "'x/y=z'" },
];

const HEADER = 'id,"na,me",empty,price,raw,at,seen,doc,day,k\n';
const FIRST = '9007199254740993,"a""b,\nü 😀","",1234567890123456789012345678.0123456789,00FF,' +
  '2024-05-17T10:20:30.5,2024-05-17T08:20:30Z,"{""a"": [1, null]}",2024-05-17,x/y=z\n';

Deno.test("a copy as CSV is exact, and tells NULL from an empty text", async () => {
  await withSource(async ({ files, folder }) => {
    await using copier = await openCopier();
    const path = `${folder}/out.csv`;
    const request = { format: "csv", compression: "none", path } as const;
    deepEqual(await copier.copy({ files, columns: COLUMNS }, request), { rowCount: 2 });
    equal(await Deno.readTextFile(path), `${HEADER}${FIRST}${",".repeat(9)}\n`);
  });
});

Deno.test("a copy for PostgreSQL writes binary as bytea reads it", async () => {
  await withSource(async ({ files, folder }) => {
    await using copier = await openCopier();
    const path = `${folder}/out.csv`;
    const columns = COLUMNS.filter(({ name }) => name === "raw");
    await copier.copy({ files, columns }, {
      ...{ format: "csv", compression: "none", path, binary: "bytea" },
    });
    equal(await Deno.readTextFile(path), "raw\n\\x00FF\n\n");
  });
});

Deno.test("a copy as JSON lines keeps types and digits, packed or not", async () => {
  const expected = '{"id":9007199254740993,"na,me":"a\\"b,\\nü 😀","empty":"",' +
    '"price":1234567890123456789012345678.0123456789,"raw":"00FF",' +
    '"at":"2024-05-17T10:20:30.5","seen":"2024-05-17T08:20:30Z","doc":{"a":[1,null]},' +
    '"day":"2024-05-17","k":"x/y=z"}';
  await withSource(async ({ files, folder }) => {
    await using copier = await openCopier();
    for (const compression of ["none", "gzip"] as const) {
      const path = `${folder}/out${copyFileEnding("jsonl", compression)}`;
      await copier.copy({ files, columns: COLUMNS }, { format: "jsonl", compression, path });
      const stream = (await Deno.open(path)).readable;
      const plain = compression === "gzip"
        ? stream.pipeThrough(new DecompressionStream("gzip"))
        : stream;
      const [first, second] = (await new Response(plain).text()).split("\n");
      equal(first, expected);
      deepEqual(new Set(Object.values(JSON.parse(second!))), new Set([null]));
    }
  });
});

Deno.test("a partitioned copy names folders safely, and holds the same rows in each format", async () => {
  await withSource(async ({ files, folder, ask }) => {
    await using copier = await openCopier();
    for (const format of ["csv", "jsonl", "parquet"] as const) {
      const path = `${folder}/${format}`;
      const request = { format, compression: "none", path, partitionBy: "k" } as const;
      deepEqual(await copier.copy({ files, columns: COLUMNS }, request), { rowCount: 2 });
      const folders = [...Deno.readDirSync(path)].map(({ name }) => name).toSorted();
      deepEqual(folders, ["k=__HIVE_DEFAULT_PARTITION__", "k=x%2Fy%3Dz"]);
      const [reader, options] = {
        csv: ["read_csv", ", header = true, delim = ',', quote = '\"', union_by_name = true"],
        jsonl: ["read_json", ""],
        parquet: ["read_parquet", ""],
      }[format];
      const found = await ask(
        `SELECT CAST(id AS VARCHAR), k ` +
          `FROM ${reader}('${path}/*/*', hive_partitioning = true${options}) ORDER BY 1`,
      );
      deepEqual(found, [["9007199254740993", "x/y=z"], [null, null]], format);
    }
  });
});

Deno.test("distinct values stop at their limit", async () => {
  await withSource(async ({ files }) => {
    await using copier = await openCopier();
    const source = { files, columns: COLUMNS };
    const values = await copier.distinctValues(source, { column: "k", countMax: 2 });
    deepEqual(new Set(values), new Set([null, "x/y=z"]));
    equal(await copier.distinctValues(source, { column: "k", countMax: 1 }), null);
  });
});

Deno.test("a copy onto a full disk, or to no folder, is told with its path", async () => {
  await withSource(async ({ files, folder }) => {
    await using copier = await openCopier();
    const source = { files, columns: COLUMNS };
    const path = `${folder}/missing/out.csv`;
    await rejects(copier.copy(source, { format: "csv", compression: "none", path }), {
      code: "STORAGE_UNWRITABLE",
    });
    if (Deno.build.os !== "linux") return;
    await rejects(
      copier.copy(source, { format: "csv", compression: "none", path: "/dev/full" }),
      { code: "STORAGE_FULL" },
    );
  });
});

interface Source {
  readonly folder: string;
  readonly files: readonly string[];
  ask(sql: string): Promise<unknown[][]>;
}

/** Lends a Parquet file of two rows: one with every value, one of NULLs. */
async function withSource(work: (source: Source) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_copier_" });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const values = COLUMNS.map(({ name, sql }) => `${sql} AS "${name}"`).join(", ");
    const file = `${folder}/source.parquet`;
    await connection.run(`CREATE TABLE t AS SELECT ${values}`);
    await connection.run("INSERT INTO t (id) VALUES (NULL)");
    await connection.run(`COPY t TO '${file}' (FORMAT parquet)`);
    const ask = async (sql: string) => (await connection.run(sql)).getChunk(0).getRows();
    await work({ folder, files: [file], ask });
  } finally {
    connection.closeSync();
    instance.closeSync();
    await Deno.remove(folder, { recursive: true });
  }
}
