/** Characters that take no room: marks that combine, joiners, variation selectors. */
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\ufe00-\ufe0f]/u;

/** Characters that take two columns. Spec: UAX #11, its wide and fullwidth ranges, abridged. */
const DOUBLE_WIDTH =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;

const PLAIN_ASCII = /^[\x20-\x7e]*$/;
const ELLIPSIS = "…";

/**
 * Makes a value fit to stand in one line of a terminal: no character of it can move the cursor or
 * change a colour.
 */
export function visible(text: string): string {
  if (PLAIN_ASCII.test(text)) return text;
  // deno-lint-ignore no-control-regex
  return text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, picture);
}

/** Columns that a visible text takes. */
export function textWidth(text: string): number {
  if (PLAIN_ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Cuts a visible text to so many columns, with an ellipsis for what is gone. */
export function fitWidth(text: string, widthMax: number): string {
  if (textWidth(text) <= widthMax) return text;
  let width = 0;
  let kept = "";
  for (const character of text) {
    width += characterWidth(character);
    if (width > widthMax - 1) break;
    kept += character;
  }
  return kept + ELLIPSIS;
}

function characterWidth(character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  return DOUBLE_WIDTH.test(character) ? 2 : 1;
}

/** The pictures of Unicode's Control Pictures block; a question mark for what has none. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x0a) return "⏎";
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}
