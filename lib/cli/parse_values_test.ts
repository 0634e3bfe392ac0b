import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import {
  parseChoice,
  parsePartRows,
  parseRows,
  parseScale,
  parseSeed,
  parseWorkerCount,
} from "./parse_values.ts";

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof DwSimError) return error.code;
    throw error;
  }
  return "accepted";
}

Deno.test("parseRows reads counts for one table and for all", () => {
  const { byTable, everyTable } = parseRows(["orders=1_000_000", "10", "sales.x = 2,000"]);
  assert.equal(everyTable, 10);
  assert.deepEqual([...byTable!], [["orders", 1_000_000], ["sales.x", 2000]]);
  assert.deepEqual(parseRows([]), { byTable: new Map() });
});

Deno.test("parseScale reads numbers above 0, with a fraction or without", () => {
  assert.deepEqual(["10", "0.5", ".25", "1000000"].map(parseScale), [10, 0.5, 0.25, 1_000_000]);
  for (const text of ["0", "-1", "1e3", "x", "", "1000001", "1,5", "Infinity"]) {
    assert.equal(codeOf(() => parseScale(text)), "CLI_NUMBER", text);
  }
});

Deno.test("parseRows refuses what is not a whole number in digits", () => {
  for (
    const text of ["-1", "1e3", "abc", "", "1.5", "0x10", "1__0", "12,34", "t=", "t=-1", "t= "]
  ) {
    assert.equal(codeOf(() => parseRows([text])), "CLI_NUMBER", text);
  }
  assert.equal(codeOf(() => parseRows(["=5"])), "CLI_USAGE");
  assert.equal(codeOf(() => parseRows(["100000000001"])), "CLI_NUMBER");
});

Deno.test("the message names the flag and the text", () => {
  assert.throws(() => parseSeed("-7"), {
    message: /^'-7' cannot be the value of --seed, which is/,
  });
});

Deno.test("numbers of flags keep to their bounds", () => {
  assert.equal(parseSeed("9007199254740991"), Number.MAX_SAFE_INTEGER);
  assert.equal(codeOf(() => parseSeed("9007199254740992")), "CLI_NUMBER");
  assert.equal(codeOf(() => parseWorkerCount("0")), "CLI_NUMBER");
  assert.equal(parsePartRows("262144", 131_072), 262_144);
  assert.equal(codeOf(() => parsePartRows("262145", 131_072)), "CLI_NUMBER");
});

Deno.test("parseChoice takes any case and names the choices", () => {
  const rule = { flag: "--format", choices: ["csv", "json"] } as const;
  assert.equal(parseChoice("CSV", rule), "csv");
  assert.throws(() => parseChoice("xml", rule), { hint: "Choose one of: csv, json" });
});
