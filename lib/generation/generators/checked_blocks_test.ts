import assert from "node:assert/strict";
import { checkedBlocks } from "./checked_blocks.ts";

Deno.test("checkedBlocks gives distinct blocks of one width whose sums leave the remainder", () => {
  const contribution = (digit: number, index: number) => digit * (index % 2 === 0 ? 3 : 1);
  const spec = { prefix: "2", width: 5, count: 1000, remainder: 4, contribution };
  const blocks = checkedBlocks(spec);
  assert.equal(new Set(blocks).size, 1000);
  assert.deepEqual(blocks, [...blocks].sort());
  for (const block of blocks) {
    assert.match(block, /^2\d{4}$/);
    const sum = [...block].reduce((total, digit, i) => total + contribution(Number(digit), i), 0);
    assert.equal(sum % 10, 4);
  }
});
