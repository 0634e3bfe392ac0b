import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import fc from "fast-check";
import { KernelMemory } from "../../kernels/mod.ts";
import { BytesBounds } from "./bytes_bounds.ts";

/** Texts that mostly begin alike, end early, and have zeros and the largest byte in them. */
const texts = fc.record({
  beginning: fc.uint8Array({ maxLength: 30 }),
  endings: fc.array(
    fc.record({
      kept: fc.constantFrom(1, 1, 1, 0.5),
      rest: fc.array(fc.constantFrom(0, 97, 98, 255), { maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 40 },
  ),
}).map(({ beginning, endings }) =>
  endings.map(({ kept, rest }) =>
    Uint8Array.from([...beginning.subarray(0, Math.floor(beginning.length * kept)), ...rest])
  )
);

Deno.test("BytesBounds finds the first and the last text, by kernels and without, over all pages", () => {
  const memory = new KernelMemory();
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 3 }), (pages) => {
      memory.clear();
      const sorted = pages.flat().sort((a, b) => Buffer.compare(a, b));
      for (const take of [(length: number) => memory.take(length), newBytes]) {
        const tracker = new BytesBounds("binary");
        tracker.reset();
        for (const page of pages) {
          tracker.add({ kind: "bytes", data: plainOf(page, take) }, page.length);
        }
        const { min, max } = tracker.bounds()!;
        assert.deepEqual([min, max], [sorted[0], sorted.at(-1)]);
      }
    }),
    { numRuns: 300 },
  );
});

function newBytes(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(length);
}

function plainOf(
  texts: readonly Uint8Array[],
  take: (length: number) => Uint8Array<ArrayBuffer>,
): Uint8Array {
  const bytes = take(texts.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (const text of texts) {
    view.setUint32(at, text.length, true);
    bytes.set(text, at + 4);
    at += 4 + text.length;
  }
  return bytes;
}
