import { z } from "zod";
import { DwSimError } from "../errors/mod.ts";

const PAGE_SIZE_MAX = 500;
const PAGE_SIZE = 50;

/** Query parameters of every list. */
export const pageQuery = z.strictObject({
  limit: z.string().regex(/^[1-9]\d{0,2}$/, "it must be a whole number from 1 to 500")
    .transform(Number)
    .pipe(z.int().max(PAGE_SIZE_MAX))
    .default(PAGE_SIZE)
    .describe("Entries of a page, from 1 to 500"),
  cursor: z.string().max(1_000).optional().describe("`next_cursor` of the page before"),
});

export type PageQuery = z.output<typeof pageQuery>;

/** A page of a list, and the way to the next. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly nextCursor: string | null;
}

/**
 * Cuts a page from a list.
 *
 * @param query What the client asked for.
 * @param read Reads entries after a key; it is asked for one more than the page has.
 * @param keyOf The key of an entry, by which the list is ordered.
 * @throws DwSimError WEB_CURSOR_INVALID.
 */
export function readPage<Entry>(
  { limit, cursor }: PageQuery,
  read: (after: string | undefined, countMax: number) => readonly Entry[],
  keyOf: (entry: Entry) => string,
): Page<Entry> {
  const found = read(cursor === undefined ? undefined : keyOfCursor(cursor), limit + 1);
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { entries, nextCursor: hasMore ? cursorOf(keyOf(last)) : null };
}

/** Keys are hidden so that nobody builds cursors and comes to depend on how lists are ordered. */
function cursorOf(key: string): string {
  return new TextEncoder().encode(key).toBase64({ alphabet: "base64url", omitPadding: true });
}

function keyOfCursor(cursor: string): string {
  try {
    const bytes = Uint8Array.fromBase64(cursor, { alphabet: "base64url" });
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DwSimError("WEB_CURSOR_INVALID", {}, { cause });
  }
}
