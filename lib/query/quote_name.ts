/**
 * Writes a name so that SQL takes it literally, whatever it holds.
 *
 * @param name Any name, `order "total"`.
 * @returns The quoted identifier, `"order ""total"""`.
 */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
