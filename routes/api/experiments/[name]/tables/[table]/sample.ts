import { z } from "zod";
import { sampleTable } from "../../../../../../lib/app/mod.ts";
import { defineRoute, RUN_READ_ERRORS, tableParams } from "../../../../../../lib/web/mod.ts";

const ROWS_MAX = 1_000;

export const GET = defineRoute({
  id: "sampleTable",
  tag: "Data",
  summary: "The first rows of a table of the current run",
  params: tableParams,
  query: z.strictObject({
    limit: z.string().regex(/^[1-9]\d{0,3}$/, "it must be a whole number from 1 to 1000")
      .transform(Number).pipe(z.int().max(ROWS_MAX)).default(20)
      .describe("Rows, from 1 to 1000"),
  }),
  weight: "query",
  answers: {
    200: {
      description: "The rows, in the order in which they were made",
      schema: z.object({
        table: z.string(),
        columns: z.array(z.string()),
        column_types: z.array(z.string()),
        rows: z.array(z.array(z.unknown())),
        row_count: z.int(),
      }),
    },
  },
  errors: RUN_READ_ERRORS,
  handler: async ({ params, query, signal, service: { context } }) => {
    const asked = { table: params.table, rowCountMax: query.limit, signal };
    const { table, columns, rows } = await sampleTable(context, params.name, asked);
    return {
      status: 200,
      json: {
        table,
        columns: columns.map(({ name }) => name),
        column_types: columns.map(({ type }) => type),
        ...{ rows, row_count: rows.length },
      },
    };
  },
});
