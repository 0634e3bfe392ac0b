import type { Diagnostic } from "../errors/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";
import type { AppContext } from "./app_context.ts";
import type { ImportDdlOptions } from "./import_ddl.ts";
import { makeExperiment } from "./make_experiment.ts";
import { type GeneratorsByColumn, previewGenerators } from "./preview_generators.ts";

/** A text that an experiment could be made of. */
export type SchemaText =
  | { readonly kind: "json" | "yaml"; readonly text: string; readonly source: string }
  | {
    readonly kind: "ddl";
    readonly text: string;
    readonly options: Omit<ImportDdlOptions, "dryRun" | "requestKey">;
  };

/** How a text is understood. */
export interface Interpretation {
  readonly schema: ExperimentSchema;
  /** Names of the tables that errors kept out. */
  readonly leftOut: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly generators: GeneratorsByColumn;
}

/**
 * Reads a text as an experiment would be made of it, and keeps nothing.
 *
 * @throws DwSimError What making it would throw, apart from a name that is taken.
 */
export async function interpretSchema(
  context: AppContext,
  input: SchemaText,
): Promise<Interpretation> {
  const { schema, leftOut, diagnostics } = await makeExperiment(context, { input, dryRun: true });
  return { schema, leftOut, diagnostics, generators: await previewGenerators(schema) };
}
