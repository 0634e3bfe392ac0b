import { z } from "zod";
import { jsonSchema } from "../../lib/schema/mod.ts";
import { defineRoute, taggedJson } from "../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "experimentJsonSchema",
  tag: "Experiments",
  summary: "The JSON Schema of experiment files, for editors that complete and check them",
  isPublic: true,
  catalogUse: "none",
  answers: {
    200: {
      description: "A JSON Schema of draft 2020-12, with an ETag",
      schema: z.looseObject({ $schema: z.string() }),
    },
    304: { description: "It is what `If-None-Match` says" },
  },
  handler: ({ headers }) => taggedJson(headers, jsonSchema()),
});
