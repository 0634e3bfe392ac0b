import assert from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { parseExperimentName } from "./parse_experiment_name.ts";

for (const name of ["retail", "_a", "Retail_2024", "a".repeat(63)]) {
  Deno.test(`parseExperimentName: takes '${name}'`, () => {
    assert.equal(parseExperimentName(name), name);
  });
}

const REFUSED: readonly [name: string, reason: RegExp][] = [
  ["", /it is empty/],
  ["../x", /the character "\."/],
  ["a/b", /the character "\/"/],
  ["a\\b", /the character "\\\\"/],
  ["a\0b", /the character "\\u0000"/],
  ["a b", /a space/],
  ["größe", /the character "ö"/],
  ["1a", /starts with a digit/],
  ["a".repeat(64), /63 is the limit/],
  ["table", /reserved word/],
  ["CON", /Windows/],
];

for (const [name, reason] of REFUSED) {
  Deno.test(`parseExperimentName: refuses ${JSON.stringify(name)}, saying ${reason.source}`, () => {
    assert.throws(
      () => parseExperimentName(name),
      (error) =>
        error instanceof DwSimError && error.code === "NAME_INVALID" && reason.test(error.message),
    );
  });
}
