import { z } from "zod";
import { defineRoute, taggedJson } from "../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "openApi",
  tag: "Server",
  summary: "This API, as an OpenAPI 3.1 document",
  isPublic: true,
  catalogUse: "none",
  answers: {
    200: {
      description: "The document, with an ETag",
      schema: z.looseObject({ openapi: z.string() }),
    },
    304: { description: "It is what `If-None-Match` says" },
  },
  handler: ({ headers, service }) => taggedJson(headers, service.openApi),
});
