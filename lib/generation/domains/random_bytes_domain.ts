import type { PageValues } from "../../columns/mod.ts";
import { kernelsOver } from "../../kernels/mod.ts";
import { hashRows } from "../random/hash_rows.ts";
import type { RandomKey } from "../random/random_key.ts";
import { PAGE_ROWS_MAX, type RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { DomainKernel } from "./domain_kernel.ts";

/**
 * Random bytes. The first word is the ordinal hashed by a bijection, so distinct ordinals below 2^32
 * have distinct bytes.
 */
export class RandomBytesDomain implements DomainKernel {
  readonly #form: ByteForm;
  readonly #keys: readonly RandomKey[];
  readonly #hashes: Uint32Array;
  readonly #data: Uint8Array<ArrayBuffer>;

  constructor(form: ByteForm, [keyA, keyB]: RandomKey, scratch: Scratch) {
    this.#form = form;
    this.#keys = Array.from(
      { length: Math.ceil(form.length / 4) },
      (_, word) => [keyA + word, keyB],
    );
    // One word over, since the last word of the last value may reach past its end.
    this.#data = scratch.uint8(PAGE_ROWS_MAX * stride(form) + 4);
    this.#hashes = scratch.uint32();
  }

  values(ordinals: RowBatch): PageValues {
    const form = this.#form;
    const step = stride(form);
    const view = new DataView(this.#data.buffer, this.#data.byteOffset, this.#data.byteLength);
    this.#keys.forEach((key, word) => {
      hashRows(ordinals, key, this.#hashes);
      const from = step - form.length + 4 * word;
      const bytes = Math.min(4, form.length - 4 * word);
      storeWords(this.#hashes, view, { from, step, bytes, length: ordinals.length });
    });
    if (form.kind === "uuid") markVersion(this.#data, ordinals.length);
    if (form.kind === "binary") storeLengths(view, form.length, ordinals.length);
    return {
      kind: form.kind === "uuid" ? "fixed" : "bytes",
      data: this.#data.subarray(0, ordinals.length * step),
    };
  }
}

/** `uuid`: 16 bytes a value. `binary`: values behind their lengths, as PLAIN BYTE_ARRAY wants them. */
export interface ByteForm {
  readonly kind: "uuid" | "binary";
  readonly length: number;
}

function stride({ kind, length }: ByteForm): number {
  return kind === "uuid" ? length : length + 4;
}

interface WordStore {
  readonly from: number;
  readonly step: number;
  readonly bytes: number;
  readonly length: number;
}

function storeWords(hashes: Uint32Array, view: DataView, store: WordStore): void {
  const { from, step, bytes, length } = store;
  const kernels = kernelsOver(hashes, view);
  if (kernels !== null && bytes === 4) {
    return kernels.storeWords(hashes.byteOffset, length, step, view.byteOffset + from);
  }
  for (let i = 0, at = from; i < length; i++, at += step) {
    const hash = hashes[i]!;
    if (bytes === 4) view.setUint32(at, hash, true);
    else for (let byte = 0; byte < bytes; byte++) view.setUint8(at + byte, hash >>> (8 * byte));
  }
}

/** RFC 9562, section 5.4: version 4 in the seventh byte, variant 10 in the ninth. */
function markVersion(data: Uint8Array, length: number): void {
  const kernels = kernelsOver(data);
  if (kernels !== null) return kernels.markUuids(data.byteOffset, length);
  for (let i = 0, at = 0; i < length; i++, at += 16) {
    data[at + 6] = (data[at + 6]! & 0x0f) | 0x40;
    data[at + 8] = (data[at + 8]! & 0x3f) | 0x80;
  }
}

function storeLengths(view: DataView, byteLength: number, length: number): void {
  for (let i = 0, at = 0; i < length; i++, at += byteLength + 4) {
    view.setUint32(at, byteLength, true);
  }
}
