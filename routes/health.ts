import { z } from "zod";
import { defineRoute } from "../lib/web/mod.ts";

export const GET = defineRoute({
  id: "health",
  tag: "Server",
  summary: "Whether the server answers, and its catalog with it",
  isPublic: true,
  answers: {
    200: {
      description: "All is well",
      schema: z.object({ status: z.literal("ok"), version: z.string() }),
    },
  },
  handler: ({ service }) => {
    service.context.catalog.experiments.page("", 1);
    return { status: 200, json: { status: "ok", version: service.version } };
  },
});
