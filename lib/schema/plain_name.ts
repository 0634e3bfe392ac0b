import { nameFault } from "./_name_fault.ts";
import { SCHEMA_LIMITS } from "./limits.ts";

/**
 * The nearest name that a hand-written schema may give a table or a column.
 *
 * @param text Any text: a file's name, the head of a CSV's column.
 * @param options `quoted`: the schema follows a warehouse, whose quoted names may hold nearly
 * anything; then the text changes only if it must.
 * @returns The text itself if it is a name already; otherwise letters, digits and underscores.
 *
 * @example
 * ```ts ignore
 * plainName("Order Date", { quoted: false }); // "Order_Date"
 * ```
 */
export function plainName(text: string, { quoted }: { readonly quoted: boolean }): string {
  if (nameFault(text, { quoted }) === null) return text;
  const { nameLengthMax } = SCHEMA_LIMITS;
  const letters = text.normalize("NFC").replace(/[^\p{L}\p{M}\p{Nd}_]+/gu, "_")
    .replace(/^_+|_+$/g, "").slice(0, nameLengthMax - 1);
  if (letters === "") return "unnamed";
  if (nameFault(letters, { quoted }) === null) return letters;
  // It starts with a digit, or is a word of SQL.
  return /^[\p{Nd}\p{M}]/u.test(letters) ? `_${letters}` : `${letters}_`;
}
