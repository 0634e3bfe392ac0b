import assert from "node:assert/strict";
import { newRunId, parseRunId } from "./run_id.ts";

Deno.test("newRunId leads with the moment of creation in UTC", () => {
  const id = newRunId(Date.UTC(2027, 0, 31, 9, 30, 5, 250));
  assert.match(id, /^20270131-093005-250-[0-9a-z]{8}$/);
});

Deno.test("newRunId ascends within a process even when the clock stands still or goes back", () => {
  const ids = [0, 0, -1000].map((offsetMs) => newRunId(Date.UTC(2030, 0, 1) + offsetMs));
  assert.deepEqual(ids, ids.toSorted());
  assert.equal(new Set(ids).size, ids.length);
});

Deno.test("parseRunId takes what newRunId makes and refuses anything else", () => {
  const id = newRunId(Date.now());
  assert.equal(parseRunId(id), id);
  const hostile = ["", "..", "../../etc", `${id}/..`, `${id}\n`, id.toUpperCase(), `${id}x`];
  for (const text of hostile) {
    assert.throws(() => parseRunId(text), { code: "RUN_ID_INVALID" }, text);
  }
});
