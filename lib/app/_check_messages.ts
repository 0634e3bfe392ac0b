import type { Diagnostic } from "../errors/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";
import type { SentError } from "./_run_messages.ts";
import type { Interpretation, SchemaText } from "./interpret_schema.ts";
import type { MakeExperimentRequest } from "./make_experiment.ts";
import type { ColumnPreview, PreviewColumnRequest } from "./preview_column.ts";
import type { GeneratorsByColumn } from "./preview_generators.ts";

/** Something that is read or planned, or made of what was read. */
export type CheckTask =
  | {
    readonly kind: "make";
    readonly request: BackgroundMakeRequest;
    readonly dataRoot: string;
  }
  | { readonly kind: "interpret"; readonly input: SchemaText }
  | { readonly kind: "preview"; readonly request: PreviewColumnRequest }
  | { readonly kind: "generators"; readonly schema: ExperimentSchema };

/** An experiment to make, and what to tell of it. */
export interface BackgroundMakeRequest extends MakeExperimentRequest {
  /** Whether schema and generators are to be told. */
  readonly isDescribed?: boolean;
}

/**
 * What was made. Schema and generators are JSON in texts: where there are thousands of tables, it
 * costs as much to hand them over as objects and to write them down as it did to read the DDL.
 */
export interface BackgroundMade {
  readonly name: string;
  readonly leftOut: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly described: { readonly schema: string; readonly generators: string } | null;
}

export type CheckAnswer =
  | { readonly kind: "made"; readonly value: BackgroundMade }
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
