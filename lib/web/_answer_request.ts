import { DwSimError } from "../errors/mod.ts";
import { once } from "./_once.ts";
import { parseJson } from "./_parse_json.ts";
import { parsePart } from "./_parse_part.ts";
import { readBody } from "./read_body.ts";
import { releaseAfter } from "./release_after.ts";
import type { JsonAnswer, Route, RouteInput } from "./define_route.ts";
import type { Service } from "./service.ts";

export interface RoutedRequest {
  readonly request: Request;
  readonly params: Readonly<Record<string, string>>;
}

const JSON_TYPE = "application/json";

/**
 * Reads a request as its operation wants it, has it handled, and renders the answer.
 *
 * @throws DwSimError WEB_…, and what the operation throws.
 */
export async function answerRequest(
  service: Service,
  route: Route,
  { request, params }: RoutedRequest,
): Promise<Response> {
  if (service.stopping.aborted) throw new DwSimError("WEB_STOPPING", {});
  // Streams of events have a gate of their own.
  using _request = route.weight === "stream" ? null : service.requestGate.enter();
  const place = route.weight === "query" ? service.queryGate.enter() : null;
  try {
    const contentType = bodyType(route, request);
    const { bytesMax, bodyMs } = bodyLimits(service);
    const text = contentType === null ? "" : await readBody(request, { bytesMax, bodyMs });
    if (contentType === "" && text !== "") throw unknownType(route, "");
    const parsed = parseInput(service, route, { request, params, text, contentType });
    const identity = { method: request.method, path: pathOf(request), text };
    const key = route.idempotent ? request.headers.get("idempotency-key") : null;
    const answer = await once(
      service,
      key,
      identity,
      (attempt) => route.handle({ ...parsed, attempt }),
    );
    const response = answer instanceof Response ? answer : render(answer);
    return place === null ? response : releaseAfter(response, place);
  } catch (error) {
    place?.[Symbol.dispose]();
    const isCancelled = error instanceof DwSimError && error.kind === "cancelled";
    // What was given up because the server stops says so, whatever it was.
    if (!isCancelled || !service.stopping.aborted) throw error;
    throw new DwSimError("WEB_STOPPING", {}, { cause: error });
  }
}

function bodyLimits({ limits }: Service): { bytesMax: number; bodyMs: number } {
  return { bytesMax: limits["body-bytes"], bodyMs: limits["body-ms"] };
}

function pathOf({ url }: Request): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** The type of the body that is to be read; null where there is none, empty where it is not told. */
function bodyType(route: Route, request: Request): string | null {
  const { body, rawBody = false } = route;
  if (body === undefined) return null;
  const found = (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  // A body whose fields may all be left out may be left out itself; whether it was is seen later.
  if (found === "" && !rawBody) return "";
  if (acceptedTypes(route).includes(found)) return found;
  throw unknownType(route, found);
}

function acceptedTypes({ bodyTypes }: Route): readonly string[] {
  return bodyTypes ?? [JSON_TYPE];
}

function unknownType(route: Route, found: string): DwSimError {
  const accepted = acceptedTypes(route);
  return new DwSimError("WEB_CONTENT_TYPE_UNKNOWN", { found: found.slice(0, 100), accepted });
}

interface ReadRequest extends RoutedRequest {
  readonly text: string;
  readonly contentType: string | null;
}

function parseInput(
  service: Service,
  route: Route,
  { request, params, text, contentType }: ReadRequest,
): Omit<RouteInput<unknown, unknown, unknown>, "attempt"> {
  const query = parsePart(route.query, queryOf(request), "query");
  const path = parsePart(route.params, params, "path");
  const body = route.body === undefined || route.rawBody
    ? { value: undefined, problems: [] }
    : parsePart(route.body, text === "" ? {} : parseJson(text), "$");
  const problems = [...path.problems, ...query.problems, ...body.problems];
  if (problems.length > 0) {
    throw new DwSimError("WEB_REQUEST_INVALID", { count: problems.length }, { problems });
  }
  const { headers } = request;
  const signal = AbortSignal.any([request.signal, service.stopping]);
  return {
    ...{ params: path.value, query: query.value, body: body.value },
    ...{ text, contentType: contentType ?? "", headers, signal, service },
  };
}

/** A parameter that is given twice becomes a list, which no schema takes. */
function queryOf({ url }: Request): Readonly<Record<string, string | string[]>> {
  const { searchParams } = new URL(url);
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => {
    const values = searchParams.getAll(name);
    return [name, values.length === 1 ? values[0]! : values];
  }));
}

function render({ status, json, jsonText, headers = {} }: JsonAnswer): Response {
  const text = jsonText ?? (json === undefined ? null : JSON.stringify(json));
  if (text === null) return new Response(null, { status, headers });
  return new Response(`${text}\n`, { status, headers: { "content-type": JSON_TYPE, ...headers } });
}
