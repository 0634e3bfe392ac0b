// The program of a process that answers questions, so that one that goes wrong can be killed. It
// reads requests from its standard input and writes answers to its standard output, in frames.
import {
  type EngineAnswer,
  type EngineRefusal,
  type EngineRequest,
  EXIT_OUT_OF_MEMORY,
} from "../wire/engine_messages.ts";
import { FrameReader, messageOf, writeFrame, writeMessage } from "../wire/frames.ts";
import { Engine } from "./_engine.ts";
import { Refused } from "./_refused.ts";

const READ_BYTES = 64 * 1024;
const LOOK_INTERVAL_MS = 50;

let memoryBytesMax = Number.POSITIVE_INFINITY;
let engine: Engine | null = null;
/** What was asked before is done when this is. */
let last: Promise<void> = Promise.resolve();
let lastSent: Promise<void> = Promise.resolve();

leaveInterruptsToTheParent();
setInterval(endWhenTooLarge, LOOK_INTERVAL_MS);
await listen();
// The parent is gone. Nothing may hold this process, not even a query under way.
Deno.exit(0);

async function listen(): Promise<void> {
  const frames = new FrameReader(async () => {
    const buffer = new Uint8Array(READ_BYTES);
    const byteCount = await Deno.stdin.read(buffer);
    return byteCount === null ? null : buffer.subarray(0, byteCount);
  });
  for (let frame = await frames.next(); frame !== null; frame = await frames.next()) {
    // Both ends are of one version of the program.
    const request = messageOf(frame) as EngineRequest;
    if (request.kind === "interrupt") engine?.interrupt();
    else last = last.then(() => answer(request));
  }
}

async function answer(request: Exclude<EngineRequest, { kind: "interrupt" }>): Promise<void> {
  try {
    await carryOut(request);
  } catch (error) {
    await say({ kind: "refused", refusal: refusalOf(error) });
  }
}

async function carryOut(request: Exclude<EngineRequest, { kind: "interrupt" }>): Promise<void> {
  switch (request.kind) {
    case "open":
      engine?.close();
      engine = null;
      memoryBytesMax = request.memoryBytesMax;
      engine = await Engine.open(request);
      return await say({ kind: "opened" });
    case "query": {
      const { columns, batches } = await opened().query(request.sql, request);
      await say({ kind: "columns", columns });
      const { rowCount } = await send(batches());
      return await say({ kind: "end", rowCount });
    }
    case "copy": {
      const written = await opened().copy(request);
      return await say(written === null ? { kind: "unwritable" } : { kind: "end", ...written });
    }
    case "close":
      engine?.close();
      engine = null;
      return await say({ kind: "closed" });
  }
}

function opened(): Engine {
  if (engine === null) throw new Error("an engine is opened before it is asked");
  return engine;
}

/** Makes the next batch while the last one is on its way, and no further. */
async function send<Outcome>(
  batches: AsyncGenerator<Uint8Array<ArrayBuffer>, Outcome>,
): Promise<Outcome> {
  let sent = Promise.resolve();
  for (;;) {
    const { done, value } = await batches.next();
    await sent;
    if (done) return value;
    sent = inTurn(() => writeFrame(write, { kind: "batch", bytes: value }));
  }
}

function say(message: EngineAnswer): Promise<void> {
  return inTurn(() => writeMessage(write, message));
}

/** A refusal may come while a batch is still on its way: frames must not run into each other. */
function inTurn(send: () => Promise<void>): Promise<void> {
  return lastSent = lastSent.then(send);
}

async function write(bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.byteLength;) at += await Deno.stdout.write(bytes.subarray(at));
}

function refusalOf(error: unknown): EngineRefusal {
  if (error instanceof Refused) return error.refusal;
  const message = error instanceof Error ? error.message : String(error);
  return { kind: "engine", message, prefixLength: 0 };
}

/** The parent looks as well where it can: this loop may be busy. */
function endWhenTooLarge(): void {
  if (Deno.memoryUsage().rss > memoryBytesMax) Deno.exit(EXIT_OUT_OF_MEMORY);
}

/** Ctrl-C reaches all processes of a terminal: the parent decides what it means. */
function leaveInterruptsToTheParent(): void {
  Deno.addSignalListener("SIGINT", () => {});
}
