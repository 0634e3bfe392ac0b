import type { Diagnostic } from "../errors/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { counted } from "./words.ts";

export interface ImportReport {
  readonly imported: {
    readonly schema: ExperimentSchema;
    readonly diagnostics: readonly Diagnostic[];
  };
  readonly app: typeof import("../app/mod.ts");
  readonly dryRun: boolean;
  /** What was done to the experiment; by default it was created. */
  readonly verb?: "Created" | "Changed";
}

/**
 * Tells what an import made or, on a dry run, would make: columns and generators then too. Errors, of
 * tables that were left out, come before what else was found.
 */
export async function reportImport(context: CliContext, report: ImportReport): Promise<void> {
  const { imported: { schema, diagnostics }, app, dryRun, verb: done = "Created" } = report;
  const errors = diagnostics.filter(isError);
  context.noteFindings([...errors, ...diagnostics.filter((finding) => !isError(finding))]);
  // The schema room comes with zod, which commands that show no schema need not wait for.
  const { columnsText, schemaLine, tablesText } = await import("./schema_text.ts");
  const generators = dryRun ? await app.previewGenerators(schema) : undefined;
  // Made only where it is printed: that of thousands of tables is large.
  const json = context.options.json
    ? { schema: app.schemaToJson(schema), generators, diagnostics, dry_run: dryRun }
    : null;
  const verb = dryRun ? `Would ${done === "Created" ? "create" : "change"}` : done;
  context.result(json, () =>
    [
      generators === undefined
        ? tablesText(schema, context)
        : columnsText(schema, generators, context),
      "",
      `${verb} experiment '${schema.name}': ${schemaLine(schema)}`,
      ...errors.length === 0 ? [] : [leftOutLine(errors.length, diagnostics)],
    ].join("\n"));
  if (!dryRun) context.note(`Next: dw-sim experiment generate ${schema.name}`);
}

function leftOutLine(errorCount: number, diagnostics: readonly Diagnostic[]): string {
  const leftOut = diagnostics.filter(({ code }) => code === "DDL_TABLE_LEFT_OUT").length;
  return `${counted(errorCount, "error")}: ${counted(leftOut, "table")} left out`;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
