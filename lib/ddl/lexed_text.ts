import type { Region } from "./source_text.ts";
import type { Tokens } from "./tokens.ts";

/** Something opened and never closed. */
export interface NotClosed {
  readonly what: "string" | "comment" | "quoted name";
  readonly closer: string;
  readonly region: Region;
}

/** Something larger than any schema needs. */
export interface BeyondLimit {
  readonly what: string;
  readonly max: number;
  readonly unit: string;
  readonly region: Region;
}

export interface LexedText {
  readonly tokens: Tokens;
  readonly notClosed: readonly NotClosed[];
  /** Template text such as `{{ schema }}` that nobody filled in. */
  readonly templates: readonly Region[];
  readonly beyondLimits: readonly BeyondLimit[];
}
