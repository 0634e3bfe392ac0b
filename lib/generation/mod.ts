/**
 * Decides what every value is, and makes it: `value = f(version, seed, table, column, row)`.
 *
 * @module
 */
export { bindTable } from "./bind_table.ts";
export type { ColumnFormat, ColumnKernel, ValueLayout } from "./column_kernel.ts";
export { CALENDAR_ROWS, calendarOf } from "./infer/calendar.ts";
export { codeRows } from "./infer/code_rows.ts";
export { columnWords } from "./infer/column_words.ts";
export { type Inference, inferGenerator } from "./infer/infer_source.ts";
export { type ExpectedShare, expectedShares } from "./expected_shares.ts";
export { checkGenerators } from "./plan/check_generators.ts";
export { continuePlan } from "./continue/continue_plan.ts";
export { type GeneratorSummary, listGenerators } from "./list_generators.ts";
export { type GeneratorNames, nameGenerators } from "./plan/name_generators.ts";
export { planGeneration, type PlanOptions, type PlanResult } from "./plan/plan_generation.ts";
export { previewValues } from "./preview_values.ts";
export { GENERATORS } from "./generators/registry_gen.ts";
export { PAGE_ROWS_MAX } from "./row_batch.ts";
export type { ColumnPlan, GenerationPlan, TablePlan } from "./plan/plan_types.ts";
