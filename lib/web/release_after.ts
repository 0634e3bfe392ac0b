/**
 * Gives a place back when the last byte of an answer is sent, or the client is gone.
 *
 * @param place What the answer takes as long as it is sent.
 * @returns An answer with the same bytes; use it in place of the first.
 */
export function releaseAfter(response: Response, place: Disposable): Response {
  if (response.body === null) {
    place[Symbol.dispose]();
    return response;
  }
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      // An answer that breaks off while nobody reads must not hold its place until somebody does.
      reader.closed.catch((error) => {
        place[Symbol.dispose]();
        controller.error(error);
      });
    },
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        place[Symbol.dispose]();
        controller.close();
      } catch (error) {
        place[Symbol.dispose]();
        controller.error(error);
      }
    },
    async cancel(reason) {
      place[Symbol.dispose]();
      await reader.cancel(reason);
    },
  }, { highWaterMark: 0 });
  return new Response(body, { status: response.status, headers: response.headers });
}
