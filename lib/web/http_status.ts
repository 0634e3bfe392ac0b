import type { DwSimError, ErrorCode, ErrorKind } from "../errors/mod.ts";

/** What a kind of error means to HTTP. */
export const HTTP_STATUS = {
  invalid: 400,
  not_found: 404,
  conflict: 409,
  limit: 413,
  cancelled: 503,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorKind, number>;

/** Refusals that HTTP itself has a word for. Spec: RFC 9110, section 15.5; RFC 6585. */
const OWN_STATUS: Partial<Record<ErrorCode, number>> = {
  WEB_TOKEN_WRONG: 401,
  WEB_HOST_REFUSED: 403,
  WEB_ORIGIN_REFUSED: 403,
  WEB_OUTPUT_DIR_REFUSED: 403,
  WEB_METHOD_NOT_ALLOWED: 405,
  WEB_BODY_TOO_SLOW: 408,
  WEB_CONTENT_TYPE_UNKNOWN: 415,
  WEB_TOO_BUSY: 429,
  WEB_HEADERS_TOO_LARGE: 431,
};

/** The status that an error is answered with. */
export function httpStatus({ code, kind }: Pick<DwSimError, "code" | "kind">): number {
  return OWN_STATUS[code] ?? HTTP_STATUS[kind];
}
