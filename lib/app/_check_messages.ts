import type { ExperimentSchema } from "../schema/mod.ts";
import type { SentError } from "./_run_messages.ts";
import type { Interpretation, SchemaText } from "./interpret_schema.ts";
import type { ColumnPreview, PreviewColumnRequest } from "./preview_column.ts";
import type { GeneratorsByColumn } from "./preview_generators.ts";

/** Something that is read or planned, and not kept. */
export type CheckTask =
  | { readonly kind: "interpret"; readonly input: SchemaText }
  | { readonly kind: "preview"; readonly request: PreviewColumnRequest }
  | { readonly kind: "generators"; readonly schema: ExperimentSchema };

export type CheckAnswer =
  | { readonly kind: "interpretation"; readonly value: Interpretation }
  | { readonly kind: "column"; readonly value: ColumnPreview }
  | { readonly kind: "generators"; readonly value: GeneratorsByColumn };

export interface ToCheckWorker {
  readonly id: number;
  readonly task: CheckTask;
}

export type FromCheckWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly id: number; readonly answer: CheckAnswer }
  | { readonly kind: "failed"; readonly id: number; readonly error: SentError };
