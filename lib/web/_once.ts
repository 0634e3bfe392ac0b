import { createHash } from "node:crypto";
import { findKeyedRequest, keepAnswer, type RequestKey } from "../app/mod.ts";
import { diagnostic, DwSimError } from "../errors/mod.ts";
import { z } from "zod";
import type { JsonAnswer } from "./define_route.ts";
import type { Service } from "./service.ts";

const KEY_SHAPE = /^[\x21-\x7e]{1,200}$/;

const keptSchema = z.object({
  status: z.int(),
  json: z.unknown(),
  headers: z.record(z.string(), z.string()),
});

/** Keys whose first request is being answered by this process. */
const inWork = new Set<string>();

/** A request, as far as it decides whether it is the same as another. */
export interface RequestIdentity {
  readonly method: string;
  readonly path: string;
  readonly text: string;
}

/** What an operation knows of earlier tries of the same request. */
export interface Attempt {
  /** To be recorded together with what is made; absent where the client chose no key. */
  readonly requestKey?: RequestKey;
  /** Name or id of what an earlier try made before its process was gone; it is not made again. */
  readonly made: string | null;
}

/**
 * Does a request that makes something once, however often it is sent with the same key, and answers
 * every time as the first time. Only success is kept: what was refused may be tried again. A process
 * that was killed after the deed and before the answer left word of the deed, and the answer is then
 * made of that.
 *
 * @param service Where answers are kept.
 * @param key The `Idempotency-Key`; null does without all this.
 * @param identity What the key stands for.
 * @param work Does it, or answers for what an earlier try made.
 * @throws DwSimError WEB_IDEMPOTENCY_REUSED, WEB_IDEMPOTENCY_BUSY, WEB_REQUEST_INVALID.
 */
export async function once(
  { context }: Service,
  key: string | null,
  identity: RequestIdentity,
  work: (attempt: Attempt) => Promise<JsonAnswer | Response>,
): Promise<JsonAnswer | Response> {
  if (key === null) return await work({ made: null });
  if (!KEY_SHAPE.test(key)) throw keyInvalid();
  const requestKey = { key, requestHash: hashOf(identity) };
  const found = findKeyedRequest(context, key);
  if (found !== null && found.requestHash !== requestKey.requestHash) {
    throw new DwSimError("WEB_IDEMPOTENCY_REUSED", {});
  }
  if (found !== null && found.answer !== null) return replay(found.answer);
  if (inWork.has(key)) throw new DwSimError("WEB_IDEMPOTENCY_BUSY", {});
  inWork.add(key);
  try {
    const answer = await work({ requestKey, made: found?.made ?? null });
    if (answer instanceof Response || answer.status >= 300) return answer;
    keepAnswer(context, requestKey, keptText(answer));
    return answer;
  } finally {
    inWork.delete(key);
  }
}

function keptText({ status, json, jsonText, headers = {} }: JsonAnswer): string {
  const text = jsonText ?? JSON.stringify(json ?? null);
  return `{"status":${status},"json":${text},"headers":${JSON.stringify(headers)}}`;
}

function replay(answer: string): JsonAnswer {
  const { status, json, headers } = keptSchema.parse(JSON.parse(answer));
  return { status, json, headers: { ...headers, "idempotency-replayed": "true" } };
}

function hashOf({ method, path, text }: RequestIdentity): string {
  return createHash("sha256").update(JSON.stringify([method, path, text])).digest("hex");
}

function keyInvalid(): DwSimError {
  const reason = "it must be 1 to 200 visible ASCII characters";
  const problem = diagnostic("WEB_FIELD_INVALID", { field: "Idempotency-Key", reason }, {
    path: "header.Idempotency-Key",
  });
  return new DwSimError("WEB_REQUEST_INVALID", { count: 1 }, { problems: [problem] });
}
