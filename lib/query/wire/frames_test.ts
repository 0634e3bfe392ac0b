import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { FrameReader, messageOf, writeFrame, writeMessage } from "./frames.ts";

Deno.test("frames arrive as they were sent, however the stream is cut", async () => {
  const sizes = fc.array(fc.nat(300), { maxLength: 6 });
  await fc.assert(fc.asyncProperty(sizes, fc.integer({ min: 1, max: 50 }), async (each, cut) => {
    const sent: number[] = [];
    const write = (bytes: Uint8Array) => Promise.resolve(void sent.push(...bytes));
    for (const size of each) {
      await writeFrame(write, { kind: "batch", bytes: new Uint8Array(size).fill(size) });
    }
    await writeMessage(write, { kind: "é", size: each.length });
    const reader = readerOf(sent, cut);
    for (const size of each) {
      const frame = await reader.next();
      equal(frame?.kind, "batch");
      deepEqual([...frame!.bytes], new Array(size).fill(size & 255));
    }
    deepEqual(messageOf((await reader.next())!), { kind: "é", size: each.length });
    equal(await reader.next(), null);
  }));
});

Deno.test("a stream that breaks off, or is none of ours, has no frame", async () => {
  const sent: number[] = [];
  await writeMessage((bytes) => Promise.resolve(void sent.push(...bytes)), { a: 1 });
  for (let length = 0; length < sent.length; length++) {
    equal(await readerOf(sent.slice(0, length), 3).next(), null);
  }
  equal(await readerOf([...new TextEncoder().encode("error: no such file\n")], 3).next(), null);
});

function readerOf(bytes: readonly number[], cut: number): FrameReader {
  let at = 0;
  return new FrameReader(() => {
    const piece = new Uint8Array(bytes.slice(at, at += cut));
    return Promise.resolve(piece.byteLength === 0 ? null : piece);
  });
}
