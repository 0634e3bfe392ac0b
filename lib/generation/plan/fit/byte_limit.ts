import type { LogicalType } from "../../../schema/mod.ts";

/**
 * The most bytes a text of this type may have. A limit in characters is kept as one in bytes, which
 * is never longer: Redshift counts bytes, the others characters, and both must hold.
 *
 * @returns Bytes, or null when there is no limit.
 */
export function bytesMaxOf(type: LogicalType): number | null {
  return type.kind === "string" || type.kind === "binary" ? type.maxLength : null;
}

/**
 * Cuts a text to a number of UTF-8 bytes, never inside a character.
 *
 * @param text Any text.
 * @param bytesMax The limit; null leaves the text as it is.
 */
export function cutToBytes(text: string, bytesMax: number | null): string {
  if (bytesMax === null) return text;
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += bytesOf(character.codePointAt(0)!);
    if (bytes > bytesMax) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

/** UTF-8 bytes of a text. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character.codePointAt(0)!);
  return bytes;
}

/** Lists of words are measured often; this is ten times as fast as encoding them. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
