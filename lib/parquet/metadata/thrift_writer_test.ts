import assert from "node:assert/strict";
import { ThriftWriter } from "./thrift_writer.ts";

// Expected bytes follow the definition of the compact protocol: a field's header is the distance to
// the field before, shifted by four, and a type: 1 and 2 true and false, 5 i32, 8 binary, 9 list,
// 12 struct; 0 ends a struct.

function written(fields: (thrift: ThriftWriter) => void): number[] {
  const thrift = new ThriftWriter();
  return [...thrift.root(() => fields(thrift))];
}

Deno.test("ThriftWriter writes scalars in zigzag and booleans in their header", () => {
  const bytes = written((thrift) => {
    thrift.int32(1, -3);
    thrift.bool(3, true);
    thrift.bool(4, false);
    thrift.int64(5, 300);
  });
  assert.deepEqual(bytes, [0x15, 5, 0x21, 0x12, 0x16, 0xd8, 0x04, 0]);
});

Deno.test("ThriftWriter writes the number of a field that is more than fifteen away", () => {
  assert.deepEqual(written((thrift) => thrift.int32(16, 1)), [0x05, 32, 2, 0]);
});

Deno.test("ThriftWriter counts fields afresh inside a struct and goes on after it", () => {
  const bytes = written((thrift) => {
    thrift.struct(2, () => thrift.int32(1, 1));
    thrift.int32(3, 2);
  });
  assert.deepEqual(bytes, [0x2c, 0x15, 2, 0, 0x15, 4, 0]);
});

Deno.test("ThriftWriter writes lists, short ones with their length in the header", () => {
  assert.deepEqual(written((thrift) => thrift.int32s(1, [1, 2])), [0x19, 0x25, 2, 4, 0]);
  assert.deepEqual(written((thrift) => thrift.texts(1, ["a"])), [0x19, 0x18, 1, 97, 0]);
  const long = written((thrift) => thrift.int32s(1, new Array(20).fill(0)));
  assert.deepEqual(long.slice(0, 3), [0x19, 0xf5, 20]);
});

Deno.test("ThriftWriter holds more than it had room for, and can start again", () => {
  const thrift = new ThriftWriter();
  const text = "ü".repeat(5000);
  assert.equal(thrift.root(() => thrift.text(1, text)).length, 10_000 + 4);
  assert.deepEqual([...thrift.root(() => {})], [0]);
});
