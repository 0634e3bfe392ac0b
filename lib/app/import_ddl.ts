import { type DdlSource, importDdl as readDdl } from "../ddl/mod.ts";
import { type Diagnostic, diagnostic, DwSimError } from "../errors/mod.ts";
import { CALENDAR_ROWS, calendarOf, codeRows } from "../generation/mod.ts";
import {
  type Dialect,
  type ExperimentSchema,
  type Locale,
  parseExperimentName,
  validateSchema,
} from "../schema/mod.ts";
import { storeExperiment } from "./_store_experiment.ts";
import type { AppContext } from "./app_context.ts";
import type { CreateOptions } from "./create_experiment.ts";

export interface ImportDdlOptions extends CreateOptions {
  readonly name: string;
  readonly dialect: Dialect;
  readonly description?: string;
  /** Whose names, towns and words texts are made of; English by default. */
  readonly locale?: Locale;
  /** Target rows of every table; by default 1,000, or as many as there are codes where keys are. */
  readonly rows?: number;
  /** Whether one error stops all; by default tables with errors are left out. */
  readonly strict?: boolean;
  /** Reads and checks, and keeps nothing. */
  readonly dryRun?: boolean;
}

/** What was made of the DDL, and what there is to say about it. */
export interface ImportedDdl {
  readonly schema: ExperimentSchema;
  /** Names of the tables that errors kept out. */
  readonly leftOut: readonly string[];
  /** Warnings and infos, and unless `strict` also errors: not all was imported then. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes an experiment of warehouse DDL.
 *
 * @param context Where to keep it.
 * @param input The SQL, or several files of it that may name each other's tables.
 * @param options Name, dialect, rows.
 * @throws DwSimError NAME_INVALID, SCHEMA_INVALID with every problem and its place in the text (if
 * `strict`, or when no table is left), DDL_LIMIT_REACHED, and EXPERIMENT_NAME_TAKEN; nothing is kept
 * then.
 */
export function importDdl(
  context: AppContext,
  input: string | readonly DdlSource[],
  { source, dryRun = false, requestKey, ...options }: ImportDdlOptions,
): ImportedDdl {
  const name = parseExperimentName(options.name);
  const { schema: read, leftOut, diagnostics: told } = readDdl(input, { ...options, name });
  const { schema, diagnostics: fewer } = read === null || options.rows !== undefined
    ? { schema: read, diagnostics: [] }
    : withNaturalRows(read);
  const diagnostics = [...told, ...fewer];
  const problems = [
    ...schema === null ? diagnostics.filter(isError) : [],
    ...schema === null ? [] : validateSchema(schema),
  ];
  if (schema === null || problems.length > 0) throw refusal(source, problems);
  if (!dryRun) storeExperiment(context, schema, requestKey);
  return { schema, leftOut, diagnostics };
}

/** Calendars have a row a day; tables of countries and the like, as many as there are of these. */
function withNaturalRows(schema: ExperimentSchema): Pick<ImportedDdl, "schema" | "diagnostics"> {
  const diagnostics: Diagnostic[] = [];
  const tables = schema.tables.map((table, index) => {
    const at = { path: `$.tables[${index}]` };
    if (calendarOf(table) !== null) {
      const detail = { table: table.name, rows: CALENDAR_ROWS };
      diagnostics.push(diagnostic("PLAN_ROWS_OF_DAYS", detail, at));
      return Object.freeze({ ...table, targetRows: CALENDAR_ROWS });
    }
    const codes = codeRows(table);
    if (codes === null || codes.count >= table.targetRows) return table;
    const { count: rows, ...key } = codes;
    const detail = { table: table.name, rows, ...key };
    diagnostics.push(diagnostic("PLAN_ROWS_OF_CODES", detail, at));
    return Object.freeze({ ...table, targetRows: rows });
  });
  return diagnostics.length === 0
    ? { schema, diagnostics }
    : { schema: Object.freeze({ ...schema, tables: Object.freeze(tables) }), diagnostics };
}

function refusal(source: string, problems: readonly Diagnostic[]): DwSimError {
  if (problems.some(({ code }) => code === "DDL_LIMIT")) {
    return new DwSimError("DDL_LIMIT_REACHED", { source }, { problems });
  }
  return new DwSimError("SCHEMA_INVALID", { source, count: problems.length }, { problems });
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
