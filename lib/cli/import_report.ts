import type { Diagnostic } from "../errors/mod.ts";
import type { ExperimentSchema, SchemaChange } from "../schema/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { counted } from "./words.ts";

/** Errors shown in full. */
const ERROR_COUNT_MAX = 20;
/** Tables named in the last line. */
const NAME_COUNT_MAX = 10;

export interface ImportReport {
  readonly imported: {
    readonly schema: ExperimentSchema;
    readonly diagnostics: readonly Diagnostic[];
    /** Tables that errors kept out. */
    readonly leftOut?: readonly string[];
  };
  readonly app: typeof import("../app/mod.ts");
  readonly dryRun: boolean;
  /** What was done to the experiment; by default it was created. */
  readonly verb?: "Created" | "Changed";
  /** What differs from the experiment there was, in words too; null when it is a new one. */
  readonly changes?: ImportedChanges | null;
}

interface ImportedChanges {
  readonly changes: readonly SchemaChange[];
  readonly dropped_runs: number;
  readonly text: string;
}

/**
 * Tells what an import made or, on a dry run, would make: columns and generators then too. Errors
 * come before what else was found, and the last line tells what they kept out.
 */
export async function reportImport(context: CliContext, report: ImportReport): Promise<void> {
  const { imported: { schema, diagnostics, leftOut }, app, dryRun, verb: done = "Created" } =
    report;
  const { text: changesText, ...changed } = report.changes ?? {};
  const errors = diagnostics.filter(isError);
  context.noteFindings(errors, ERROR_COUNT_MAX);
  context.noteFindings(diagnostics.filter((finding) => !isError(finding) && !isToldLast(finding)));
  // The schema room comes with zod, which commands that show no schema need not wait for.
  const { columnsText, schemaLine, tablesText } = await import("./schema_text.ts");
  const generators = dryRun ? await app.previewGenerators(schema) : undefined;
  // Made only where it is printed: that of thousands of tables is large.
  const json = context.options.json
    ? {
      schema: app.schemaToJson(schema),
      generators,
      left_out: leftOut,
      diagnostics,
      dry_run: dryRun,
      ...changed,
    }
    : null;
  const verb = dryRun ? `Would ${done === "Created" ? "create" : "change"}` : done;
  context.result(json, () =>
    [
      ...changesText !== undefined ? [changesText] : [
        generators === undefined
          ? tablesText(schema, context)
          : columnsText(schema, generators, context),
        "",
        `${verb} experiment '${schema.name}': ${schemaLine(schema)}`,
      ],
      ...errors.length === 0 ? [] : [partLine(report, errors.length)],
    ].join("\n"));
  if (!dryRun && errors.length === 0) {
    context.note(`Next: dw-sim experiment generate ${schema.name}`);
  }
}

function partLine({ imported, dryRun }: ImportReport, errorCount: number): string {
  const { schema: { tables }, leftOut = [] } = imported;
  const all = counted(tables.length + leftOut.length, "table");
  const done = `${dryRun ? "Would import" : "Imported"} ${tables.length} of ${all}`;
  const errors = counted(errorCount, "error");
  if (leftOut.length === 0) return `${done}, but ${errors} kept other statements out`;
  const named = leftOut.slice(0, NAME_COUNT_MAX).join(", ");
  const more = leftOut.length - NAME_COUNT_MAX;
  return `${done}; left out because of ${errors}: ${named}${more > 0 ? ` and ${more} more` : ""}`;
}

/** The last line names all tables that are left out. */
function isToldLast({ code }: Diagnostic): boolean {
  return code === "DDL_TABLE_LEFT_OUT";
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
