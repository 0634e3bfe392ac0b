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
  if (bytesMax === null || text.length * 3 <= bytesMax) return text;
  const target = new Uint8Array(Math.min(bytesMax, text.length * 3));
  const { read } = new TextEncoder().encodeInto(text, target);
  return text.slice(0, read);
}

/** UTF-8 bytes of a text. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
