import { equal } from "node:assert/strict";
import { QueryClock } from "./_query_clock.ts";

const LIMIT_MS = 400;

function sleep(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}

Deno.test("a query's clock adds up what it works, however often its reader rests", async () => {
  const clock = new QueryClock(LIMIT_MS);
  for (let i = 0; i < 4; i++) {
    equal(clock.late.aborted, false);
    await sleep(LIMIT_MS / 10);
    clock.wait();
    await sleep(LIMIT_MS / 2);
    clock.work();
  }
  equal(clock.late.aborted, false);
  await sleep(LIMIT_MS);
  equal(clock.late.aborted, true);
});

Deno.test("a query's clock ends the wait for a reader who has stopped", async () => {
  const clock = new QueryClock(LIMIT_MS);
  clock.wait();
  await sleep(LIMIT_MS * 2);
  equal(clock.late.aborted, true);
});

Deno.test("a query's clock that is stopped ends nothing", async () => {
  const clock = new QueryClock(LIMIT_MS);
  clock.stop();
  await sleep(LIMIT_MS * 2);
  equal(clock.late.aborted, false);
});
