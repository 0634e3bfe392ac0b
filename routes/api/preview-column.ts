import { z } from "zod";
import { defineRoute, findingsShape, findingToJson } from "../../lib/web/mod.ts";

export const POST = defineRoute({
  id: "previewColumn",
  tag: "Generators",
  summary: "Ten values as a column would have them",
  description:
    "`column` has the fields that a column of a schema has. A foreign key takes its values from " +
    "its parent, and is left out of account here.",
  weight: "query",
  catalogUse: "none",
  body: z.strictObject({
    table: z.string().min(1).max(300).describe("Its name, which helps to infer a generator"),
    column: z.record(z.string().max(100), z.unknown()),
    dialect: z.enum(["redshift", "snowflake", "postgres"]).optional(),
    seed: z.int().min(0).default(0),
  }),
  answers: {
    200: {
      description: "The values",
      schema: z.object({
        generator: z.string().nullable().describe("Asked for or inferred; null for counters"),
        values: z.array(z.string().nullable()),
        diagnostics: findingsShape,
      }),
    },
  },
  errors: ["SCHEMA_INVALID", "GENERATION_IMPOSSIBLE", "CANCELLED"],
  handler: async ({ body, service }) => {
    const { generator, values, diagnostics } = await service.checks.preview(body);
    return {
      status: 200,
      json: { generator, values: [...values], diagnostics: diagnostics.map(findingToJson) },
    };
  },
});
