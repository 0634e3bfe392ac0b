const SLOT_COUNT_MIN = 1_024;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Every distinct word of a text once, whatever its case. A file says the same few words again and
 * again: looking them up by their characters makes no string for any but the first.
 */
export class WordTable {
  /** Open addressing: number of a word, 0 where a slot is free. */
  #slots = new Uint32Array(SLOT_COUNT_MIN);
  readonly #hashes: number[] = [0];
  readonly #uppers: string[] = [""];
  readonly #lowers: string[] = [""];
  /** Words with letters beyond ASCII, whose case is not a matter of one bit. */
  readonly #others = new Map<string, number>();

  /**
   * Finds or adds the word at `[start, end)` of a text.
   *
   * @returns Its number, at least 1.
   */
  intern(text: string, start: number, end: number): number {
    let hash = FNV_OFFSET;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) return this.#internOther(text.slice(start, end));
      hash = Math.imul(hash ^ upperCode(code), FNV_PRIME);
    }
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask;; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]!;
      if (number === 0) return this.#add(text.slice(start, end), { hash, slot });
      if (this.#hashes[number] === hash && isSame(this.#uppers[number]!, text, start, end)) {
        return number;
      }
    }
  }

  /** The word in upper case; empty for number 0. */
  upper(number: number): string {
    return this.#uppers[number]!;
  }

  /** The word in lower case; empty for number 0. */
  lower(number: number): string {
    return this.#lowers[number]!;
  }

  #add(word: string, at: { readonly hash: number; readonly slot: number }): number {
    const number = this.#keep(word, at.hash);
    this.#slots[at.slot] = number;
    if (number * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #internOther(word: string): number {
    const known = this.#others.get(word);
    if (known !== undefined) return known;
    const number = this.#keep(word, 0);
    this.#others.set(word, number);
    return number;
  }

  #keep(word: string, hash: number): number {
    this.#hashes.push(hash);
    this.#uppers.push(word.toUpperCase());
    this.#lowers.push(word.toLowerCase());
    return this.#uppers.length - 1;
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (const number of this.#slots) {
      if (number === 0) continue;
      let slot = spread(this.#hashes[number]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

function isSame(upper: string, text: string, start: number, end: number): boolean {
  if (upper.length !== end - start) return false;
  for (let i = 0; i < upper.length; i++) {
    if (upper.charCodeAt(i) !== upperCode(text.charCodeAt(start + i))) return false;
  }
  return true;
}

function upperCode(code: number): number {
  return code >= 97 && code <= 122 ? code - 32 : code;
}

/** The low bits of this hash alone repeat for words that differ in their last letters only. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
