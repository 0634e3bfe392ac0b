import type { RunRecord } from "../app/mod.ts";
import { runVersion } from "./run_watcher.ts";
import type { Service } from "./service.ts";

/** Proxies cut connections on which nothing is said for long. */
const KEEP_ALIVE_MS = 15_000;

const KEEP_ALIVE = new TextEncoder().encode(": here\n\n");
const RETRY = new TextEncoder().encode("retry: 1000\n\n");

/** Events that a slow reader may leave unread; it then gets the newest only. */
const QUEUE_MAX = 8;

/**
 * Tells of a run as server-sent events: `progress` with the run whenever it changed, `end` with its
 * last state, after which the stream ends. Every event holds the whole state, so a client that comes
 * back with the id of the last event it saw has missed nothing but what is outdated.
 *
 * Spec: html.spec.whatwg.org, section 9.2.
 *
 * @param run The run as it is now.
 * @param options The id of the last event the client saw, and when to end.
 */
export function runEvents(
  service: Service,
  run: RunRecord,
  { lastEventId, signal }: { readonly lastEventId: string | null; readonly signal: AbortSignal },
): Response {
  const isKnown = lastEventId === runVersion(run);
  // 204 tells a client of server-sent events not to come back.
  if (isEnded(run) && isKnown) return new Response(null, { status: 204 });
  const place = service.streamGate.enter();
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const resources = new DisposableStack();
      resources.use(place);
      const end = () => {
        if (resources.disposed) return;
        resources.dispose();
        controller.close();
      };
      const send = (bytes: Uint8Array) => {
        if ((controller.desiredSize ?? 0) > -QUEUE_MAX) controller.enqueue(bytes);
      };
      const tell = (now: RunRecord | null) => {
        if (now === null) return end();
        send(eventBytes(service, now));
        if (isEnded(now)) end();
      };
      leave = () => resources.dispose();
      const keepAlive = setInterval(() => send(KEEP_ALIVE.slice()), KEEP_ALIVE_MS);
      resources.defer(() => clearInterval(keepAlive));
      for (const stop of [signal, service.stopping]) {
        stop.addEventListener("abort", end);
        resources.defer(() => stop.removeEventListener("abort", end));
      }
      send(RETRY.slice());
      if (!isKnown) tell(run);
      if (!resources.disposed) resources.use(service.watcher.watch(run, tell));
    },
    cancel: () => leave(),
  }, { highWaterMark: 1 });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}

function isEnded({ status }: RunRecord): boolean {
  return status !== "queued" && status !== "running";
}

/** Written once for all who listen: they are given the same record. */
const WRITTEN = new WeakMap<RunRecord, Uint8Array>();

function eventBytes(service: Service, run: RunRecord): Uint8Array {
  const written = WRITTEN.get(run) ?? new TextEncoder().encode(eventText(service, run));
  WRITTEN.set(run, written);
  // A stream may take what it is given; nobody else is to lose it.
  return written.slice();
}

function eventText(service: Service, run: RunRecord): string {
  const name = isEnded(run) ? "end" : "progress";
  const data = JSON.stringify(service.runJson(run));
  return `id: ${runVersion(run)}\nevent: ${name}\ndata: ${data}\n\n`;
}
