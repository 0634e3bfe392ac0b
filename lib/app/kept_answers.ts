import type { KeptAnswer } from "../catalog/mod.ts";
import type { AppContext } from "./app_context.ts";

/** The answer that was given under a key, if there is one. */
export function recallAnswer({ catalog }: AppContext, key: string): KeptAnswer | null {
  return catalog.answers.find(key);
}

/** Keeps an answer under the key its client chose, so that nothing is done twice. */
export function keepAnswer({ catalog }: AppContext, key: string, answer: KeptAnswer): void {
  catalog.answers.keep(key, answer);
}
