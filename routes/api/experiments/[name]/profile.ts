import { z } from "zod";
import { profileRun, type TableProfile } from "../../../../lib/app/mod.ts";
import { defineRoute, experimentParams, RUN_READ_ERRORS } from "../../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "profileRun",
  tag: "Data",
  summary: "NULLs, distinct values and extremes of every column of the current run",
  params: experimentParams,
  query: z.strictObject({
    table: z.string().min(1).max(300).optional().describe("By default every table"),
  }),
  weight: "query",
  answers: {
    200: {
      description: "The profile",
      schema: z.object({
        run_id: z.string(),
        tables: z.array(z.object({
          name: z.string(),
          row_count: z.int(),
          columns: z.array(z.object({
            name: z.string(),
            null_count: z.int(),
            distinct_count: z.int().describe("An estimate, within a few percent"),
            min: z.string().nullable(),
            max: z.string().nullable(),
          })),
        })),
      }),
    },
  },
  errors: RUN_READ_ERRORS,
  handler: async ({ params, query, signal, service: { context } }) => {
    const asked = { table: query.table, signal };
    const { run, tables } = await profileRun(context, params.name, asked);
    return { status: 200, json: { run_id: run.id, tables: tables.map(tableToJson) } };
  },
});

function tableToJson({ name, rowCount, columns }: TableProfile) {
  return {
    ...{ name, row_count: rowCount },
    columns: columns.map(({ name, nullCount, distinctCount, min, max }) => ({
      ...{ name, null_count: nullCount, distinct_count: distinctCount, min, max },
    })),
  };
}
