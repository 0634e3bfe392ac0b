import { type Diagnostic, DwSimError } from "../../errors/mod.ts";
import { type ExperimentSchema, topology } from "../../schema/mod.ts";
import { GENERATOR_VERSION } from "../generator_version.ts";
import { WordBook } from "../generators/word_book.ts";
import { honourChecks } from "./checks/honour_checks.ts";
import { checkProportions } from "./check_proportions.ts";
import { ColumnPlanner } from "./column_planner.ts";
import { PlanContext } from "./plan_context.ts";
import type { GenerationPlan, TablePlan } from "./plan_types.ts";

export interface PlanOptions {
  /** Integer in [0, 2^53). */
  readonly seed: number;
  /** Rows by table name, in the schema's spelling; other tables get their `targetRows`. */
  readonly rows?: ReadonlyMap<string, number>;
}

export interface PlanResult {
  readonly plan: GenerationPlan;
  /** Warnings and infos; what cannot exist is thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decides how every value will be made, before a single row is. Pure: the same question has the
 * same plan.
 *
 * @param schema A valid schema.
 * @param options Seed and row counts.
 * @returns The plan, and what the user should know about it.
 * @throws {DwSimError} GENERATION_IMPOSSIBLE with every reason why these rows cannot exist;
 * SCHEMA_INVALID if tables need each other in a circle.
 */
export async function planGeneration(
  schema: ExperimentSchema,
  { seed, rows = new Map() }: PlanOptions,
): Promise<PlanResult> {
  const book = await WordBook.open(schema.locale);
  const checks = honourChecks(schema);
  const context = new PlanContext({ schema: checks.schema, seed, rows, book, checks });
  const planner = new ColumnPlanner(context);
  // Parents first, so that chains of references are resolved one link at a time.
  const plans = new Map<string, TablePlan>();
  for (const name of topology(schema).order) {
    const table = context.table(name);
    const columns = table.columns.map((column) => planner.plan(table, column));
    plans.set(table.name, { name: table.name, rowCount: context.rowCount(table), columns });
  }
  checkProportions(context, schema);
  const diagnostics = distinctFindings(context.findings);
  const problems = diagnostics.filter(({ severity }) => severity === "error");
  if (problems.length > 0) {
    throw new DwSimError("GENERATION_IMPOSSIBLE", { count: problems.length }, { problems });
  }
  const tables = schema.tables.map(({ name }) => plans.get(name)!);
  const plan = { generatorVersion: GENERATOR_VERSION, seed, tables, pools: context.pools };
  return { plan, diagnostics };
}

/** A column that several keys ask about reports the same thing several times. */
function distinctFindings(findings: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return findings.filter(({ code, path, message }) => {
    const identity = JSON.stringify([code, path, message]);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}
