import { z } from "zod";
import { showLineage } from "../../../../../lib/app/mod.ts";
import { defineRoute, experimentParams } from "../../../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "showLineage",
  tag: "Experiments",
  summary: "How the tables of an experiment hang together",
  params: experimentParams,
  answers: {
    200: {
      description: "Tables and foreign keys",
      schema: z.object({
        experiment: z.string(),
        tables: z.array(z.string()),
        references: z.array(z.object({
          table: z.string(),
          columns: z.array(z.string()),
          references_table: z.string(),
          references_columns: z.array(z.string()),
        })),
      }),
    },
  },
  errors: ["EXPERIMENT_NOT_FOUND"],
  handler: ({ params, service: { context } }) => {
    const { experiment, tables, references } = showLineage(context, params.name);
    const written = references.map(({ table, columns, referencesTable, referencesColumns }) => ({
      ...{ table, columns },
      ...{ references_table: referencesTable, references_columns: referencesColumns },
    }));
    return { status: 200, json: { experiment, tables, references: written } };
  },
});
