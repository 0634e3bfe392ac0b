import type { Diagnostic } from "../errors/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";
import type { CliContext } from "./cli_context.ts";

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

/** Tells what an import made or, on a dry run, would make: columns and generators then too. */
export async function reportImport(
  context: CliContext,
  { imported: { schema, diagnostics }, app, dryRun, verb: done = "Created" }: ImportReport,
): Promise<void> {
  // The schema room comes with zod, which commands that show no schema need not wait for.
  const { columnsText, schemaLine, tablesText } = await import("./schema_text.ts");
  context.noteFindings(diagnostics);
  const generators = dryRun ? await app.previewGenerators(schema) : undefined;
  const json = { schema: app.schemaToJson(schema), generators, diagnostics, dry_run: dryRun };
  const verb = dryRun ? `Would ${done === "Created" ? "create" : "change"}` : done;
  context.result(json, () =>
    [
      generators === undefined
        ? tablesText(schema, context)
        : columnsText(schema, generators, context),
      "",
      `${verb} experiment '${schema.name}': ${schemaLine(schema)}`,
    ].join("\n"));
  if (!dryRun) context.note(`Next: dw-sim experiment generate ${schema.name}`);
}
