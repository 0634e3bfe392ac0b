import { defineRoute, renderDocs } from "../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "docs",
  tag: "Server",
  summary: "This API, to read",
  isPublic: true,
  catalogUse: "none",
  answers: { 200: { description: "A page", contentTypes: ["text/html"] } },
  handler: ({ service }) =>
    new Response(renderDocs(service.openApi), {
      headers: { "content-type": "text/html; charset=utf-8" },
    }),
});
