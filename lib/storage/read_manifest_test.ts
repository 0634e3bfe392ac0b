import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { IDENTITY, withFolder } from "./_testing.ts";
import { type Manifest, MANIFEST_FORMAT_VERSION } from "./manifest.ts";
import { partPaths, readManifest } from "./read_manifest.ts";

const CHECKSUM = "crc32:cbf43926";
const MANIFEST: Manifest = {
  formatVersion: MANIFEST_FORMAT_VERSION,
  ...IDENTITY,
  seed: Number.MAX_SAFE_INTEGER,
  generatorVersion: 1,
  writerVersion: 2,
  partRows: 131_072,
  codec: "snappy",
  rowGroupRows: 131_072,
  pageRows: 16_384,
  tables: [{
    name: "my sales",
    folder: "my%20sales",
    rows: 131_079,
    parts: [
      { file: "part-00000.parquet", firstRow: 0, rows: 131_072, bytes: 900, checksum: CHECKSUM },
      { file: "part-00001.parquet", firstRow: 131_072, rows: 7, bytes: 90, checksum: CHECKSUM },
    ],
  }],
};

Deno.test("readManifest gives back what was written", () =>
  withFolder((folder) => {
    write(folder, JSON.stringify(MANIFEST));
    const manifest = readManifest(folder);
    assert.deepEqual(manifest, MANIFEST);
    assert.deepEqual(partPaths(folder, manifest.tables[0]!), [
      `${folder}/my%20sales/part-00000.parquet`,
      `${folder}/my%20sales/part-00001.parquet`,
    ]);
  }));

Deno.test("readManifest reads a manifest from before writers had versions", () =>
  withFolder((folder) => {
    const { writerVersion: _, ...older } = MANIFEST;
    write(folder, JSON.stringify(older));
    assert.deepEqual(readManifest(folder), { ...MANIFEST, writerVersion: 1 });
  }));

const TABLE = MANIFEST.tables[0]!;
const PART = TABLE.parts[0]!;
const DAMAGED: Readonly<Record<string, unknown>> = {
  "names a folder outside the run": withTable({ folder: "../../../etc" }),
  "names the folder of another table": withTable({ folder: "other" }),
  "names a file outside the run": withTable({ parts: [{ ...PART, file: "../x.parquet" }] }),
  "has a gap between parts": withTable({
    parts: [PART, { ...TABLE.parts[1]!, firstRow: 131_073 }],
  }),
  "counts rows its parts do not have": withTable({ rows: 5 }),
  "has a part of a negative size": withTable({ parts: [{ ...PART, bytes: -1 }] }),
  "has a codec nobody knows": { ...MANIFEST, codec: "rot13" },
  "is of a later format": { ...MANIFEST, formatVersion: 2 },
  "has no tables": { ...MANIFEST, tables: undefined },
  "has a table that is null": { ...MANIFEST, tables: [null] },
  "is a list": [],
  "is null": null,
};

for (const [fault, content] of Object.entries(DAMAGED)) {
  Deno.test(`readManifest refuses a manifest that ${fault}`, () =>
    withFolder((folder) => {
      write(folder, JSON.stringify(content));
      assert.throws(() => readManifest(folder), { code: "MANIFEST_INVALID" });
    }));
}

Deno.test("readManifest refuses a manifest cut short at any place", () =>
  withFolder((folder) => {
    const text = JSON.stringify(MANIFEST);
    for (let length = 0; length < text.length; length += 7) {
      write(folder, text.slice(0, length));
      assert.throws(() => readManifest(folder), { code: "MANIFEST_INVALID" });
    }
  }));

Deno.test("readManifest says where the fault is", () =>
  withFolder((folder) => {
    write(folder, JSON.stringify(withTable({ rows: "many" })));
    assert.throws(() => readManifest(folder), (error) => {
      assert(error instanceof DwSimError);
      assert.match(error.message, /\$\.tables\[0\]\.rows is not a whole number$/);
      return true;
    });
  }));

Deno.test("readManifest says so when there is none", () =>
  withFolder((folder) => {
    assert.throws(() => readManifest(folder), { code: "STORAGE_UNREADABLE" });
  }));

function withTable(change: Readonly<Record<string, unknown>>): unknown {
  return { ...MANIFEST, tables: [{ ...TABLE, ...change }] };
}

function write(folder: string, text: string): void {
  Deno.writeTextFileSync(`${folder}/manifest.json`, text);
}
