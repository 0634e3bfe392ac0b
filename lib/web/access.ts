import { createHash, timingSafeEqual } from "node:crypto";
import { DwSimError } from "../errors/mod.ts";
import { decodeToken, readCookies, TOKEN_COOKIE } from "./pages/cookies.ts";

/** Who may call. */
export interface Access {
  /** What callers must show; null where only this machine can call. */
  readonly token: string | null;
}

/** Names that lead to this machine and nowhere else. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** Tells whether a server bound to this host can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) || host === "::1";
}

/**
 * Refuses requests that come by way of somebody else's page. A page can make a browser call
 * 127.0.0.1 under a name of its own (DNS rebinding), which the Host tells, or send forms and simple
 * requests across sites, which Origin and Sec-Fetch-Site tell.
 *
 * @throws DwSimError WEB_HOST_REFUSED, WEB_ORIGIN_REFUSED, WEB_TOKEN_WRONG.
 */
export function checkAccess(
  request: Request,
  { token }: Access,
  { isPublic }: { readonly isPublic: boolean },
): void {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (token === null && !LOOPBACK.test(host.replace(/:\d{1,5}$/, ""))) {
    throw new DwSimError("WEB_HOST_REFUSED", { host });
  }
  refuseForeignPages(request, host);
  if (token !== null && !isPublic && !hasToken(shownToken(request.headers), token)) {
    throw new DwSimError("WEB_TOKEN_WRONG", {});
  }
}

function refuseForeignPages({ headers, method }: Request, host: string): void {
  const origin = headers.get("origin");
  if (origin !== null && !isOwnOrigin(origin, host)) {
    throw new DwSimError("WEB_ORIGIN_REFUSED", { origin });
  }
  const site = headers.get("sec-fetch-site");
  if (site !== "cross-site" && site !== "same-site") return;
  // Following a link is harmless: the page that had it sees nothing of what comes.
  const isLink = headers.get("sec-fetch-mode") === "navigate" && method === "GET";
  if (!isLink) throw new DwSimError("WEB_ORIGIN_REFUSED", { origin: "another site" });
}

function isOwnOrigin(origin: string, host: string): boolean {
  return origin.toLowerCase() === `http://${host.toLowerCase()}` ||
    origin.toLowerCase() === `https://${host.toLowerCase()}`;
}

/** Programs show it in a header, browsers that signed in as a cookie. */
function shownToken(headers: Headers): string {
  const authorization = headers.get("authorization");
  if (authorization !== null) return /^Bearer (.+)$/i.exec(authorization)?.[1] ?? "";
  return decodeToken(readCookies(headers).get(TOKEN_COOKIE) ?? "");
}

/** Compares digests, which have one length and tell nothing of how much was right by their time. */
export function hasToken(shown: string, token: string): boolean {
  return timingSafeEqual(digest(shown), digest(token));
}

function digest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
