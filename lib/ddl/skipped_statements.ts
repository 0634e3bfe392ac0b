import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import type { Region } from "./source_text.ts";
import type { SourceTexts } from "./source_texts.ts";

/** Counts the statements that define no table, so that one finding tells of them all. */
export class SkippedStatements {
  readonly #counts = new Map<string, number>();
  #first: Region | null = null;
  #total = 0;

  get total(): number {
    return this.#total;
  }

  count(words: string, region: Region): void {
    this.#counts.set(words, (this.#counts.get(words) ?? 0) + 1);
    this.#first ??= region;
    this.#total++;
  }

  /** The finding, placed at the first of them; the most frequent kinds come first. */
  finding(sources: SourceTexts): Diagnostic {
    const kinds = [...this.#counts].map(([name, count]) => ({ name, count }));
    kinds.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    const place = this.#first === null ? {} : sources.place(this.#first);
    return diagnostic("DDL_STATEMENTS_SKIPPED", { count: this.#total, kinds }, place);
  }
}
