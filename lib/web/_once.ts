import { createHash } from "node:crypto";
import { keepAnswer, recallAnswer } from "../app/mod.ts";
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

/**
 * Does a request that makes something once, however often it is sent with the same key, and answers
 * every time as the first time. Only success is kept: what was refused may be tried again.
 *
 * @param service Where answers are kept.
 * @param key The `Idempotency-Key`; null does without all this.
 * @param identity What the key stands for.
 * @param work Does it.
 * @throws DwSimError WEB_IDEMPOTENCY_REUSED, WEB_IDEMPOTENCY_BUSY, WEB_REQUEST_INVALID.
 */
export async function once(
  { context }: Service,
  key: string | null,
  identity: RequestIdentity,
  work: () => Promise<JsonAnswer | Response>,
): Promise<JsonAnswer | Response> {
  if (key === null) return await work();
  if (!KEY_SHAPE.test(key)) throw keyInvalid();
  const requestHash = hashOf(identity);
  const kept = recallAnswer(context, key);
  if (kept !== null) return replay(kept, requestHash);
  if (inWork.has(key)) throw new DwSimError("WEB_IDEMPOTENCY_BUSY", {});
  inWork.add(key);
  try {
    const answer = await work();
    if (answer instanceof Response || answer.status >= 300) return answer;
    const { status, json, headers = {} } = answer;
    keepAnswer(context, key, { requestHash, answer: JSON.stringify({ status, json, headers }) });
    return answer;
  } finally {
    inWork.delete(key);
  }
}

function replay(
  { requestHash, answer }: { readonly requestHash: string; readonly answer: string },
  wanted: string,
): JsonAnswer {
  if (requestHash !== wanted) throw new DwSimError("WEB_IDEMPOTENCY_REUSED", {});
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
