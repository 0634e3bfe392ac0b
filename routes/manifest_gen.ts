// Made by tools/make_route_manifest.ts from the files of routes/ and islands/. Do not edit.
import type { RouteEntry, Site } from "../lib/web/mod.ts";
import * as route0 from "./api/check-schema.ts";
import * as route1 from "./api/docs/index.ts";
import * as route2 from "./api/docs/style.css.ts";
import * as route3 from "./api/experiments/index.ts";
import * as route4 from "./api/experiments/import-sql.ts";
import * as route5 from "./api/experiments/[name]/index.ts";
import * as route6 from "./api/experiments/[name]/generate.ts";
import * as route7 from "./api/experiments/[name]/lineage/index.ts";
import * as route8 from "./api/experiments/[name]/lineage/export.ts";
import * as route9 from "./api/experiments/[name]/load.ts";
import * as route10 from "./api/experiments/[name]/profile.ts";
import * as route11 from "./api/experiments/[name]/reset.ts";
import * as route12 from "./api/experiments/[name]/runs/index.ts";
import * as route13 from "./api/experiments/[name]/runs/[id]/index.ts";
import * as route14 from "./api/experiments/[name]/runs/[id]/cancel.ts";
import * as route15 from "./api/experiments/[name]/runs/[id]/events.ts";
import * as route16 from "./api/experiments/[name]/runs/[id]/manifest.ts";
import * as route17 from "./api/experiments/[name]/runs/[id]/resume.ts";
import * as route18 from "./api/experiments/[name]/schema.ts";
import * as route19 from "./api/experiments/[name]/tables/[table]/profile.ts";
import * as route20 from "./api/experiments/[name]/tables/[table]/sample.ts";
import * as route21 from "./api/generators.ts";
import * as route22 from "./api/openapi.json.ts";
import * as route23 from "./api/preview-column.ts";
import * as route24 from "./api/queries/index.ts";
import * as route25 from "./api/queries/[name].ts";
import * as route26 from "./api/query/execute.ts";
import * as route27 from "./api/query/history.ts";
import * as route28 from "./api/query/statements.ts";
import * as route29 from "./api/schema.json.ts";
import * as route30 from "./health.ts";
import * as route31 from "./metrics.ts";
import App from "./_app.tsx";
import ErrorPage from "./_error.tsx";
import * as page0 from "./index.tsx";
import * as page1 from "./experiments/[name]/index.tsx";
import * as page2 from "./experiments/[name]/delete.tsx";
import * as page3 from "./experiments/[name]/dismiss.tsx";
import * as page4 from "./experiments/[name]/generate.tsx";
import * as page5 from "./experiments/[name]/lineage.tsx";
import * as page6 from "./experiments/[name]/reset.tsx";
import * as page7 from "./experiments/[name]/runs/index.tsx";
import * as page8 from "./experiments/[name]/runs/[id].tsx";
import * as page9 from "./experiments/[name]/sql.tsx";
import * as page10 from "./experiments/[name]/tables/[table].tsx";
import * as page11 from "./new.tsx";
import * as page12 from "./sign-in.tsx";
import * as page13 from "./theme.tsx";
import layout0 from "./_layout.tsx";
import island0 from "../islands/confirm_action.tsx";
import island1 from "../islands/copy_button.tsx";
import island2 from "../islands/generate_form.tsx";
import island3 from "../islands/pan_zoom.tsx";
import island4 from "../islands/row_filter.tsx";
import island5 from "../islands/runs_modal.tsx";
import island6 from "../islands/runs_panel.tsx";
import island7 from "../islands/schema_form.tsx";
import island8 from "../islands/sql_workspace.tsx";
import island9 from "../islands/table_data_loader.tsx";

/** Every address and its operations; what is fixed stands before what varies. */
export const ROUTES: readonly RouteEntry[] = [
  { path: "/api/check-schema", module: route0 },
  { path: "/api/docs", module: route1 },
  { path: "/api/docs/style.css", module: route2 },
  { path: "/api/experiments", module: route3 },
  { path: "/api/experiments/import-sql", module: route4 },
  { path: "/api/experiments/{name}", module: route5 },
  { path: "/api/experiments/{name}/generate", module: route6 },
  { path: "/api/experiments/{name}/lineage", module: route7 },
  { path: "/api/experiments/{name}/lineage/export", module: route8 },
  { path: "/api/experiments/{name}/load", module: route9 },
  { path: "/api/experiments/{name}/profile", module: route10 },
  { path: "/api/experiments/{name}/reset", module: route11 },
  { path: "/api/experiments/{name}/runs", module: route12 },
  { path: "/api/experiments/{name}/runs/{id}", module: route13 },
  { path: "/api/experiments/{name}/runs/{id}/cancel", module: route14 },
  { path: "/api/experiments/{name}/runs/{id}/events", module: route15 },
  { path: "/api/experiments/{name}/runs/{id}/manifest", module: route16 },
  { path: "/api/experiments/{name}/runs/{id}/resume", module: route17 },
  { path: "/api/experiments/{name}/schema", module: route18 },
  { path: "/api/experiments/{name}/tables/{table}/profile", module: route19 },
  { path: "/api/experiments/{name}/tables/{table}/sample", module: route20 },
  { path: "/api/generators", module: route21 },
  { path: "/api/openapi.json", module: route22 },
  { path: "/api/preview-column", module: route23 },
  { path: "/api/queries", module: route24 },
  { path: "/api/queries/{name}", module: route25 },
  { path: "/api/query/execute", module: route26 },
  { path: "/api/query/history", module: route27 },
  { path: "/api/query/statements", module: route28 },
  { path: "/api/schema.json", module: route29 },
  { path: "/health", module: route30 },
  { path: "/metrics", module: route31 },
];

/** What there is for browsers. */
export const SITE: Site = {
  app: App,
  error: ErrorPage,
  layouts: [layout0],
  pages: [
    { path: "/", module: page0, layouts: [layout0] },
    { path: "/experiments/{name}", module: page1, layouts: [layout0] },
    { path: "/experiments/{name}/delete", module: page2, layouts: [layout0] },
    { path: "/experiments/{name}/dismiss", module: page3, layouts: [layout0] },
    { path: "/experiments/{name}/generate", module: page4, layouts: [layout0] },
    { path: "/experiments/{name}/lineage", module: page5, layouts: [layout0] },
    { path: "/experiments/{name}/reset", module: page6, layouts: [layout0] },
    { path: "/experiments/{name}/runs", module: page7, layouts: [layout0] },
    { path: "/experiments/{name}/runs/{id}", module: page8, layouts: [layout0] },
    { path: "/experiments/{name}/sql", module: page9, layouts: [layout0] },
    { path: "/experiments/{name}/tables/{table}", module: page10, layouts: [layout0] },
    { path: "/new", module: page11, layouts: [layout0] },
    { path: "/sign-in", module: page12, layouts: [layout0] },
    { path: "/theme", module: page13, layouts: [layout0] },
  ],
  islands: [
    { name: "confirm_action", component: island0 },
    { name: "copy_button", component: island1 },
    { name: "generate_form", component: island2 },
    { name: "pan_zoom", component: island3 },
    { name: "row_filter", component: island4 },
    { name: "runs_modal", component: island5 },
    { name: "runs_panel", component: island6 },
    { name: "schema_form", component: island7 },
    { name: "sql_workspace", component: island8 },
    { name: "table_data_loader", component: island9 },
  ],
};
