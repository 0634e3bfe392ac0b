import { defineError } from "../define_error.ts";

const mib = (bytes: number): string => `${Math.round(bytes / 1024 ** 2 * 10) / 10} MiB`;

/** Errors of the web room: what a request can be refused for before any use case sees it. */
export const WEB_ERRORS = {
  WEB_REQUEST_INVALID: defineError<{ count: number }>(
    "invalid",
    ({ count }) => `The request has ${count === 1 ? "1 problem" : `${count} problems`}`,
    "Mend what is listed in 'errors'; /api/docs describes every field",
  ),
  WEB_JSON_INVALID: defineError<{ reason: string; line: number; column: number }>(
    "invalid",
    ({ reason, line, column }) =>
      `The body is not valid JSON at line ${line}, column ${column}: ${reason}`,
    "Check commas, quotes and brackets at that place",
  ),
  WEB_JSON_TOO_DEEP: defineError<{ depthMax: number }>(
    "limit",
    ({ depthMax }) => `The body nests deeper than ${depthMax} levels`,
    "No request of this API needs so many; check what wrote the body",
  ),
  WEB_BODY_NOT_TEXT: defineError(
    "invalid",
    () => "The body is not UTF-8 text",
    "Send it in UTF-8",
  ),
  WEB_PATH_NOT_FOUND: defineError<{ path: string }>(
    "not_found",
    ({ path }) => `There is nothing at '${path}'`,
    "See /api/docs for what there is",
  ),
  WEB_METHOD_NOT_ALLOWED: defineError<{ method: string; allowed: readonly string[] }>(
    "invalid",
    ({ method }) => `This address does not answer to ${method}`,
    ({ allowed }) => `Use ${allowed.join(" or ")}`,
  ),
  WEB_CONTENT_TYPE_UNKNOWN: defineError<{ found: string; accepted: readonly string[] }>(
    "invalid",
    ({ found }) =>
      found === "" ? "The body has no content type" : `A body of type '${found}' cannot be read`,
    ({ accepted }) => `Send Content-Type: ${accepted.join(" or ")}`,
  ),
  WEB_FORM_INVALID: defineError(
    "invalid",
    () => "The form that was sent cannot be read",
    "Send it again from its own page",
  ),
  WEB_BODY_TOO_LARGE: defineError<{ bytesMax: number }>(
    "limit",
    ({ bytesMax }) => `The body is larger than ${mib(bytesMax)}`,
    "Send less at once, or start the server with a higher '--limit body-bytes=…'",
  ),
  WEB_BODY_SHORT: defineError<{ expected: number; found: number }>(
    "invalid",
    ({ expected, found }) => `Content-Length promised ${expected} bytes, and ${found} came`,
    "Send as many bytes as the header says",
  ),
  WEB_BODY_TOO_SLOW: defineError<{ bodyMs: number }>(
    "limit",
    ({ bodyMs }) => `The body did not arrive within ${bodyMs} ms`,
    "Send it faster, or start the server with a higher '--limit body-ms=…'",
  ),
  WEB_HEADERS_TOO_LARGE: defineError<{ bytesMax: number }>(
    "limit",
    ({ bytesMax }) => `Address and headers are larger than ${bytesMax} bytes together`,
    "Send fewer or shorter headers",
  ),
  WEB_TOO_BUSY: defineError<{ what: string; countMax: number }>(
    "limit",
    ({ what, countMax }) => `The server handles ${countMax} ${what} at a time, and has as many`,
    "Try again in a moment; Retry-After says when",
  ),
  WEB_QUERY_TOO_LONG: defineError<{ queryMs: number }>(
    "limit",
    ({ queryMs }) => `The query was stopped after ${queryMs} ms`,
    "Ask for less, or start the server with a higher '--limit query-ms=…'",
  ),
  WEB_HOST_REFUSED: defineError<{ host: string }>(
    "invalid",
    ({ host }) => `This server is not known as '${host}'`,
    "Call it as localhost or 127.0.0.1. Another name may be a page that tries to reach it",
  ),
  WEB_ORIGIN_REFUSED: defineError<{ origin: string }>(
    "invalid",
    ({ origin }) => `Pages of '${origin}' may not call this server`,
    "Call it from a program, or from its own pages",
  ),
  WEB_TOKEN_WRONG: defineError(
    "invalid",
    () => "The request has no token, or a wrong one",
    "Send 'Authorization: Bearer …' with the token that the server was started with",
  ),
  WEB_OUTPUT_DIR_REFUSED: defineError(
    "invalid",
    () => "A server that others can reach writes to its own data folder only",
    "Leave 'output_dir' out",
  ),
  WEB_OUTPUT_DIR_RELATIVE: defineError<{ path: string }>(
    "invalid",
    ({ path }) => `'${path}' is not an absolute path`,
    "Name the whole path of a folder that does not exist yet, or leave 'output_dir' out",
  ),
  WEB_IDEMPOTENCY_REUSED: defineError(
    "conflict",
    () => "This Idempotency-Key was used for another request",
    "Use a new key for every new request",
  ),
  WEB_IDEMPOTENCY_BUSY: defineError(
    "conflict",
    () => "The first request with this Idempotency-Key is still being answered",
    "Wait a moment and send the same request again",
  ),
  WEB_CURSOR_INVALID: defineError(
    "invalid",
    () => "The cursor is none that this server gave",
    "Use 'next_cursor' of the page before, or leave it out for the first page",
  ),
  WEB_STOPPING: defineError(
    "unavailable",
    () => "The server is stopping",
    "Start it again with 'dw-sim serve'",
  ),
  WEB_PORT_TAKEN: defineError<{ host: string; port: number }>(
    "unavailable",
    ({ host, port }) => `Port ${port} of ${host} is taken`,
    "Choose another with --port, or stop the program that holds it",
  ),
  WEB_HOST_UNUSABLE: defineError<{ host: string; reason: string }>(
    "invalid",
    ({ host, reason }) => `The server cannot listen at '${host}': ${reason}`,
    "Use 127.0.0.1, or an address of this machine",
  ),
  WEB_LIMIT_UNKNOWN: defineError<{ text: string; known: readonly string[] }>(
    "invalid",
    ({ text }) => `'${text}' cannot be the value of --limit`,
    ({ known }) => `Write NAME=NUMBER with one of: ${known.join(", ")}`,
  ),
  WEB_CLIENT_UNBUILT: defineError<{ reason: string }>(
    "unavailable",
    ({ reason }) => `The pages' scripts and styles cannot be built: ${reason}`,
    "Run 'deno task build' and read what it says, or install dw-sim again",
  ),
  SAVED_QUERY_NOT_FOUND: defineError<{ name: string }>(
    "not_found",
    ({ name }) => `There is no saved query named '${name}'`,
    "List them with 'dw-sim query list', or with GET /api/queries",
  ),
  SAVED_QUERY_NAME_TAKEN: defineError<{ name: string }>(
    "conflict",
    ({ name }) => `A saved query named '${name}' already exists`,
    "Choose another name, or delete it first. Case does not count",
  ),
  SAVED_QUERY_NAME_INVALID: defineError<{ name: string }>(
    "invalid",
    ({ name }) => `'${name}' cannot be the name of a saved query`,
    "A name is 1 to 100 letters, digits, blanks, '_', '-' or '.', and begins with none of the last",
  ),
} as const;
