import { z } from "zod";
import { profileTable, type TablePicture } from "../../../../../../lib/app/mod.ts";
import { defineRoute, tableParams } from "../../../../../../lib/web/mod.ts";

const shapeShape = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("histogram"),
    of: z.enum(["values", "lengths"]),
    low: z.string(),
    high: z.string(),
    counts: z.array(z.int()).describe("Equal steps from `low` to `high`"),
  }),
  z.object({
    kind: z.literal("top"),
    values: z.array(z.object({ text: z.string(), count: z.int() })),
    other_count: z.int(),
  }),
  z.object({ kind: z.literal("none") }),
]);

export const GET = defineRoute({
  id: "profileTable",
  tag: "Data",
  summary: "How the values of a table of the current run spread",
  description:
    "Everything is measured in the files: NULLs, distinct values, extremes, a histogram " +
    "or the most frequent values, and how many rows the parents of each foreign key have.",
  params: tableParams,
  weight: "query",
  answers: {
    200: {
      description: "The profile",
      schema: z.object({
        run_id: z.string(),
        table: z.string(),
        row_count: z.int(),
        columns: z.array(z.object({
          name: z.string(),
          null_count: z.int(),
          distinct_count: z.int().describe("An estimate, within a few percent"),
          min: z.string().nullable(),
          max: z.string().nullable(),
          shape: shapeShape,
        })),
        references: z.array(z.object({
          columns: z.array(z.string()),
          references_table: z.string(),
          parent_count: z.int(),
          childless_count: z.int(),
          min: z.int(),
          max: z.int(),
          mean: z.number(),
          steps: z.array(z.object({ from: z.int(), to: z.int(), count: z.int() })),
        })),
      }),
    },
  },
  errors: [
    "EXPERIMENT_NOT_FOUND",
    "EXPERIMENT_EMPTY",
    "TABLE_NOT_FOUND",
    "STORAGE_UNREADABLE",
    "CANCELLED",
  ],
  handler: async ({ params, signal, service: { context } }) => {
    const picture = await profileTable(context, params.name, { table: params.table, signal });
    return { status: 200, json: pictureToJson(picture) };
  },
});

function pictureToJson({ run, table, rowCount, columns, references }: TablePicture) {
  return {
    ...{ run_id: run.id, table, row_count: rowCount },
    columns: columns.map(({ name, nullCount, distinctCount, min, max, shape }) => ({
      ...{ name, null_count: nullCount, distinct_count: distinctCount, min, max },
      shape: shape.kind === "top"
        ? { kind: shape.kind, values: shape.values, other_count: shape.otherCount }
        : shape,
    })),
    references: references.map(({ columns, referencesTable, parentCount, ...rest }) => {
      const { childlessCount, min, max, mean, steps } = rest;
      return {
        ...{ columns, references_table: referencesTable, parent_count: parentCount },
        ...{ childless_count: childlessCount, min, max, mean, steps },
      };
    }),
  };
}
