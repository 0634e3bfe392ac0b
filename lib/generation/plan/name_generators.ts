import { DwSimError } from "../../errors/mod.ts";
import type { ExperimentSchema, Table } from "../../schema/mod.ts";
import { WordBook } from "../generators/word_book.ts";
import { honourChecks } from "./checks/honour_checks.ts";
import { chooseGenerator } from "./choose_source.ts";
import { PlanContext } from "./plan_context.ts";

/** The generator of every column that has one, by table and column name. */
export type GeneratorNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Names the generators that a plan would have, without making one: a schema of thousands of tables
 * is looked at more often than it is filled.
 *
 * @param schema A valid schema.
 * @returns Columns of foreign keys have none: they repeat what their parent holds.
 * @throws {DwSimError} GENERATION_IMPOSSIBLE with what columns ask for and cannot have.
 */
export async function nameGenerators(schema: ExperimentSchema): Promise<GeneratorNames> {
  const book = await WordBook.open();
  const checks = honourChecks(schema);
  const context = new PlanContext({
    ...{ schema: checks.schema, seed: 0, rows: new Map(), book, checks },
  });
  const names = checks.schema.tables.map((table) => [table.name, namesOf(table, context)] as const);
  const problems = context.findings.filter(({ severity }) => severity === "error");
  if (problems.length > 0) {
    throw new DwSimError("GENERATION_IMPOSSIBLE", { count: problems.length }, { problems });
  }
  return Object.fromEntries(names);
}

function namesOf(table: Table, context: PlanContext): Readonly<Record<string, string>> {
  const foreign = new Set(
    table.foreignKeys.flatMap(({ columns }) => columns.map((name) => name.toLowerCase())),
  );
  const names: Record<string, string> = {};
  for (const column of table.columns) {
    if (foreign.has(column.name.toLowerCase())) continue;
    names[column.name] = chooseGenerator(context, table, column)?.name ?? "values";
  }
  return names;
}
