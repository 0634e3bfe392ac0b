import assert from "node:assert/strict";
import { KernelMemory, kernelsOver } from "./mod.ts";

Deno.test("KernelMemory hands out arrays that kernels reach, apart from each other and aligned", () => {
  const memory = new KernelMemory();
  assert.ok(memory.accelerated);
  const arrays = [0, 1, 63, 64, 65, 1000].map((length) => memory.take(length));
  arrays.forEach((array, index) => {
    assert.notEqual(kernelsOver(array), null);
    assert.equal(array.byteOffset % 64, 0);
    const next = arrays[index + 1];
    if (next) {
      assert.ok(next.byteOffset >= array.byteOffset + array.length + 64, "with room behind");
    }
  });
});

Deno.test("kernelsOver finds no functions for arrays of two memories, or of none", () => {
  const [one, other] = [new KernelMemory().take(16), new KernelMemory().take(16)];
  assert.notEqual(kernelsOver(one, one, one), null);
  assert.equal(kernelsOver(one, other), null);
  assert.equal(kernelsOver(one, one, new Uint8Array(16)), null);
  assert.equal(kernelsOver(new Uint8Array(16)), null);
});

Deno.test("KernelMemory that is full hands out ordinary arrays, and its own again once cleared", () => {
  const memory = new KernelMemory();
  const whole = memory.take(100_000_000);
  assert.notEqual(kernelsOver(whole), null);
  const overflow = memory.take(100_000_000);
  assert.equal(overflow.length, 100_000_000);
  assert.equal(kernelsOver(overflow), null);
  assert.notEqual(kernelsOver(memory.take(1000)), null, "what still has room gets it");
  memory.clear();
  assert.equal(memory.take(8).byteOffset, whole.byteOffset);
});

Deno.test("KernelMemory touches no more memory than is used", () => {
  const before = Deno.memoryUsage().rss;
  const memories = Array.from({ length: 5 }, () => new KernelMemory());
  for (const memory of memories) memory.take(10_000).fill(1);
  assert.ok(Deno.memoryUsage().rss - before < 60e6, "five times 128 MiB are reserved, not taken");
});
