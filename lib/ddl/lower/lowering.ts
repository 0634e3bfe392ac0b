import type { Diagnostic, Place } from "../../errors/mod.ts";
import type { DialectRules } from "../dialect_rules.ts";
import type { ParsedTable, Statement } from "../reader/parsed.ts";
import type { Region, SourceText } from "../source_text.ts";
import { DraftCatalog } from "./draft_catalog.ts";

/** What the steps from statements to schema share. */
export class Lowering {
  readonly rules: DialectRules;
  readonly catalog = new DraftCatalog();
  /** Statements that name a table which the text may define further down. */
  readonly deferred: Statement[] = [];
  readonly #source: SourceText;
  readonly #report: (finding: Diagnostic) => void;

  constructor(
    options: {
      readonly rules: DialectRules;
      readonly source: SourceText;
      readonly report: (finding: Diagnostic) => void;
    },
  ) {
    this.rules = options.rules;
    this.#source = options.source;
    this.#report = options.report;
  }

  place(region: Region): Place {
    return { span: this.#source.span(region) };
  }

  /** Reports a finding; a warning about a table is shown with the table, too. */
  report(finding: Diagnostic, table?: ParsedTable): void {
    this.#report(finding);
    if (finding.severity === "warning") table?.warnings.push(finding.message);
  }
}
