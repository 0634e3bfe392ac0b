import type { ColumnKernel } from "./column_kernel.ts";
import type { GenerationPlan, TablePlan } from "./plan/plan_types.ts";

/**
 * Binds a kernel to every column of a table, once per worker.
 */
export function bindTable(_plan: GenerationPlan, _table: TablePlan): ColumnKernel[] {
  throw new Error("in progress");
}
