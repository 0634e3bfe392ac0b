import { z } from "zod";
import type { TablePicture } from "../app/mod.ts";

const columnShapeShape = z.discriminatedUnion("kind", [
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

/** What a table of a run looks like, measured in its files. */
export const pictureShape = z.object({
  run_id: z.string(),
  table: z.string(),
  row_count: z.int(),
  is_exact: z.boolean().describe("False for large tables, whose distinct values are estimated"),
  columns: z.array(z.object({
    name: z.string(),
    null_count: z.int(),
    distinct_count: z.int().describe("Within a few percent where the profile is not exact"),
    min: z.string().nullable(),
    max: z.string().nullable(),
    shape: columnShapeShape,
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
});

export type PictureJson = z.infer<typeof pictureShape>;

/** Writes what was measured of a table. */
export function pictureToJson(
  { run, table, rowCount, isExact, columns, references }: TablePicture,
): PictureJson {
  return {
    ...{ run_id: run.id, table, row_count: rowCount, is_exact: isExact },
    columns: columns.map(({ name, nullCount, distinctCount, min, max, shape }) => ({
      ...{ name, null_count: nullCount, distinct_count: distinctCount, min, max },
      shape: shapeToJson(shape),
    })),
    references: references.map(({ columns, referencesTable, parentCount, ...rest }) => {
      const { childlessCount, min, max, mean, steps } = rest;
      return {
        ...{ columns: [...columns], references_table: referencesTable, parent_count: parentCount },
        ...{ childless_count: childlessCount, min, max, mean, steps: [...steps] },
      };
    }),
  };
}

function shapeToJson(
  shape: TablePicture["columns"][number]["shape"],
): z.infer<typeof columnShapeShape> {
  switch (shape.kind) {
    case "histogram":
      return { ...shape, counts: [...shape.counts] };
    case "top":
      return { kind: "top", values: [...shape.values], other_count: shape.otherCount };
    case "none":
      return shape;
  }
}
