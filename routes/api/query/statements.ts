import { z } from "zod";
import { readStatements } from "../../../lib/app/mod.ts";
import { defineRoute } from "../../../lib/web/mod.ts";

export const POST = defineRoute({
  id: "readStatements",
  tag: "Data",
  summary: "The statements of a text, where they stand, and their parameters",
  description: "Nothing is run. The place of a statement in the list, counted from 1, is its " +
    "`statement` for `/api/query/execute`.",
  body: z.strictObject({
    sql: z.string().max(1_000_000),
    experiment: z.string().min(1).max(200).nullable().optional()
      .describe("Whose dialect the text is in, where none is given"),
    dialect: z.enum(["redshift", "snowflake", "postgres", "duckdb"]).nullable().optional(),
  }),
  catalogUse: "reads",
  answers: {
    200: {
      description: "The statements, in order",
      schema: z.object({
        statements: z.array(z.object({
          sql: z.string(),
          offset: z.int().describe("Counted in UTF-16, from 0"),
          length: z.int(),
          line: z.int(),
          column: z.int(),
          parameters: z.array(z.string()),
        })),
      }),
    },
  },
  errors: ["EXPERIMENT_NOT_FOUND"],
  handler: ({ body: { sql, experiment, dialect }, service: { context } }) => ({
    status: 200,
    json: {
      statements: readStatements(context, {
        ...{ sql, experiment: experiment ?? undefined, dialect: dialect ?? undefined },
      }),
    },
  }),
});
