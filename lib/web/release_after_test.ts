import { equal } from "node:assert/strict";
import { releaseAfter } from "./release_after.ts";

function place(): Disposable & { isFree: boolean } {
  return {
    isFree: false,
    [Symbol.dispose]() {
      this.isFree = true;
    },
  };
}

Deno.test("releaseAfter gives a place back after the last byte, and not before", async () => {
  const held = place();
  const answer = releaseAfter(new Response(ReadableStream.from([new Uint8Array(3)])), held);
  const reader = answer.body!.getReader();
  await reader.read();
  equal(held.isFree, false);
  equal((await reader.read()).done, true);
  equal(held.isFree, true);
});

Deno.test("releaseAfter gives a place back when the client leaves, or nothing is to be sent", async () => {
  const held = place();
  await releaseAfter(new Response(ReadableStream.from([new Uint8Array(3)])), held).body!.cancel();
  equal(held.isFree, true);
  const empty = place();
  releaseAfter(new Response(null), empty);
  equal(empty.isFree, true);
});
