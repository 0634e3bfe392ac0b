import { writeVarint, zigzag } from "../bytes/varint.ts";

/** Type codes of the Thrift compact protocol. Spec: apache/thrift, thrift-compact-protocol.md. */
const CODE = {
  true: 1,
  false: 2,
  byte: 3,
  int16: 4,
  int32: 5,
  int64: 6,
  binary: 8,
  list: 9,
  struct: 12,
} as const;

const TEXT = new TextEncoder();
const SCALAR_BYTES_MAX = 24;

/**
 * Writes structs in the Thrift compact protocol, the language of Parquet's metadata. Fields must
 * come in ascending order of their number.
 *
 * @example
 * ```ts
 * import { ThriftWriter } from "./thrift_writer.ts";
 *
 * const thrift = new ThriftWriter();
 * thrift.root(() => thrift.int32(1, 7));
 * console.assert(thrift.bytes().join() === "21,14,0");
 * ```
 */
export class ThriftWriter {
  #bytes = new Uint8Array(256);
  #at = 0;
  #field = 0;

  /** The bytes written since `root` began; valid until it is called again. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  /** Starts afresh with the outermost struct, which `fields` writes. */
  root(fields: () => void): Uint8Array {
    this.#at = 0;
    this.#structBody(fields);
    return this.bytes();
  }

  bool(field: number, value: boolean): void {
    this.#header(field, value ? CODE.true : CODE.false);
  }

  byte(field: number, value: number): void {
    this.#header(field, CODE.byte);
    this.#bytes[this.#at++] = value;
  }

  int16(field: number, value: number): void {
    this.#header(field, CODE.int16);
    this.#varint(zigzag(value));
  }

  int32(field: number, value: number): void {
    this.#header(field, CODE.int32);
    this.#varint(zigzag(value));
  }

  /** @param value An integer of less than 53 bits. */
  int64(field: number, value: number): void {
    this.#header(field, CODE.int64);
    this.#varint(zigzag(value));
  }

  binary(field: number, value: Uint8Array): void {
    this.#header(field, CODE.binary);
    this.#binaryBody(value);
  }

  text(field: number, value: string): void {
    this.binary(field, TEXT.encode(value));
  }

  struct(field: number, fields: () => void): void {
    this.#header(field, CODE.struct);
    this.#structBody(fields);
  }

  structs<Item>(field: number, items: readonly Item[], write: (item: Item) => void): void {
    this.#listHeader(field, { code: CODE.struct, count: items.length });
    for (const item of items) this.#structBody(() => write(item));
  }

  int32s(field: number, items: readonly number[]): void {
    this.#listHeader(field, { code: CODE.int32, count: items.length });
    for (const item of items) {
      this.#reserve(SCALAR_BYTES_MAX);
      this.#varint(zigzag(item));
    }
  }

  texts(field: number, items: readonly string[]): void {
    this.#listHeader(field, { code: CODE.binary, count: items.length });
    for (const item of items) this.#binaryBody(TEXT.encode(item));
  }

  #structBody(fields: () => void): void {
    const outer = this.#field;
    this.#field = 0;
    fields();
    this.#reserve(1);
    this.#bytes[this.#at++] = 0; // the stop field
    this.#field = outer;
  }

  #binaryBody(value: Uint8Array): void {
    this.#reserve(SCALAR_BYTES_MAX + value.length);
    this.#varint(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
  }

  #listHeader(field: number, { code, count }: { code: number; count: number }): void {
    this.#header(field, CODE.list);
    if (count < 15) {
      this.#bytes[this.#at++] = (count << 4) | code;
    } else {
      this.#bytes[this.#at++] = 0xf0 | code;
      this.#varint(count);
    }
  }

  #header(field: number, code: number): void {
    this.#reserve(SCALAR_BYTES_MAX);
    const step = field - this.#field;
    if (step > 0 && step < 16) {
      this.#bytes[this.#at++] = (step << 4) | code;
    } else {
      this.#bytes[this.#at++] = code;
      this.#varint(zigzag(field));
    }
    this.#field = field;
  }

  #varint(value: number): void {
    this.#at = writeVarint(value, { bytes: this.#bytes, at: this.#at });
  }

  #reserve(byteLength: number): void {
    if (this.#at + byteLength <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + byteLength));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
