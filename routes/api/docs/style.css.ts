import { defineRoute, DOCS_STYLE } from "../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "docsStyle",
  tag: "Server",
  summary: "How the page of this API looks",
  isPublic: true,
  catalogUse: "none",
  answers: { 200: { description: "A style sheet", contentTypes: ["text/css"] } },
  handler: () =>
    new Response(DOCS_STYLE, {
      headers: { "content-type": "text/css; charset=utf-8", "cache-control": "max-age=3600" },
    }),
});
