export type LogFormat = "json" | "text" | "none";

/** What is told of a request: who asked for what, never what was in it. */
export interface LogEntry {
  readonly requestId: string;
  readonly method: string;
  /** The operation, or the refusal's code: addresses may hold users' names and stay out. */
  readonly operation: string;
  readonly status: number;
  readonly elapsedMs: number;
  readonly code?: string;
  /** The trace of an error that is our own fault. */
  readonly trace?: string;
}

/** Writes one line a request. */
export type RequestLog = (entry: LogEntry) => void;

/**
 * Makes a log.
 *
 * @param format One JSON object a line, or words for people.
 * @param write Where a line goes.
 */
export function makeRequestLog(format: LogFormat, write: (line: string) => void): RequestLog {
  switch (format) {
    case "none":
      return () => {};
    case "json":
      return (entry) => write(jsonLine(entry));
    case "text":
      return (entry) => write(textLine(entry));
  }
}

function jsonLine(
  { requestId, method, operation, status, elapsedMs, code, trace }: LogEntry,
): string {
  return JSON.stringify({
    time: new Date().toISOString(),
    level: status >= 500 ? "error" : "info",
    ...{ request_id: requestId, method, operation, status },
    elapsed_ms: Math.round(elapsedMs * 10) / 10,
    ...code !== undefined && { code },
    ...trace !== undefined && { trace },
  });
}

function textLine(
  { requestId, method, operation, status, elapsedMs, code, trace }: LogEntry,
): string {
  const time = new Date().toISOString().slice(11, 19);
  const refusal = code === undefined ? "" : ` ${code}`;
  const line = `${time} ${status} ${method} ${operation} ${elapsedMs.toFixed(1)} ms${refusal}`;
  return `${line} ${requestId}${trace === undefined ? "" : `\n${trace}`}`;
}
