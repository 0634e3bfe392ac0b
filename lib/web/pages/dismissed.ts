import { createHash } from "node:crypto";
import { cookieHeader } from "./cookies.ts";

const COOKIE = "dw_sim_dismissed";
const YEAR_S = 31_536_000;

/** A cookie holds 4 KB; the oldest make room. */
const COUNT_MAX = 200;

/** Tells whether somebody dismissed what a page of this experiment says. */
export function isDismissed(cookies: ReadonlyMap<string, string>, experiment: string): boolean {
  return marksOf(cookies).includes(markOf(experiment));
}

/** The `Set-Cookie` that dismisses it from now on. */
export function dismissHeader(cookies: ReadonlyMap<string, string>, experiment: string): string {
  const others = marksOf(cookies).filter((mark) => mark !== markOf(experiment));
  const marks = [...others, markOf(experiment)].slice(-COUNT_MAX);
  return cookieHeader(COOKIE, marks.join("."), YEAR_S);
}

function marksOf(cookies: ReadonlyMap<string, string>): readonly string[] {
  return (cookies.get(COOKIE) ?? "").split(".").filter((mark) => /^[\w-]{8}$/.test(mark));
}

/** Names may have letters that cookies may not. */
function markOf(experiment: string): string {
  return createHash("sha256").update(experiment.toLowerCase()).digest("base64url").slice(0, 8);
}
