/**
 * Whether a declared type is PostgreSQL's array of one dimension: `text[]`, `integer[3]`,
 * `date ARRAY`.
 *
 * @param type The type as people declared it.
 */
export function isListType(type: string): boolean {
  return /^[^[\]]+(?:\[\d*\]|\s+ARRAY(?:\[\d*\])?)$/i.test(type.trim());
}
