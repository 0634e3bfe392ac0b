/** Ordinals and hashes are 32 bits. */
const CHUNK_MAX = 2 ** 32;

/** Places of a form whose characters one 32-bit number decides. */
export interface PatternChunk {
  /** Indices of the places, the last one first. */
  readonly places: readonly number[];
  /** How many texts the places have. */
  readonly size: number;
}

/**
 * Cuts a form into chunks, from its end.
 *
 * @param form The characters of each place.
 * @returns At least one chunk; all together have every place once.
 */
export function patternChunks(form: readonly string[]): readonly PatternChunk[] {
  const chunks: { places: number[]; size: number }[] = [{ places: [], size: 1 }];
  for (let place = form.length - 1; place >= 0; place--) {
    const count = [...form[place]!].length;
    if (chunks.at(-1)!.size * count > CHUNK_MAX) chunks.push({ places: [], size: 1 });
    const chunk = chunks.at(-1)!;
    chunk.places.push(place);
    chunk.size *= count;
  }
  return chunks;
}

/** How many texts of a form can be counted out: those that its first chunk tells apart. */
export function countedSize(form: readonly string[]): number {
  return patternChunks(form)[0]!.size;
}
