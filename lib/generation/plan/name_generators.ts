import { DwSimError } from "../../errors/mod.ts";
import { type Column, type ExperimentSchema, keysOf, type Table } from "../../schema/mod.ts";
import { inferRules } from "../infer/infer_rules.ts";
import { saysNothing } from "../infer/says_nothing.ts";
import { WordBook } from "../generators/word_book.ts";
import { honourChecks } from "./checks/honour_checks.ts";
import { chooseGenerator } from "./choose_source.ts";
import { ColumnPlanner } from "./column_planner.ts";
import { PlanContext } from "./plan_context.ts";
import { placeGroups } from "./places/place_group.ts";
import { defaultRule } from "./rules/default_rule.ts";

/**
 * The generator of every column that has one, by table and column name; where a rule makes the
 * values, the rule behind `= `.
 */
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
  const book = await WordBook.open(schema.locale);
  const checks = honourChecks(schema);
  const context = new PlanContext({
    ...{ schema: checks.schema, seed: 0, rows: new Map(), book, checks },
  });
  // Rules need the plans of what they rest on: what these report is not asked here.
  const planner = new ColumnPlanner(
    new PlanContext({ schema: checks.schema, seed: 0, rows: new Map(), book, checks }),
  );
  const names = checks.schema.tables.map((table) => {
    const generators = namesOf(table, context);
    return [table.name, { ...generators, ...rulesOf(table, { planner, context }) }] as const;
  });
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
    const name = chooseGenerator(context, table, column)?.name ?? "values";
    names[column.name] = column.pattern === undefined || name === "values" ? name : "pattern";
  }
  return names;
}

/** Names of what follows from other columns, for tables where that may be. */
function rulesOf(
  table: Table,
  { planner, context }: { readonly planner: ColumnPlanner; readonly context: PlanContext },
): Readonly<Record<string, string>> {
  if (!mayHaveRules(table, context)) return {};
  return Object.fromEntries(table.columns.flatMap((column): readonly [string, string][] => {
    const { rule, generator } = planner.plan(table, column);
    if (rule !== undefined) return [[column.name, `= ${rule.text}`]];
    return generator?.startsWith("place_") ? [[column.name, generator]] : [];
  }));
}

/** Looked at without planning a key: most tables have nothing of the kind. */
function mayHaveRules(table: Table, { schema, checks }: PlanContext): boolean {
  const isIn = (keys: readonly (readonly string[])[], { name }: Column) =>
    keys.some((key) => key.some((each) => each.toLowerCase() === name.toLowerCase()));
  const foreign = table.foreignKeys.map(({ columns }) => columns);
  const keys = keysOf(table);
  const role = (column: Column) =>
    isIn(foreign, column) ? "foreign" : isIn(keys, column) ? "distinct" : "free";
  return table.columns.some((column) =>
    column.rule !== undefined || defaultRule(column) !== null
  ) ||
    (checks.rowFacts.get(table)?.length ?? 0) > 0 ||
    inferRules(table, { schema, role }).size > 0 ||
    placeGroups(table, (column) => saysNothing(column) && role(column) === "free").length > 0;
}
