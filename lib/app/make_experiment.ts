import type { RequestKey } from "../catalog/mod.ts";
import { parseSchema, parseYamlSchema } from "../schema/mod.ts";
import { storeExperiment } from "./_store_experiment.ts";
import type { AppContext } from "./app_context.ts";
import type { ColumnChanges } from "./change_columns.ts";
import { importChangedDdl } from "./import_changed_ddl.ts";
import type { ImportedDdl } from "./import_ddl.ts";
import type { SchemaText } from "./interpret_schema.ts";

/** A text of which an experiment is to be made. */
export interface MakeExperimentRequest {
  readonly input: SchemaText;
  /** How values of columns are made otherwise than DDL has it. */
  readonly columns?: ColumnChanges;
  /** Of a request that must not be done twice. */
  readonly requestKey?: RequestKey;
  /** Reads and checks, and keeps nothing. */
  readonly dryRun?: boolean;
}

/**
 * Makes an experiment of a text, whatever language it is in.
 *
 * @param context Where to keep it.
 * @param request The text, and what to change of it.
 * @throws DwSimError What `importDdl`, `createExperiment` and `createExperimentFromYaml` throw; nothing
 * is kept then.
 */
export async function makeExperiment(
  context: AppContext,
  { input, columns = {}, requestKey, dryRun = false }: MakeExperimentRequest,
): Promise<ImportedDdl> {
  if (input.kind === "ddl") {
    const options = { ...input.options, columns, dryRun, ...requestKey && { requestKey } };
    return importChangedDdl(context, input.text, options);
  }
  const { kind, text, source } = input;
  const schema = kind === "json"
    ? parseSchema(text, { source })
    : await parseYamlSchema(text, { source });
  if (!dryRun) storeExperiment(context, schema, requestKey);
  return { schema, leftOut: [], diagnostics: [] };
}
