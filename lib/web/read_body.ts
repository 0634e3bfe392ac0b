import { DwSimError } from "../errors/mod.ts";

export interface BodyLimits {
  readonly bytesMax: number;
  readonly bodyMs: number;
}

/**
 * Reads a body as text, never more of it than allowed and never for longer.
 *
 * @throws DwSimError WEB_BODY_TOO_LARGE, WEB_BODY_TOO_SLOW, WEB_BODY_SHORT, WEB_BODY_NOT_TEXT.
 */
export async function readBody(
  { headers, body }: Request,
  { bytesMax, bodyMs }: BodyLimits,
): Promise<string> {
  const promised = headers.get("content-length");
  if (promised !== null && Number(promised) > bytesMax) {
    await body?.cancel();
    throw new DwSimError("WEB_BODY_TOO_LARGE", { bytesMax });
  }
  const bytes = body === null ? new Uint8Array(0) : await withTimeLimit(body, { bytesMax, bodyMs });
  if (promised !== null && Number(promised) !== bytes.length) {
    throw new DwSimError("WEB_BODY_SHORT", { expected: Number(promised), found: bytes.length });
  }
  return textOf(bytes);
}

async function withTimeLimit(
  body: ReadableStream<Uint8Array>,
  { bytesMax, bodyMs }: BodyLimits,
): Promise<Uint8Array> {
  const reader = body.getReader();
  const late = Promise.withResolvers<never>();
  const error = new DwSimError("WEB_BODY_TOO_SLOW", { bodyMs });
  const timer = setTimeout(() => late.reject(error), bodyMs);
  try {
    return await Promise.race([readAll(reader, bytesMax), late.promise]);
  } catch (failure) {
    // Not awaited: a client that sends nothing would never let it settle.
    reader.cancel(failure).catch(() => {});
    throw failure;
  } finally {
    clearTimeout(timer);
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  bytesMax: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    byteCount += value.length;
    if (byteCount > bytesMax) throw new DwSimError("WEB_BODY_TOO_LARGE", { bytesMax });
    chunks.push(value);
  }
  const whole = new Uint8Array(byteCount);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DwSimError("WEB_BODY_NOT_TEXT", {}, { cause });
  }
}
