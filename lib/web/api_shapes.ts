import { z } from "zod";
import {
  type AskedQuery,
  type ExperimentSummary,
  PARAMETER_TYPES,
  type ParameterType,
  type ParameterValues,
  readParameter,
  SAVED_QUERY_NAME,
  type SavedQuery,
  schemaToJson,
} from "../app/mod.ts";
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

/** What a client says of a query that is to be kept. */
export const savedQueryDraftShape = z.strictObject({
  name: z.string().regex(
    SAVED_QUERY_NAME,
    "it must be 1 to 100 letters, digits, blanks, '_', '-' or '.'",
  ),
  sql: z.string().min(1).max(1_000_000),
  experiment: z.string().min(1).max(200).nullable().optional(),
});

export const askedQueryShape = z.object({
  id: z.int(),
  asked_at: z.iso.datetime(),
  experiment: z.string().nullable(),
  dialect: z.string(),
  sql: z.string(),
  cut: z.boolean().describe("Whether `sql` is only the beginning of what was asked"),
  elapsed_ms: z.number(),
  row_count: z.int().nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
}).meta({ id: "AskedQuery" });

/** Writes a question of the history. */
export function askedQueryToJson(asked: AskedQuery): z.input<typeof askedQueryShape> {
  return {
    ...{ id: asked.id, asked_at: asked.askedAt, experiment: asked.experimentName },
    ...{ dialect: asked.dialect, sql: asked.sql, cut: asked.isCut },
    ...{ elapsed_ms: asked.elapsedMs, row_count: asked.rowCount },
    ...{ error_code: asked.error?.code ?? null, error_message: asked.error?.message ?? null },
  };
}

/** Values of a query's parameters: JSON's own, or a type and a text. */
export const parametersShape = z.record(
  z.string().regex(/^[\p{L}_][\p{L}\p{N}_]{0,99}$/u, "it must be a name, without its colon"),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.strictObject({ type: z.enum(PARAMETER_TYPES).optional(), value: z.string() }),
  ]),
).describe(
  "Values of the parameters `:name` of `sql`. A text is a text; write " +
    '`{"type": "date", "value": "2024-05-31"}` for what JSON has no type for; without `type` it is ' +
    "told from the form of the value",
);

/**
 * Reads the values of parameters.
 *
 * @throws DwSimError QUERY_PARAMETER_INVALID.
 */
export function readParameters(given: z.output<typeof parametersShape>): ParameterValues {
  return new Map(
    Object.entries(given).map(([name, value]) => {
      const typed = typeof value === "object" && value !== null ? value : plainParameter(value);
      return [name, readParameter({ name, text: typed.value, type: typed.type })];
    }),
  );
}

function plainParameter(value: string | number | boolean | null): TypedParameter {
  return { type: plainType(value), value: String(value) };
}

interface TypedParameter {
  readonly type?: ParameterType | undefined;
  readonly value: string;
}

function plainType(value: string | number | boolean | null): ParameterType {
  if (value === null) return "null";
  if (typeof value === "string") return "text";
  return typeof value === "number" ? "number" : "boolean";
}
