import { z } from "zod";
import { listGenerators } from "../../lib/app/mod.ts";
import { defineRoute, taggedJson } from "../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "listGenerators",
  tag: "Generators",
  summary: "What can make the values of a column, by name",
  catalogUse: "none",
  answers: {
    200: {
      description: "The generators, with an ETag",
      schema: z.object({
        generators: z.array(z.object({
          name: z.string(),
          summary: z.string(),
          produces: z.array(z.string()).describe("Kinds of column it can fill"),
        })),
      }),
    },
    304: { description: "It is what `If-None-Match` says" },
  },
  handler: ({ headers }) => taggedJson(headers, { generators: listGenerators() }),
});
