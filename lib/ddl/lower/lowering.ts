import type { Diagnostic, Place } from "../../errors/mod.ts";
import type { DialectRules, TypeReading, TypeRule } from "../dialect_rules.ts";
import type { ParsedTable, ParsedType, Statement } from "../reader/parsed.ts";
import type { Region } from "../source_text.ts";
import type { SourceTexts } from "../source_texts.ts";
import { DraftCatalog } from "./draft_catalog.ts";

/** What the steps from statements to schema share. */
export class Lowering {
  readonly rules: DialectRules;
  readonly catalog = new DraftCatalog();
  /** Statements that name a table which the text may define further down. */
  readonly deferred: Statement[] = [];
  readonly #sources: SourceTexts;
  readonly #readings = new Map<ParsedType, TypeReading>();
  readonly #report: (finding: Diagnostic) => void;

  constructor(
    options: {
      readonly rules: DialectRules;
      readonly sources: SourceTexts;
      readonly report: (finding: Diagnostic) => void;
    },
  ) {
    this.rules = options.rules;
    this.#sources = options.sources;
    this.#report = options.report;
  }

  place(region: Region): Place {
    return this.#sources.place(region);
  }

  /** What a rule makes of a type, found out once for all columns that share it. */
  readingOf(type: ParsedType, rule: TypeRule): TypeReading {
    const known = this.#readings.get(type);
    if (known !== undefined) return known;
    const reading = rule(type.typeArguments);
    this.#readings.set(type, reading);
    return reading;
  }

  /** Reports a finding; a warning about a table is shown with the table, too. */
  report(finding: Diagnostic, table?: ParsedTable): void {
    this.#report(finding);
    if (finding.severity === "warning") table?.warnings.push(finding.message);
  }

  /** Reports an error that keeps a table from being imported. */
  refuse(finding: Diagnostic, table: ParsedTable): void {
    this.#report(finding);
    table.isRefused = true;
  }
}
