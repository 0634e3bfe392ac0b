import { type ClientRequest, type IncomingMessage, request as send } from "node:http";

/**
 * Sends requests to a server as they are, headers included that `fetch` would not send, and does not
 * wait for the end of a body that the server refuses before it has all of it.
 *
 * @param port Where the server listens, on this machine.
 */
export function overSocket(port: number): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const outgoing = send({
      ...{ host: "127.0.0.1", port, method: request.method, path: pathname + search },
      ...{ headers: Object.fromEntries(request.headers), agent: false },
    });
    const answered = new Promise<IncomingMessage>((resume, fail) => {
      outgoing.on("response", resume);
      outgoing.on("error", fail);
    });
    const sent = sendBody(outgoing, request);
    const message = await answered;
    // A body that is still on its way when the answer is there is not wanted.
    outgoing.on("error", () => {});
    sent.catch(() => {});
    return responseOf(request, message, outgoing);
  };
}

async function sendBody(outgoing: ClientRequest, { body }: Request): Promise<void> {
  if (body === null) return void outgoing.end();
  outgoing.flushHeaders();
  for await (const chunk of body) {
    if (outgoing.destroyed) return;
    const isRoom = outgoing.write(chunk);
    if (!isRoom) {
      await new Promise<void>((resume) => {
        const go = () => {
          outgoing.off("drain", go);
          outgoing.off("close", go);
          resume();
        };
        outgoing.on("drain", go);
        outgoing.on("close", go);
      });
    }
  }
  outgoing.end();
}

function responseOf(
  { method }: Request,
  message: IncomingMessage,
  outgoing: ClientRequest,
): Response {
  const status = message.statusCode!;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) headers.set(name, String(value));
  if (method === "HEAD" || status === 204 || status === 304) {
    message.resume();
    return new Response(null, { status, headers });
  }
  let isLeft = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      message.on("data", (chunk: Uint8Array) => {
        if (!isLeft) controller.enqueue(new Uint8Array(chunk));
      });
      message.on("end", () => {
        outgoing.destroy();
        if (!isLeft) controller.close();
      });
      message.on("error", (error) => controller.error(error));
    },
    cancel: () => {
      isLeft = true;
      outgoing.destroy();
    },
  });
  return new Response(body, { status, headers });
}
