import { DwSimError } from "../../errors/mod.ts";
import type { Access } from "../access.ts";
import { hasToken } from "../access.ts";
import { type Problem, problemOf } from "../problem.ts";
import { readBody } from "../read_body.ts";
import type { Service } from "../service.ts";
import type { ClientFiles } from "./client_files.ts";
import { noToastsHeader, readCookies, readToasts, THEME_COOKIE } from "./cookies.ts";
import type { PageContext, PageEntry, PagePlace, Site } from "./define_page.ts";
import { FormValues } from "./form_values.ts";
import { redirect } from "./redirect.ts";
import { renderPage, type RenderRequest } from "./render_page.tsx";

/** What pages are made with. */
export interface PageMeans {
  readonly service: Service;
  readonly access: Access;
  readonly site: Site;
  readonly files: ClientFiles;
}

const FORM_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"];

/**
 * Has a page handled, and renders what it shows.
 *
 * @throws DwSimError WEB_METHOD_NOT_ALLOWED, WEB_TOO_BUSY, and what the handler throws.
 */
export async function answerPage(
  means: PageMeans,
  { module, layouts }: PageEntry,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Response> {
  const { handler, default: Page } = module;
  const handle = request.method === "POST" ? handler.POST : handler.GET;
  if (handle === undefined || !["GET", "HEAD", "POST"].includes(request.method)) {
    const allowed = ["GET", "POST"].filter((method) => Object.hasOwn(handler, method));
    throw new DwSimError("WEB_METHOD_NOT_ALLOWED", { method: request.method, allowed });
  }
  using _request = means.service.requestGate.enter();
  const answer = await handle(contextOf(means, request, params));
  if (answer instanceof Response) return answer;
  if (Page === undefined) throw new DwSimError("WEB_PATH_NOT_FOUND", { path: request.url });
  const { data, title, status = 200 } = answer;
  const place = placeOf(means, request);
  // The handlers of a module give what its component takes; `PageProps` holds them to it.
  const content = <Page data={data as never} place={place} />;
  return htmlOf(means, request, { content, layouts, title, place, status });
}

/** Shows what went wrong; who has no token is asked for it instead. */
export function answerPageError(means: PageMeans, request: Request, problem: Problem): Response {
  const { pathname, search } = new URL(request.url);
  if (problem.status === 401) {
    return redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
  }
  const { site: { error: ErrorPage, layouts } } = means;
  const place = placeOf(means, request);
  return htmlOf(means, request, {
    ...{ content: <ErrorPage problem={problem} place={place} />, layouts, place },
    ...{ title: problem.title, status: problem.status },
  });
}

/** Describes an error in the words in which the API describes it. */
export function pageProblem(service: Service, error: unknown): Problem {
  const redact = (text: string) => service.redact(text);
  return problemOf(error, { requestId: "", redact });
}

function contextOf(
  { service, access }: PageMeans,
  request: Request,
  params: Readonly<Record<string, string>>,
): PageContext {
  const { headers } = request;
  return {
    ...{ url: new URL(request.url), params, headers, service },
    cookies: readCookies(headers),
    signal: AbortSignal.any([request.signal, service.stopping]),
    form: () => readForm(service, request),
    isToken: (text) => access.token === null || hasToken(text, access.token),
  };
}

async function readForm({ limits }: Service, request: Request): Promise<FormValues> {
  const contentType = request.headers.get("content-type") ?? "";
  const found = contentType.split(";")[0]!.trim().toLowerCase();
  if (!FORM_TYPES.includes(found)) {
    throw new DwSimError("WEB_CONTENT_TYPE_UNKNOWN", { found, accepted: FORM_TYPES });
  }
  const bodyLimits = { bytesMax: limits["body-bytes"], bodyMs: limits["body-ms"] };
  return await FormValues.parse(await readBody(request, bodyLimits), contentType);
}

function placeOf({ service, access }: PageMeans, { url, headers }: Request): PagePlace {
  const { pathname, search } = new URL(url);
  const theme = readCookies(headers).get(THEME_COOKIE);
  return {
    ...{ path: pathname, search, version: service.version, hasToken: access.token !== null },
    ...(theme === "light" || theme === "dark") && { theme },
  };
}

interface Shown extends Omit<RenderRequest, "toasts"> {
  readonly status: number;
}

function htmlOf({ site, files }: PageMeans, request: Request, { status, ...shown }: Shown) {
  const toasts = readToasts(readCookies(request.headers));
  const headers = new Headers({ "content-type": "text/html; charset=utf-8" });
  if (toasts.length > 0) headers.append("set-cookie", noToastsHeader());
  return new Response(renderPage(site, files, { ...shown, toasts }), { status, headers });
}
