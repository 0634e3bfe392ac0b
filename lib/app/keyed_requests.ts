import type { KeyedRequest, RequestKey } from "../catalog/mod.ts";
import type { AppContext } from "./app_context.ts";

/** How far the request of a key came, if there was one. */
export function findKeyedRequest({ catalog }: AppContext, key: string): KeyedRequest | null {
  return catalog.keyedRequests.find(key);
}

/** Keeps an answer under the key its client chose, so that it can be given again. */
export function keepAnswer({ catalog }: AppContext, key: RequestKey, answer: string): void {
  catalog.keyedRequests.keepAnswer(key, answer);
}
