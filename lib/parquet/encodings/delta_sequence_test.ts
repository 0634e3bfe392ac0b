import assert from "node:assert/strict";
import fc from "fast-check";
import { ByteBuffer } from "../bytes/byte_buffer.ts";
import { encodeDeltaInt32 } from "./delta_int32.ts";
import { encodeDeltaInt64 } from "./delta_int64.ts";
import { encodeDeltaSequence } from "./delta_sequence.ts";
import { expandSequence } from "./expand_sequence.ts";

const sequence = fc.record({
  first: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  step: fc.integer({ min: -5000, max: 5000 }),
  count: fc.integer({ min: 0, max: 400 }),
});

for (
  const [physical, encode] of [["INT32", encodeDeltaInt32], ["INT64", encodeDeltaInt64]] as const
) {
  Deno.test(`encodeDeltaSequence gives the bytes of its ${physical} values encoded one by one`, () => {
    const column = { name: "c", physical, nullable: false, encoding: "PLAIN" } as const;
    fc.assert(fc.property(sequence, (each) => {
      const values = expandSequence(each, column, new ByteBuffer());
      assert.ok(values.kind === "int32" || values.kind === "int64");
      const start = each.count === 0 ? 0 : each.first;
      assert.deepEqual(
        encodeDeltaSequence({ ...each, first: start }, new ByteBuffer()),
        encode(values.data, each.count, new ByteBuffer()),
      );
    }));
  });
}
