import assert from "node:assert/strict";
import { commandHelp } from "./command_help.ts";

Deno.test("commandHelp has every command, each with what it is for and an example", async () => {
  const commands = await commandHelp();
  const names = commands.map(({ name }) => name);
  assert.ok(names.includes("dw-sim experiment import-sql"));
  assert.equal(names[0], "dw-sim");
  assert.equal(new Set(names).size, names.length);
  for (const { name, help } of commands) {
    assert.ok(help.includes("Usage: "), name);
    const holdsOthers = names.some((other) => other.startsWith(`${name} `));
    assert.ok(holdsOthers || /\nExamples?:\n {2}\$ dw-sim /.test(help), `${name} has no example`);
  }
});
