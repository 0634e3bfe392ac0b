import assert from "node:assert/strict";
import { currentOwner, isOwnerAlive } from "./run_owner.ts";

const NOW_MS = Date.UTC(2026, 5, 1);
const at = (ageMs: number): string => new Date(NOW_MS - ageMs).toISOString();

Deno.test("isOwnerAlive finds this process alive, whatever its last heartbeat", {
  ignore: Deno.build.os !== "linux",
}, () => {
  assert.equal(isOwnerAlive(currentOwner(), at(3_600_000), NOW_MS), true);
});

Deno.test("isOwnerAlive tells a process from an earlier one with the same pid", {
  ignore: Deno.build.os !== "linux",
}, () => {
  assert.equal(isOwnerAlive({ ...currentOwner(), startedAt: "1" }, at(0), NOW_MS), false);
});

Deno.test("isOwnerAlive finds a killed process dead at once, fresh as its heartbeat may be", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  const child = new Deno.Command("sleep", { args: ["60"] }).spawn();
  const fields = Deno.readTextFileSync(`/proc/${child.pid}/stat`).split(" ");
  const owner = { ...currentOwner(), pid: child.pid, startedAt: fields[21]! };
  assert.equal(isOwnerAlive(owner, at(0), NOW_MS), true);
  child.kill("SIGKILL");
  await child.status;
  assert.equal(isOwnerAlive(owner, at(0), NOW_MS), false);
});

Deno.test("isOwnerAlive goes by the heartbeat for an owner on another host", () => {
  const elsewhere = { ...currentOwner(), host: "elsewhere" };
  assert.equal(isOwnerAlive(elsewhere, at(29_000), NOW_MS), true);
  assert.equal(isOwnerAlive(elsewhere, at(31_000), NOW_MS), false);
});
