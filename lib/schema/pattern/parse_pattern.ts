/** One form of the texts of a pattern: the characters that may stand in each place. */
export type PatternForm = readonly string[];

/** The forms of a pattern, or where and why a text is none. */
export type ParsedPattern =
  | { readonly forms: readonly PatternForm[]; readonly fault: null }
  | { readonly forms: null; readonly fault: { readonly reason: string; readonly at: number } };

/** Forms of one pattern; a repeat of `{1,4}` has four. */
export const FORM_COUNT_MAX = 1_000;

/** Characters of one text. */
export const TEXT_LENGTH_MAX = 1_000;

/** Characters to choose from, in all places of all forms. */
const CHOICE_COUNT_MAX = 500_000;

function choiceCount(forms: readonly PatternForm[]): number {
  let count = 0;
  for (const form of forms) for (const place of form) count += place.length;
  return count;
}

/** How often `*` and `+` repeat at most, as nothing says. */
const OPEN_REPEAT_MAX = 8;

/**
 * Reads a pattern: letters, classes, groups, alternatives, counted repeats, escapes.
 *
 * @param text A regular expression of that kind, `[A-Z]{2}-\d{4}|X`.
 * @returns Every form of its texts, none twice; or the offset of what patterns do not have.
 *
 * @example
 * ```ts
 * parsePattern("[ab]-\\d").forms; // [["ab", "-", "0123456789"]]
 * ```
 */
export function parsePattern(text: string): ParsedPattern {
  try {
    const forms = new PatternReader(text).whole();
    if (choiceCount(forms) > CHOICE_COUNT_MAX) {
      throw new PatternFault("it has too many characters to choose from", 0);
    }
    const distinct = new Map(forms.map((form) => [JSON.stringify(form), form]));
    return { forms: [...distinct.values()], fault: null };
  } catch (error) {
    if (!(error instanceof PatternFault)) throw error;
    return { forms: null, fault: { reason: error.message, at: error.at } };
  }
}

class PatternFault extends Error {
  override readonly name = "PatternFault";
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["d", DIGITS],
  ["w", `${LOWER}${UPPER}${DIGITS}_`],
  ["s", " "],
  ["t", "\t"],
]);
/** What `.` and negated classes choose from. */
const PRINTABLE = Array.from({ length: 95 }, (_, code) => String.fromCharCode(32 + code)).join("");
const NESTING_MAX = 50;

class PatternReader {
  readonly #characters: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#characters = [...text];
  }

  whole(): readonly PatternForm[] {
    const forms = this.#alternatives();
    if (this.#at < this.#characters.length) this.#refuse("a ')' without its '('");
    return forms;
  }

  get #next(): string | undefined {
    return this.#characters[this.#at];
  }

  #accept(character: string): boolean {
    if (this.#next !== character) return false;
    this.#at++;
    return true;
  }

  #refuse(reason: string, at = this.#at): never {
    throw new PatternFault(reason, at);
  }

  #alternatives(): readonly PatternForm[] {
    if (++this.#depth > NESTING_MAX) this.#refuse("it nests too deeply");
    const forms = [...this.#sequence()];
    while (this.#accept("|")) forms.push(...this.#sequence());
    this.#depth--;
    return this.#limited(forms);
  }

  #limited(forms: readonly PatternForm[]): readonly PatternForm[] {
    if (forms.length > FORM_COUNT_MAX) {
      this.#refuse(`it has more than ${FORM_COUNT_MAX} forms; give repeats a fixed count`);
    }
    const placeCount = forms.reduce((sum, { length }) => sum + length, 0);
    if (placeCount > CHOICE_COUNT_MAX) this.#refuse("it has too many characters to choose from");
    if (forms.some(({ length }) => length > TEXT_LENGTH_MAX)) {
      this.#refuse(`it makes texts of more than ${TEXT_LENGTH_MAX} characters`);
    }
    return forms;
  }

  #sequence(): readonly PatternForm[] {
    let forms: readonly PatternForm[] = [[]];
    while (this.#next !== undefined && this.#next !== "|" && this.#next !== ")") {
      const part = this.#repeated();
      forms = this.#joined(forms, part);
    }
    return forms;
  }

  #joined(left: readonly PatternForm[], right: readonly PatternForm[]): readonly PatternForm[] {
    if (left.length * right.length > FORM_COUNT_MAX) {
      this.#refuse(`it has more than ${FORM_COUNT_MAX} forms; give repeats a fixed count`);
    }
    return this.#limited(left.flatMap((one) => right.map((other) => [...one, ...other])));
  }

  #repeated(): readonly PatternForm[] {
    const part = this.#part();
    const [least, most] = this.#count();
    if (least === 1 && most === 1) return part;
    let forms: readonly PatternForm[] = [[]];
    const all: PatternForm[] = least === 0 ? [[]] : [];
    for (let times = 1; times <= most; times++) {
      forms = this.#joined(forms, part);
      if (times >= least) all.push(...forms);
      this.#limited(all);
    }
    return all;
  }

  #count(): readonly [least: number, most: number] {
    const counts = this.#plainCount();
    // Lazy and possessive forms match the same texts.
    if (counts !== null && !this.#accept("?")) this.#accept("+");
    return counts ?? [1, 1];
  }

  #plainCount(): readonly [least: number, most: number] | null {
    const from = this.#at;
    if (this.#accept("?")) return [0, 1];
    if (this.#accept("*")) return [0, OPEN_REPEAT_MAX];
    if (this.#accept("+")) return [1, OPEN_REPEAT_MAX];
    if (!this.#accept("{")) return null;
    const close = this.#characters.indexOf("}", this.#at);
    const inner = close < 0 ? "" : this.#characters.slice(this.#at, close).join("");
    const match = /^(\d{1,4})(,(\d{0,4}))?$/.exec(inner);
    if (match === null) this.#refuse("a count such as {3} or {2,5} was expected", from);
    this.#at = close + 1;
    const least = Number(match[1]);
    const most = match[2] === undefined
      ? least
      : match[3] === ""
      ? least + OPEN_REPEAT_MAX
      : Number(match[3]);
    if (most < least) this.#refuse("the count runs backwards", from);
    if (most > TEXT_LENGTH_MAX) this.#refuse(`${most} characters are too many`, from);
    return [least, most];
  }

  #part(): readonly PatternForm[] {
    const from = this.#at;
    const character = this.#next!;
    this.#at++;
    switch (character) {
      case "(":
        return this.#group(from);
      case "[":
        return [[this.#class(from)]];
      case "\\":
        return [[this.#escape(from)]];
      case ".":
        return [[`${UPPER}${LOWER}${DIGITS}`]];
      case "^":
        if (from > 0 && this.#characters[from - 1] !== "(") this.#refuse("'^' inside a text", from);
        return [[]];
      case "$":
        if (this.#next !== undefined && this.#next !== ")" && this.#next !== "|") {
          this.#refuse("'$' inside a text", from);
        }
        return [[]];
      case "*":
      case "+":
      case "?":
      case "{":
        return this.#refuse(`nothing stands before '${character}' to repeat`, from);
      default:
        return [[character]];
    }
  }

  #group(from: number): readonly PatternForm[] {
    if (this.#accept("?") && !this.#accept(":")) this.#refuse("'(?' begins no group here", from);
    const forms = this.#alternatives();
    if (!this.#accept(")")) this.#refuse("the '(' is not closed", from);
    return forms;
  }

  #escape(from: number): string {
    const character = this.#next;
    if (character === undefined) this.#refuse("nothing stands behind '\\'", from);
    this.#at++;
    const known = ESCAPES.get(character);
    if (known !== undefined) return known;
    if (/[A-Za-z0-9]/.test(character)) {
      this.#refuse(`'\\${character}' is none of \\d, \\w, \\s`, from);
    }
    return character;
  }

  #class(from: number): string {
    const negated = this.#accept("^");
    const allowed = new Set<string>();
    for (let first = true; first || this.#next !== "]"; first = false) {
      if (this.#next === undefined) this.#refuse("the '[' is not closed", from);
      this.#classPart(allowed, from);
    }
    this.#at++;
    const characters = negated ? [...PRINTABLE].filter((each) => !allowed.has(each)) : [...allowed];
    if (characters.length === 0) this.#refuse("the class allows no character", from);
    return characters.join("");
  }

  #classPart(allowed: Set<string>, from: number): void {
    const low = this.#classCharacters();
    const isRange = low.length === 1 && this.#next === "-" &&
      this.#characters[this.#at + 1] !== undefined && this.#characters[this.#at + 1] !== "]";
    if (!isRange) {
      for (const character of low) allowed.add(character);
      return;
    }
    this.#at++;
    const high = this.#classCharacters();
    const [first, last] = [low[0]!.codePointAt(0)!, high[0]!.codePointAt(0)!];
    if (high.length > 1 || last < first) this.#refuse("a range of characters runs backwards", from);
    if (last - first > 1000) this.#refuse("a range has more than 1,000 characters", from);
    for (let code = first; code <= last; code++) allowed.add(String.fromCodePoint(code));
  }

  #classCharacters(): readonly string[] {
    const from = this.#at;
    const character = this.#next!;
    this.#at++;
    return character === "\\" ? [...this.#escape(from)] : [character];
  }
}
