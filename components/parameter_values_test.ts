import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import {
  PARAMETER_CHOICES,
  readValues,
  sentValues,
  type TypedValues,
  writeValues,
} from "./parameter_values.ts";

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
const typed = fc.record({
  type: fc.constantFrom(...PARAMETER_CHOICES.map(({ value }) => value)),
  text: fc.string({ minLength: 1 }),
});

Deno.test("values come back from an address as they were typed", () => {
  fc.assert(fc.property(fc.dictionary(name, typed), (drawn) => {
    const values: TypedValues = { ...drawn };
    const names = Object.keys(values);
    const query = new URLSearchParams(writeValues(names, values).map((each) => ["set", each]));
    deepEqual(readValues(new URLSearchParams(`${query}`).getAll("set")), values);
  }));
});

Deno.test("what is missing is neither sent nor linked, and NULL needs no text", () => {
  const values = readValues(["a=1", "b:date=2024-05-31", "c:null=", "d=", "=x", "9=y", "e:odd=z"]);
  deepEqual(sentValues(["a", "b", "c", "d", "e", "f", "constructor"], values), {
    a: { value: "1" },
    b: { type: "date", value: "2024-05-31" },
    c: { type: "null", value: "" },
    e: { value: "z" },
  });
  equal(writeValues(["d", "toString"], values).length, 0);
});
