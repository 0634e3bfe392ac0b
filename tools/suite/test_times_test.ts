import assert from "node:assert/strict";
import { TestTimes } from "./test_times.ts";

Deno.test("TestTimes begins with what is not known, then with what took longest last time", async () => {
  const root = await Deno.makeTempDir();
  try {
    const groups = [["a", "b"], ["c"], ["d"]];
    const first = await TestTimes.read(root);
    assert.deepEqual(first.longestFirst(groups), groups);
    first.tell(["a", "b"], 10.4);
    first.tell(["c"], 700);
    await first.write();
    const second = await TestTimes.read(root);
    assert.deepEqual(second.longestFirst(groups), [["d"], ["c"], ["a", "b"]]);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
