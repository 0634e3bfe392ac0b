import { type GenerationPlan, planGeneration, type TablePlan } from "../../lib/generation/mod.ts";
import { storeSales, storeSalesRows } from "./store_sales.ts";
import { tenColumns } from "./ten_columns.ts";

/** The tables that all pipelines make. */
export const SHAPES = ["ten", "numeric", "store_sales"] as const;

export type Shape = typeof SHAPES[number];

/** What is not text among the ten columns. */
const NUMERIC = ["id", "code", "region_key", "price", "order_date", "created_at", "active"];

/**
 * Plans a shape.
 *
 * @param shape Which one.
 * @param rows Rows of its table; what it references is planned and not made.
 * @returns The plan, with the one table to make.
 */
export async function planShape(
  shape: Shape,
  rows: number,
): Promise<{ readonly plan: GenerationPlan; readonly table: TablePlan }> {
  const { plan } = shape === "store_sales"
    ? await planGeneration(storeSales(), { seed: 42, rows: storeSalesRows(rows) })
    : await planGeneration(tenColumns(rows), { seed: 42 });
  const name = shape === "store_sales" ? "store_sales" : "customer";
  const whole = plan.tables.find((table) => table.name === name)!;
  const columns = whole.columns.filter((column) =>
    shape !== "numeric" || NUMERIC.includes(column.name)
  );
  const table = { ...whole, columns };
  return { plan: { ...plan, tables: [table] }, table };
}

/** The shape that a pipeline's argument names. */
export function parseShape(text: string | undefined): Shape {
  const shape = SHAPES.find((each) => each === text);
  if (shape === undefined) throw new Error(`There is no shape '${text}'`);
  return shape;
}
