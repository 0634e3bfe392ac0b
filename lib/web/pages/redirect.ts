import { toastHeader } from "./cookies.ts";
import type { Toast } from "./define_page.ts";

export interface RedirectOptions {
  /** Told by the page that comes next. */
  readonly toast?: Toast;
  /** Values of `Set-Cookie`. */
  readonly cookies?: readonly string[];
}

/**
 * Sends a browser on after a form, so that going back and reloading send nothing again. Spec:
 * RFC 9110, section 15.4.4.
 *
 * @param path An address of this server, with a slash in front.
 */
export function redirect(path: string, { toast, cookies = [] }: RedirectOptions = {}): Response {
  const headers = new Headers({ location: ownPath(path) });
  cookies.forEach((cookie) => headers.append("set-cookie", cookie));
  if (toast !== undefined) headers.append("set-cookie", toastHeader(toast));
  return new Response(null, { status: 303, headers });
}

/** What does not lead to this server leads to its first page. */
export function ownPath(path: string): string {
  try {
    const base = "http://own.invalid";
    const url = new URL(path, base);
    if (!path.startsWith("/") || url.origin !== base) return "/";
    return url.pathname + url.search + url.hash;
  } catch {
    return "/";
  }
}
