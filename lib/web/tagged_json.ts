import { createHash } from "node:crypto";

/**
 * Answers with JSON that clients may keep, or with 304 when they have it already. Spec: RFC 9110,
 * sections 8.8.3 and 13.1.2.
 *
 * @param headers The request's.
 * @param json What is answered.
 */
export function taggedJson(headers: Headers, json: unknown): Response {
  const text = `${JSON.stringify(json)}\n`;
  const tag = `"${createHash("sha256").update(text).digest("hex").slice(0, 32)}"`;
  const own = { etag: tag, "cache-control": "private, no-cache" };
  if (matches(headers.get("if-none-match"), tag)) {
    return new Response(null, { status: 304, headers: own });
  }
  return new Response(text, { headers: { ...own, "content-type": "application/json" } });
}

function matches(wanted: string | null, tag: string): boolean {
  if (wanted === null) return false;
  return wanted.split(",").some((each) => {
    const text = each.trim();
    return text === "*" || text.replace(/^W\//, "") === tag;
  });
}
