import { createHash } from "node:crypto";

/** Leaves room under the 255 bytes of a file name for suffixes such as `.partial`. */
const LENGTH_MAX = 120;
const HEAD_LENGTH = 80;
const HASH_LENGTH = 32;

/** Folders that Windows refuses to make, whatever the case. */
const DEVICE_NAME = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/**
 * The only way from a name of a user to a folder. ASCII letters, digits, `_` and `-` stay, and every
 * other byte of the name's UTF-8 becomes `%XX`, so that no name reaches outside its place, hides, or
 * means anything to a shell, a glob or Hive's `key=value` folders. Different names get different
 * folders; names that differ only in case differ only in case here too, and no schema holds both.
 *
 * @param name Any text at all.
 * @returns A folder name of 1 to 120 characters.
 * @example
 * ```ts
 * import { folderName } from "./folder_name.ts";
 * folderName("sales"); // "sales"
 * folderName("../a b"); // "%2E%2E%2Fa%20b"
 * ```
 */
export function folderName(name: string): string {
  // No name of a user encodes to a lone "%".
  if (name === "") return "%";
  if (DEVICE_NAME.test(name)) return `${percent(name.charCodeAt(0))}${name.slice(1)}`;
  const encoded = name.isWellFormed() ? encodeUtf8(name) : encodeUtf16(name);
  return encoded.length <= LENGTH_MAX ? encoded : shortened(encoded, name);
}

function encodeUtf8(name: string): string {
  return Array.from(new TextEncoder().encode(name), encodeByte).join("");
}

function encodeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9_-]/.test(character) ? character : percent(byte);
}

/** Half surrogate pairs have no UTF-8: such a name is written by its code units, as `%uXXXX`. */
function encodeUtf16(name: string): string {
  return Array.from(
    { length: name.length },
    (_, i) => `%u${name.charCodeAt(i).toString(16).toUpperCase().padStart(4, "0")}`,
  ).join("");
}

/** `~` stands in no encoded name, so that a shortened one cannot be mistaken for a short one. */
function shortened(encoded: string, name: string): string {
  const head = encoded.slice(0, HEAD_LENGTH).replace(/%[^%]{0,4}$/, "");
  const units = Uint16Array.from(name, (_, i) => name.charCodeAt(i));
  const hash = createHash("sha256").update(new Uint8Array(units.buffer)).digest("hex");
  return `${head}~${hash.slice(0, HASH_LENGTH)}`;
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
