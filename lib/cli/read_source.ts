import { DwSimError } from "../errors/mod.ts";
import type { SourceText } from "./source_text.ts";

/** As large as the schema room takes; checked here before so much is read. */
const BYTES_MAX = 64 * 1024 ** 2;

const STANDARD_INPUT = "-";

/**
 * Reads the user's text from a file, or from standard input for `-`.
 *
 * @throws DwSimError CLI_INPUT_UNREADABLE, CLI_INPUT_TOO_LARGE or CLI_INPUT_NOT_TEXT.
 */
export async function readSource(path: string): Promise<SourceText> {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  const bytes = await readBytes(path, name);
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw notText(name, `byte ${zero + 1} is zero${utf16Advice(bytes)}`);
  return { name, text: decode(bytes, name) };
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    const isFile = path !== STANDARD_INPUT;
    if (isFile && (await Deno.stat(path)).isDirectory) {
      throw new DwSimError("CLI_INPUT_UNREADABLE", { path: name, reason: "it is a folder" });
    }
    const stream = isFile ? (await Deno.open(path)).readable : Deno.stdin.readable;
    return await collect(stream, name);
  } catch (error) {
    if (error instanceof DwSimError || !(error instanceof Error)) throw error;
    const reason = reasonOf(error);
    throw new DwSimError("CLI_INPUT_UNREADABLE", { path: name, reason }, { cause: error });
  }
}

/** Counts while it reads: a pipe or a device does not tell its size beforehand. */
async function collect(stream: ReadableStream<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > BYTES_MAX) {
      throw new DwSimError("CLI_INPUT_TOO_LARGE", { path: name, bytesMax: BYTES_MAX });
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw notText(name, `line ${badLine(bytes)} holds bytes that are not UTF-8`);
  }
}

/** The line of the first bad byte: the last one in which the lines before it can be read. */
function badLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(start, next));
    } catch {
      return line;
    }
    start = next;
  }
  return line;
}

function utf16Advice(bytes: Uint8Array): string {
  const mark = (bytes[0]! << 8) | bytes[1]!;
  return mark === 0xfffe || mark === 0xfeff ? ", and it looks like UTF-16" : "";
}

function notText(path: string, reason: string): DwSimError {
  return new DwSimError("CLI_INPUT_NOT_TEXT", { path, reason });
}

function reasonOf(error: Error): string {
  if (error instanceof Deno.errors.NotFound) return "there is no such file";
  if (error instanceof Deno.errors.PermissionDenied) return "permission is denied";
  return error.message;
}
