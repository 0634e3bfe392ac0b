/** Codes of the characters that mean something to the lexer. */
export const CODE = {
  exclamation: 33,
  doubleQuote: 34,
  hash: 35,
  dollar: 36,
  percent: 37,
  ampersand: 38,
  quote: 39,
  open: 40,
  close: 41,
  star: 42,
  comma: 44,
  dash: 45,
  slash: 47,
  colon: 58,
  semicolon: 59,
  less: 60,
  upperE: 69,
  upperU: 85,
  openSquare: 91,
  backslash: 92,
  closeSquare: 93,
  backtick: 96,
  lowerE: 101,
  lowerU: 117,
  brace: 123,
} as const;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Also the spaces that word processors and web pages leave in pasted text. */
export function isSpace(code: number): boolean {
  if (code <= 32) return true;
  if (code < 0x80) return false;
  return code === 0x85 || code === 0xa0 || code === 0xfeff || code === 0x3000 ||
    code === 0x1680 || (code >= 0x2000 && code <= 0x200d) || code === 0x2028 ||
    code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x2060;
}

/** Letters, digits, `_`, `$`, `#` and everything beyond ASCII except spaces and curly quotes. */
export function isWordCode(code: number): boolean {
  if (code < 0x80) return ASCII_WORD[code] === 1;
  if (Number.isNaN(code)) return false;
  return !isSpace(code) && !(code >= 0x2018 && code <= 0x201f);
}

const ASCII_WORD = new Uint8Array(128);
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$#") {
  ASCII_WORD[char.charCodeAt(0)] = 1;
}

/** What an array's bracket follows: `)`, `]` and quotes. */
export const ENDS_OPERAND: ReadonlySet<number> = new Set([
  CODE.close,
  CODE.closeSquare,
  CODE.quote,
  CODE.doubleQuote,
]);

/** `# text` and `## text`; `#name` is a temporary table. */
export function isHashComment(next: number): boolean {
  return next === CODE.hash || next === 32 || next === 9;
}
