/**
 * Takes apart texts as pages hold them.
 *
 * Spec: Parquet Encodings.md, PLAIN: a byte array stands after its length.
 *
 * @param plain The bytes of all values.
 * @returns The bytes of each; copies.
 */
export function plainValues(plain: Uint8Array): Uint8Array[] {
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const values: Uint8Array[] = [];
  for (let at = 0; at < plain.length;) {
    const length = view.getUint32(at, true);
    values.push(plain.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return values;
}
