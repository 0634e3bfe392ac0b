import { snappyUncompress } from "hyparquet";
import assert from "node:assert/strict";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { createCompressor } from "./create_compressor.ts";

const DECOMPRESS = {
  snappy: (bytes: Uint8Array, byteLength: number) => {
    const output = new Uint8Array(byteLength);
    snappyUncompress(bytes, output);
    return output;
  },
  zstd: (bytes: Uint8Array) => new Uint8Array(zstdDecompressSync(bytes)),
  gzip: (bytes: Uint8Array) => new Uint8Array(gunzipSync(bytes)),
} as const;

/** Longer than the blocks of 64 KiB in which snappy works; half of it repeats, half does not. */
const LONG = Uint8Array.from(
  { length: 1_000_000 },
  (_, i) => i % 2000 < 1000 ? i % 250 : Math.imul(i, 2_654_435_761) >>> 24,
);

for (const codec of ["snappy", "zstd", "gzip"] as const) {
  Deno.test(`createCompressor makes ${codec} that others undo, for any length`, () => {
    const compressor = createCompressor(codec)!;
    for (const byteLength of [1_000_000, 0, 1, 17, 65_535, 65_536, 65_537, 1_000_000]) {
      const bytes = LONG.subarray(0, byteLength);
      const compressed = compressor.compress(bytes);
      assert.deepEqual(DECOMPRESS[codec](compressed, byteLength), bytes.slice());
    }
  });
}

Deno.test("createCompressor makes gzip that tells neither time nor system", () => {
  const compressed = createCompressor("gzip")!.compress(LONG);
  assert.deepEqual([...compressed.subarray(4, 8), compressed[9]], [0, 0, 0, 0, 255]);
});

Deno.test("createCompressor makes nothing of none", () => {
  assert.equal(createCompressor("none"), null);
});
