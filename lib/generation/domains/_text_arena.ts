/** Bytes that are copied at once; every slot begins at a multiple of it. */
export const BLOCK_BYTES = 16;

/**
 * All the pieces of text that a template puts together, in one buffer: a piece is copied in whole
 * blocks, and what is copied too much is overwritten by the next piece.
 */
export class TextArena {
  readonly #encoder = new TextEncoder();
  readonly #pieces: Uint8Array[] = [];

  /**
   * Adds pieces and numbers them.
   *
   * @returns The slot of the first; the others follow.
   */
  add(pieces: readonly string[]): number {
    const first = this.#pieces.length;
    for (const piece of pieces) this.#pieces.push(this.#encoder.encode(piece));
    return first;
  }

  /** Lays the pieces out for the copying loop: word offsets and byte lengths by slot. */
  finish(): { words: Int32Array; offsets: Uint32Array; lengths: Uint32Array; bytesMax: number } {
    const offsets = new Uint32Array(this.#pieces.length);
    const lengths = Uint32Array.from(this.#pieces, (piece) => piece.length);
    let blocks = 0;
    this.#pieces.forEach((piece, slot) => {
      offsets[slot] = (blocks * BLOCK_BYTES) / 4;
      blocks += Math.max(1, Math.ceil(piece.length / BLOCK_BYTES));
    });
    const bytes = new Uint8Array(blocks * BLOCK_BYTES);
    this.#pieces.forEach((piece, slot) => bytes.set(piece, offsets[slot]! * 4));
    const bytesMax = lengths.reduce((most, length) => Math.max(most, length), 0);
    return { words: new Int32Array(bytes.buffer), offsets, lengths, bytesMax };
  }
}
