import { currentOwner, type RequestKey, type RowsByTable } from "../catalog/mod.ts";
import type { RunKind, RunRecord } from "../catalog/mod.ts";
import type { Diagnostic } from "../errors/mod.ts";
import {
  CALENDAR_ROWS,
  calendarOf,
  codeRows,
  type GenerationPlan,
  planGeneration,
} from "../generation/mod.ts";
import { type ExperimentSchema, findTable, type Table } from "../schema/mod.ts";
import type { FileLayout, GenerationProgress, Manifest } from "../storage/mod.ts";
import { DEFAULT_LAYOUT, refuseTakenPath } from "../storage/mod.ts";
import { readExperiment } from "./_read_experiment.ts";
import { carryOutRun } from "./_carry_out_run.ts";
import type { AppContext } from "./app_context.ts";

/** How many rows are wanted where it differs from the schema. */
export interface RowRequest {
  /** For every table that is not named. */
  readonly everyTable?: number;
  /** By table name, upper and lower case alike. */
  readonly byTable?: ReadonlyMap<string, number>;
  /** By which the rows of all tables that `byTable` does not name are multiplied. */
  readonly scale?: number;
}

/** How a run is made, whatever it is made of. */
export interface RunMeans {
  readonly workerCount?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: GenerationProgress) => void;
  /** Hears of the run as soon as the catalog has it. */
  readonly onRun?: (run: RunRecord) => void;
}

export interface GenerateRequest extends RunMeans {
  /** By default new data. */
  readonly kind?: RunKind;
  readonly rows?: RowRequest;
  /** Integer in [0, 2^53); drawn by lot when absent, and always recorded. */
  readonly seed?: number;
  readonly layout?: FileLayout;
  /** A folder that does not exist yet, for the files; by default one inside the data root. */
  readonly outputPath?: string;
  /** Of a request that must not be done twice. */
  readonly requestKey?: RequestKey | undefined;
}

/** A completed run. */
export interface GeneratedRun {
  readonly run: RunRecord;
  readonly manifest: Manifest;
  readonly plan: GenerationPlan;
  /** Warnings and infos of the plan. */
  readonly diagnostics: readonly Diagnostic[];
  /** From the first row to the published run; planning is not in it. */
  readonly elapsedMs: number;
}

/**
 * Fills an experiment: plans, writes, publishes, and makes the run the current one. What cannot
 * exist is refused before there is a run; a run that fails is recorded, and can be resumed.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @param request Rows, seed and means.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, TABLE_NOT_FOUND, GENERATION_IMPOSSIBLE,
 * RUN_ALREADY_ACTIVE, STORAGE_TARGET_EXISTS, RUN_CANCELLED, STORAGE_…
 */
export async function generate(
  context: AppContext,
  name: string,
  request: GenerateRequest = {},
): Promise<GeneratedRun> {
  const { record, schema } = readExperiment(context, name);
  const { layout = DEFAULT_LAYOUT, seed = drawSeed(), kind = "generate" } = request;
  if (request.outputPath !== undefined) refuseTakenPath(request.outputPath);
  const rows = rowsByTable(schema, request.rows ?? {});
  const { plan, diagnostics } = await planGeneration(schema, { seed, rows });
  const run = context.catalog.runs.create({
    experimentName: record.name,
    seed,
    generatorVersion: plan.generatorVersion,
    schemaHash: record.schemaHash,
    targetRows: targetRows(plan),
    outputPath: (id) => request.outputPath ?? context.dataRoot.runPath(record.name, id),
    owner: currentOwner(),
    ...{ kind, layout, requestKey: request.requestKey },
  });
  request.onRun?.(run);
  const carriedOut = await carryOutRun(context, run, { ...request, plan });
  return { ...carriedOut, plan, diagnostics };
}

/** 32 bits by lot: enough to be always another, few enough to be typed again. */
function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!;
}

function rowsByTable(
  schema: ExperimentSchema,
  { everyTable, byTable = new Map(), scale = 1 }: RowRequest,
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  if (everyTable !== undefined || scale !== 1) {
    for (const table of schema.tables) {
      rows.set(table.name, scaledRows(table, everyTable ?? table.targetRows, scale));
    }
  }
  for (const [table, count] of byTable) rows.set(findTable(schema, table).name, count);
  return rows;
}

/** At least a row stays where there were some, and of what there are so many, no more are made. */
function scaledRows(table: Table, rows: number, scale: number): number {
  const scaled = Math.round(rows * scale);
  if (rows > 0 && scaled < 1) return 1;
  const natural = calendarOf(table) === null ? codeRows(table)?.count : CALENDAR_ROWS;
  const countMax = scale > 1 ? natural ?? Infinity : Infinity;
  return Math.min(scaled, Math.max(rows, countMax));
}

function targetRows({ tables }: GenerationPlan): RowsByTable {
  return Object.fromEntries(tables.map(({ name, rowCount }) => [name, rowCount]));
}
