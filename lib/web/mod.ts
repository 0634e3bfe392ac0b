/**
 * A small layer over Hono: operations that read, answer and refuse in one way, whatever they do, and
 * the server that offers them.
 *
 * @module
 */
export { type Access, checkAccess, isLoopback } from "./access.ts";
export {
  askedQueryShape,
  askedQueryToJson,
  experimentParams,
  experimentSchemaShape,
  experimentShape,
  experimentToJson,
  findingsShape,
  parametersShape,
  readParameters,
  runParams,
  runShape,
  savedQueryDraftShape,
  savedQueryParams,
  savedQueryShape,
  savedQueryToJson,
  tableParams,
} from "./api_shapes.ts";
export {
  type AnswerRule,
  defineRoute,
  type JsonAnswer,
  type Method,
  type Route,
  type RouteDefinition,
  type RouteEntry,
  type RouteInput,
  type RouteModule,
} from "./define_route.ts";
export type { Attempt } from "./_once.ts";
export { HTTP_STATUS, httpStatus } from "./http_status.ts";
export { type AppOptions, type Handler, makeApp } from "./make_app.ts";
export { makeOpenApi, type OpenApi, type OpenApiOperation } from "./make_open_api.ts";
export { CLIENT_INDEX_FILE, ClientFiles, type ClientIndex } from "./pages/client_files.ts";
export { clientSourceHash } from "./pages/client_source_hash.ts";
export { cookieHeader, encodeToken, THEME_COOKIE, TOKEN_COOKIE } from "./pages/cookies.ts";
export { dismissHeader, isDismissed } from "./pages/dismissed.ts";
export {
  type AppProps,
  defineHandlers,
  type ErrorPageProps,
  type IslandEntry,
  type LayoutProps,
  type PageAssets,
  type PageContent,
  type PageContext,
  type PageEntry,
  type PageHandlers,
  type PageModule,
  type PagePlace,
  type PageProps,
  type Site,
  type Toast,
} from "./pages/define_page.ts";
export { FormValues } from "./pages/form_values.ts";
export { Island } from "./pages/island.tsx";
export { openClientFiles } from "./pages/open_client_files.ts";
export { ownPath, redirect, type RedirectOptions } from "./pages/redirect.ts";
export { pageProblem } from "./pages/answer_page.tsx";
export { type PictureJson, pictureShape, pictureToJson } from "./picture_to_json.ts";
export { type Page, type PageQuery, pageQuery, readPage } from "./page.ts";
export { findingToJson, type Problem, problemItemSchema, problemSchema } from "./problem.ts";
export { type AnswerFormat, queryAnswer, type QueryAsked } from "./query_answer.ts";
export { type LogFormat, makeRequestLog, type RequestLog } from "./request_log.ts";
export { DOCS_STYLE } from "./docs_style.ts";
export { releaseAfter } from "./release_after.ts";
export { renderDocs } from "./render_docs.ts";
export { RUN_READ_ERRORS } from "./run_read_errors.ts";
export { runEvents } from "./run_events.ts";
export { parseLimits, SERVER_LIMITS, type ServerLimits } from "./server_limits.ts";
export { Service, type ServiceOptions } from "./service.ts";
export { type RunningServer, type ServerOptions, startServer } from "./start_server.ts";
export { type ExperimentView, experimentView, schemaView } from "./views.ts";
export { taggedJson } from "./tagged_json.ts";
