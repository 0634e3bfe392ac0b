import { z } from "zod";
import type { Toast } from "./define_page.ts";

export const TOKEN_COOKIE = "dw_sim_token";
export const THEME_COOKIE = "dw_sim_theme";
const TOAST_COOKIE = "dw_sim_toasts";

/** A toast is read at once or never; a minute covers slow machines. */
const TOAST_AGE_S = 60;

const toastsSchema = z.array(z.object({ kind: z.enum(["success", "error"]), text: z.string() }));

/** A token as a cookie's value, whatever letters it is of. */
export function encodeToken(token: string): string {
  return new TextEncoder().encode(token).toBase64({ alphabet: "base64url", omitPadding: true });
}

/** The token of a cookie; empty for what is none. */
export function decodeToken(value: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.fromBase64(value, { alphabet: "base64url" }));
  } catch {
    return "";
  }
}

/** Reads the cookies of a request; the first of several of one name counts. Spec: RFC 6265, 4.2. */
export function readCookies(headers: Headers): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

/**
 * Writes a cookie that scripts cannot read and other sites cannot send.
 *
 * @param value Letters, digits, `-`, `_` and `.` only.
 * @param ageS Seconds it lives; 0 removes it.
 */
export function cookieHeader(name: string, value: string, ageS: number): string {
  return `${name}=${value}; Path=/; Max-Age=${ageS}; HttpOnly; SameSite=Strict`;
}

/** The toasts that the answer before left behind. */
export function readToasts(cookies: ReadonlyMap<string, string>): readonly Toast[] {
  const value = cookies.get(TOAST_COOKIE);
  if (value === undefined) return [];
  try {
    const bytes = Uint8Array.fromBase64(value, { alphabet: "base64url" });
    return toastsSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    // Somebody wrote the cookie by hand; there is nothing to tell then.
    return [];
  }
}

/** Browsers keep 4 KB a cookie; base64 makes four characters of three bytes. */
const TOAST_LENGTH_MAX = 600;

export function toastHeader({ kind, text }: Toast): string {
  const short = text.length > TOAST_LENGTH_MAX ? `${text.slice(0, TOAST_LENGTH_MAX)}…` : text;
  const bytes = new TextEncoder().encode(JSON.stringify([{ kind, text: short }]));
  const value = bytes.toBase64({ alphabet: "base64url", omitPadding: true });
  return cookieHeader(TOAST_COOKIE, value, TOAST_AGE_S);
}

export function noToastsHeader(): string {
  return cookieHeader(TOAST_COOKIE, "", 0);
}
