import { z } from "zod";
import { type ExperimentSummary, type SavedQuery, schemaToJson } from "../app/mod.ts";
import { problemItemSchema } from "./problem.ts";
import type { Service } from "./service.ts";

const rowsByTable = z.record(z.string(), z.int());

/** The names in addresses. */
export const experimentParams = z.strictObject({
  name: z.string().min(1).max(200).describe("The experiment; upper and lower case are alike"),
});

export const runParams = experimentParams.extend({
  id: z.string().min(1).max(100).describe("The run"),
});

export const tableParams = experimentParams.extend({
  table: z.string().min(1).max(300).describe("The table"),
});

/** An experiment's schema; its own room checks it, and describes it. */
export const experimentSchemaShape = z.unknown().meta({ id: "ExperimentSchema" });

const progressShape = z.object({
  rows_done: z.int(),
  rows_total: z.int(),
  parts_done: z.int(),
  parts_total: z.int(),
  rows_per_second: z.number(),
  remaining_ms: z.number().nullable(),
  tables: z.record(z.string(), z.object({ rows: z.int(), parts: z.int() })),
});

export const runShape = z.object({
  id: z.string(),
  experiment_name: z.string(),
  status: z.enum(["QUEUED", "RUNNING", "COMPLETED", "FAILED", "ABORTED"]),
  kind: z.enum(["GENERATE", "RESET", "ADVANCE"]),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  completed_at: z.iso.datetime().nullable(),
  duration_ms: z.number().nullable(),
  row_counts: rowsByTable.nullable(),
  target_rows: rowsByTable,
  output_path: z.string(),
  seed: z.int(),
  progress: progressShape.nullable(),
  cancel_requested_at: z.iso.datetime().nullable(),
  files_removed_at: z.iso.datetime().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
}).meta({ id: "Run" });

export const experimentShape = z.object({
  name: z.string(),
  description: z.string().nullable(),
  dialect: z.string().nullable(),
  created_at: z.iso.datetime(),
  table_count: z.int(),
  warnings: z.array(z.string()),
  current_run: runShape.nullable().describe("The run that is queried"),
  active_run: runShape.nullable().describe("The run that is under way"),
  schema: experimentSchemaShape,
}).meta({ id: "Experiment" });

export const findingsShape = z.array(problemItemSchema);

/** Writes an experiment as lists and pages show it. */
export function experimentToJson(
  service: Service,
  { name, createdAt, schema, currentRun, activeRun }: ExperimentSummary,
): z.input<typeof experimentShape> {
  return {
    name,
    description: schema.description ?? null,
    dialect: schema.dialect ?? null,
    created_at: createdAt,
    table_count: schema.tables.length,
    warnings: schema.tables.flatMap(({ warnings }) => warnings),
    current_run: currentRun === null ? null : service.runJson(currentRun),
    active_run: activeRun === null ? null : service.runJson(activeRun),
    schema: schemaToJson(schema),
  };
}

export const savedQueryParams = z.strictObject({ name: z.string().min(1).max(200) });

export const savedQueryShape = z.object({
  name: z.string(),
  sql: z.string(),
  experiment: z.string().nullable(),
  created_at: z.iso.datetime(),
}).meta({ id: "SavedQuery" });

/** Writes a saved query. */
export function savedQueryToJson(
  { name, sql, experimentName, createdAt }: SavedQuery,
): z.input<typeof savedQueryShape> {
  return { name, sql, experiment: experimentName, created_at: createdAt };
}
