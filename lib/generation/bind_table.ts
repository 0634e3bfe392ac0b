import { bindColumn } from "./bind_column.ts";
import type { KernelMemory } from "../kernels/mod.ts";
import type { ColumnKernel } from "./column_kernel.ts";
import { Scratch } from "./scratch.ts";
import type { GenerationPlan, TablePlan } from "./plan/plan_types.ts";

/**
 * Binds a kernel to every column of a table, once per worker. This file is the room's side door: it
 * leads to no planner, no catalogue and no Faker, so that workers start soon.
 *
 * @param plan The plan, for its pools.
 * @param table One of its tables.
 * @param memory Where kernels reach the values; without one they are made in TypeScript, the same.
 * @returns The kernels in the order of the columns; they share working arrays, so the page of one is
 * used up before another one is asked for.
 */
export function bindTable(
  plan: GenerationPlan,
  table: TablePlan,
  memory: KernelMemory | null = null,
): ColumnKernel[] {
  const { pools } = plan;
  const scratch = new Scratch(memory);
  return table.columns.map((column) =>
    bindColumn(column, { pools, scratch, home: { plan, table } })
  );
}
