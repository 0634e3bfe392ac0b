import type { EngineRefusal } from "../wire/engine_messages.ts";

/** Carries a refusal out of the work it ends; words for people are found where their text is. */
export class Refused extends Error {
  readonly refusal: EngineRefusal;

  constructor(refusal: EngineRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
