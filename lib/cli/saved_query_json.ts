import type { SavedQuery } from "../app/mod.ts";

/** A saved query as commands print it for programs. */
export function savedQueryJson(
  { name, sql, experimentName, createdAt }: SavedQuery,
): Readonly<Record<string, string | null>> {
  return { name, sql, experiment: experimentName, created_at: createdAt };
}
