import { snappyUncompressor } from "hysnappy";
import { snappyUncompress } from "hyparquet";
import assert from "node:assert/strict";
import fc from "fast-check";
import { KernelMemory } from "../../kernels/mod.ts";
import { PageBuffers } from "../page_buffers.ts";
import { compressSnappy } from "./compress_snappy.ts";

const MEMORY = new KernelMemory();
const IN_MEMORY = new PageBuffers(MEMORY);
const ON_HEAP = new PageBuffers();
const uncompress = snappyUncompressor();

/** Text, noise and runs in turn, over more than one block. */
const mixed = fc.array(
  fc.record({
    kind: fc.constantFrom("words", "noise", "run", "again"),
    length: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40_000 })),
    seed: fc.integer(),
  }),
  { maxLength: 12 },
).map((pieces) => {
  const bytes: number[] = [];
  for (const { kind, length, seed } of pieces) {
    const begin = bytes.length;
    for (let i = 0; i < length; i++) {
      const noise = Math.imul(i ^ seed, 0x9e3779b1) >>> 24;
      const word = Math.imul((i >> 3) ^ seed, 0x85ebca6b) >>> 28;
      if (kind === "noise") bytes.push(noise);
      else if (kind === "run") bytes.push(seed & 255);
      else if (kind === "words") bytes.push(97 + (word + i % 8) % 26);
      else bytes.push(bytes[Math.max(0, begin - 1 - (i % 5000))] ?? 0);
    }
  }
  return Uint8Array.from(bytes);
});

Deno.test("compressSnappy gives the same bytes by kernels and without, and two readers undo them", () => {
  fc.assert(
    fc.property(mixed, fc.boolean(), (bytes, inMemory) => {
      const compressed = compressSnappy(bytes, ON_HEAP).slice();
      const source = inMemory ? placed(bytes) : bytes;
      assert.deepEqual(compressSnappy(source, IN_MEMORY), compressed);
      const undone = new Uint8Array(bytes.length);
      snappyUncompress(compressed, undone);
      assert.deepEqual(undone, bytes);
      if (bytes.length > 0) assert.deepEqual(uncompress(compressed, bytes.length), bytes);
    }),
    { numRuns: 60 },
  );
});

for (const length of [0, 1, 14, 15, 16, 17, 59, 60, 61, 65_535, 65_536, 65_537, 65_552, 300_000]) {
  Deno.test(`compressSnappy is undone at ${length} bytes, whether they repeat or not`, () => {
    for (const period of [1, 7, 64, 300_001]) {
      const bytes = Uint8Array.from({ length }, (_, i) => Math.imul(i % period, 0x9e3779b1) >>> 24);
      const compressed = compressSnappy(bytes, ON_HEAP).slice();
      assert.deepEqual(compressSnappy(placed(bytes), IN_MEMORY), compressed);
      const undone = new Uint8Array(length);
      snappyUncompress(compressed, undone);
      assert.deepEqual(undone, bytes);
      assert.ok(compressed.length <= 32 + length + length / 6, "it never grows much");
    }
  });
}

function placed(bytes: Uint8Array): Uint8Array {
  MEMORY.clear();
  // What buffers had is theirs no longer.
  Object.assign(IN_MEMORY, new PageBuffers(MEMORY));
  const copy = MEMORY.take(bytes.length);
  copy.set(bytes);
  return copy;
}
