import assert from "node:assert/strict";
import { decimalByteWidth } from "./decimal_byte_width.ts";

Deno.test("decimalByteWidth is the fewest bytes that hold every decimal, for 1 to 38 digits", () => {
  for (let precision = 1; precision <= 38; precision++) {
    const width = decimalByteWidth(precision);
    const largest = 10n ** BigInt(precision) - 1n;
    const fits = (bytes: number) => BigInt.asIntN(8 * bytes, largest) === largest;
    assert.ok(fits(width), `${precision} digits in ${width} bytes`);
    assert.ok(!fits(width - 1), `${precision} digits need ${width} bytes`);
  }
});
