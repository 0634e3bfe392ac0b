import assert from "node:assert/strict";
import fc from "fast-check";
import { BufferedSink } from "./buffered_sink.ts";

Deno.test("BufferedSink hands on every byte in order, whatever the sizes of the writes", () => {
  const sizes = fc.array(fc.oneof(fc.nat(100), fc.nat(300_000)), { maxLength: 12 });
  fc.assert(
    fc.property(sizes, (lengths) => {
      const parts: Uint8Array[] = [];
      const sink = new BufferedSink({ write: (bytes) => void parts.push(bytes.slice()) });
      const written = lengths.map((length, i) => new Uint8Array(length).fill(i + 1));
      for (const bytes of written) sink.write(bytes);
      sink.flush();
      const length = lengths.reduce((sum, each) => sum + each, 0);
      assert.equal(sink.position, length);
      assert.deepEqual(joined(parts), joined(written));
    }),
    { numRuns: 30 },
  );
});

Deno.test("BufferedSink gathers small writes into one", () => {
  let calls = 0;
  const sink = new BufferedSink({ write: () => void calls++ });
  for (let i = 0; i < 1000; i++) sink.write(new Uint8Array(30));
  sink.flush();
  sink.flush();
  assert.equal(calls, 1);
});

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
