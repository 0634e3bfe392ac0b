import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import type { Dialect, ExperimentSchema, Locale, Table } from "../schema/mod.ts";
import { DIALECTS } from "./dialects/mod.ts";
import { applyDeferred } from "./lower/apply_statement.ts";
import { lowerTables } from "./lower/lower_tables.ts";
import { Lowering } from "./lower/lowering.ts";
import { readFile, type Reading } from "./read_file.ts";
import type { DdlSource } from "./render_diagnostic.ts";
import { SkippedStatements } from "./skipped_statements.ts";
import { SourceTexts } from "./source_texts.ts";

/** Rows of every table when the user does not say. */
export const TARGET_ROWS_DEFAULT = 1_000;

export interface ImportOptions {
  /** Name of the experiment. */
  readonly name: string;
  readonly dialect: Dialect;
  readonly description?: string;
  /** Whose names, towns and words texts are made of; English by default. */
  readonly locale?: Locale;
  /** Target rows of every table. */
  readonly rows?: number;
  /**
   * Whether one error stops the import. By default tables with errors are left out and the rest
   * makes the schema.
   */
  readonly strict?: boolean;
}

export interface DdlImport {
  /** Null when an error stands that stops the import, or when no table is left. */
  readonly schema: ExperimentSchema | null;
  /** Names of the tables that errors keep out of the schema, in the order of the text. */
  readonly leftOut: readonly string[];
  /** In the order of their places in the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the DDL of a warehouse into an experiment schema. Pure; takes time linear in the text.
 *
 * @param input One text of SQL, or several files that may name each other's tables; statements that
 * define no table are skipped and counted.
 * @param options Name of the experiment, dialect of the text, and what an error stops.
 * @returns The schema, and everything there is to say about the text.
 *
 * @example
 * ```ts
 * import { importDdl } from "./mod.ts";
 *
 * const text = "CREATE TABLE users (id INTEGER IDENTITY(1,1) PRIMARY KEY, email VARCHAR(100))";
 * const { schema } = importDdl(text, { name: "shop", dialect: "redshift" });
 * console.log(schema?.tables[0]?.columns[1]?.type); // { kind: "string", maxLength: 100, … }
 * ```
 */
export function importDdl(
  input: string | readonly DdlSource[],
  options: ImportOptions,
): DdlImport {
  const { dialect, rows = TARGET_ROWS_DEFAULT, strict = false } = options;
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => void diagnostics.push(finding);
  const sources = new SourceTexts(input);
  const rules = DIALECTS[dialect];
  const skipped = new SkippedStatements();
  const types: Reading["types"] = new Map();
  const lowering = new Lowering({ rules, sources, report });
  for (const file of sources.files) {
    readFile(file, { sources, rules, diagnostics, skipped, types, lowering });
  }
  applyDeferred(lowering);
  if (skipped.total > 0) report(skipped.finding(sources));
  const { tables, leftOut } = lowerTables(lowering, { targetRows: rows, leavesOut: !strict });
  const isStopped = strict && diagnostics.some(isError);
  if (tables.length === 0 && !diagnostics.some(isError)) report(diagnostic("DDL_NO_TABLES", {}));
  const schema = isStopped || tables.length === 0 ? null : makeSchema(tables, options);
  return Object.freeze({ schema, leftOut, diagnostics: inOrder(diagnostics, sources) });
}

function makeSchema(tables: readonly Table[], options: ImportOptions): ExperimentSchema {
  const { name, dialect, description, locale } = options;
  return Object.freeze({
    name,
    ...(description !== undefined && { description }),
    dialect,
    ...(locale !== undefined && { locale }),
    tables,
  });
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function inOrder(
  diagnostics: readonly Diagnostic[],
  { files }: SourceTexts,
): readonly Diagnostic[] {
  const bases = new Map(files.map(({ name, base }) => [name, base]));
  const offset = ({ source, span }: Diagnostic) =>
    span === undefined ? Infinity : (bases.get(source) ?? 0) + span.offset;
  return Object.freeze(
    diagnostics.toSorted((a, b) => offset(a) < offset(b) ? -1 : offset(a) > offset(b) ? 1 : 0),
  );
}
