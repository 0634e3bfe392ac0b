const SLOT_COUNT_MIN = 1_024;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Every distinct word of a text once, whatever its case. A file says the same few words again and
 * again: looking them up by their characters makes no string for any but the first.
 */
export class WordTable {
  readonly #text: string;
  /** Open addressing: number of a word, 0 where a slot is free. */
  #slots = new Uint32Array(SLOT_COUNT_MIN);
  readonly #hashes: number[] = [0];
  /** Where each word stands first. */
  readonly #starts: number[] = [0];
  readonly #ends: number[] = [0];
  /** Made when they are asked for first. */
  readonly #uppers: (string | undefined)[] = [""];
  readonly #lowers: (string | undefined)[] = [""];
  /** Words with letters beyond ASCII, whose case is not a matter of one bit. */
  readonly #others = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Finds or adds the word at `[start, end)` of the text.
   *
   * @returns Its number, at least 1.
   */
  intern(start: number, end: number): number {
    let hash = FNV_OFFSET;
    for (let i = start; i < end; i++) {
      const code = this.#text.charCodeAt(i);
      if (code >= 0x80) return this.#internOther(start, end);
      hash = Math.imul(hash ^ upperCode(code), FNV_PRIME);
    }
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask;; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]!;
      if (number === 0) return this.#add(start, end, { hash, slot });
      if (this.#hashes[number] === hash && this.#isSame(number, start, end)) return number;
    }
  }

  /** The word in upper case; empty for number 0. */
  upper(number: number): string {
    return this.#uppers[number] ??= this.#spelling(number).toUpperCase();
  }

  /** The word in lower case; empty for number 0. */
  lower(number: number): string {
    return this.#lowers[number] ??= this.#spelling(number).toLowerCase();
  }

  #spelling(number: number): string {
    return this.#text.slice(this.#starts[number], this.#ends[number]);
  }

  #isSame(number: number, start: number, end: number): boolean {
    const known = this.#starts[number]!;
    if (this.#ends[number]! - known !== end - start) return false;
    for (let i = 0; i < end - start; i++) {
      const code = this.#text.charCodeAt(start + i);
      if (upperCode(this.#text.charCodeAt(known + i)) !== upperCode(code)) return false;
    }
    return true;
  }

  #add(
    start: number,
    end: number,
    at: { readonly hash: number; readonly slot: number },
  ): number {
    const number = this.#keep(start, end, at.hash);
    this.#slots[at.slot] = number;
    if (number * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #internOther(start: number, end: number): number {
    const word = this.#text.slice(start, end);
    const known = this.#others.get(word);
    if (known !== undefined) return known;
    const number = this.#keep(start, end, 0);
    this.#others.set(word, number);
    return number;
  }

  #keep(start: number, end: number, hash: number): number {
    this.#hashes.push(hash);
    this.#starts.push(start);
    this.#ends.push(end);
    this.#uppers.push(undefined);
    this.#lowers.push(undefined);
    return this.#hashes.length - 1;
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

function upperCode(code: number): number {
  return code >= 97 && code <= 122 ? code - 32 : code;
}

/** The low bits of this hash alone repeat for words that differ in their last letters only. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
