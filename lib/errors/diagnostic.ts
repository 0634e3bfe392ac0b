import type { DiagnosticDefinition, Severity } from "./define_diagnostic.ts";
import { DBT_DIAGNOSTICS } from "./diagnostics/dbt.ts";
import { DDL_DIAGNOSTICS } from "./diagnostics/ddl.ts";
import { PLAN_DIAGNOSTICS } from "./diagnostics/plan.ts";
import { QUERY_DIAGNOSTICS } from "./diagnostics/query.ts";
import { SAMPLE_DIAGNOSTICS } from "./diagnostics/sample.ts";
import { SCHEMA_DIAGNOSTICS } from "./diagnostics/schema.ts";
import { WEB_DIAGNOSTICS } from "./diagnostics/web.ts";
import { YAML_DIAGNOSTICS } from "./diagnostics/yaml.ts";

/** Where in a text something stands. Lines and columns count from 1, offsets from 0 (UTF-16). */
export interface Span {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

/** A place: in a text, in a JSON document, or unknown. */
export interface Place {
  /** Name of the text, where there are several. */
  readonly source?: string;
  readonly span?: Span;
  /** JSON path, `$.tables[0].columns[2].data_type`. */
  readonly path?: string;
}

/** A finding about the user's input. Warnings are data: they are kept, shown and tested as such. */
export interface Diagnostic extends Place {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

/** Every finding there is, by its permanent code. */
export const DIAGNOSTICS = {
  ...DBT_DIAGNOSTICS,
  ...DDL_DIAGNOSTICS,
  ...PLAN_DIAGNOSTICS,
  ...QUERY_DIAGNOSTICS,
  ...SAMPLE_DIAGNOSTICS,
  ...SCHEMA_DIAGNOSTICS,
  ...WEB_DIAGNOSTICS,
  ...YAML_DIAGNOSTICS,
} as const;

export type DiagnosticCode = keyof typeof DIAGNOSTICS;

type DetailOf<Code extends DiagnosticCode> = (typeof DIAGNOSTICS)[Code] extends
  DiagnosticDefinition<infer Detail> ? Detail : never;

/**
 * Makes a finding from its catalogue entry.
 *
 * @param code The permanent code.
 * @param detail The values the texts quote.
 * @param place Where it was found.
 * @returns The finding, frozen.
 */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  detail: DetailOf<Code>,
  place: Place = {},
): Diagnostic {
  const { severity, message, hint } = DIAGNOSTICS[code] as DiagnosticDefinition<DetailOf<Code>>;
  return Object.freeze({ code, severity, message: message(detail), hint: hint(detail), ...place });
}
