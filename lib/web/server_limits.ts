import { DwSimError } from "../errors/mod.ts";

/** Every bound the server holds, each with an error code of its own. */
export const SERVER_LIMITS = {
  /** Bytes of a request's body. */
  "body-bytes": 64 * 1024 ** 2,
  /** Bytes of address and headers together. */
  "header-bytes": 16 * 1024,
  /** How long a body may take to arrive. */
  "body-ms": 30_000,
  /** How long a query may work, and wait for a reader who has stopped; it is then ended. */
  "query-ms": 300_000,
  /** Memory of the process that answers a query; it is then ended. */
  "query-bytes": 2 * 1024 ** 3,
  /** How long a request waits for a catalog that another process holds; nobody is answered then. */
  "catalog-ms": 5_000,
  /** Requests that are answered at the same time, streams of events not counted. */
  "requests": 256,
  /** Queries, samples and profiles at the same time. */
  "queries": 8,
  /** Runs at the same time. */
  "runs": 4,
  /** Streams of events at the same time. */
  "event-streams": 1_000,
  /** How long requests and runs have to end when the server stops. */
  "stop-ms": 8_000,
} as const;

export type LimitName = keyof typeof SERVER_LIMITS;
export type ServerLimits = Readonly<Record<LimitName, number>>;

/**
 * Reads limits as they are given on the command line.
 *
 * @param texts `body-bytes=1000000`, each for one limit.
 * @throws DwSimError WEB_LIMIT_UNKNOWN.
 */
export function parseLimits(texts: readonly string[]): ServerLimits {
  const limits: Record<LimitName, number> = { ...SERVER_LIMITS };
  for (const text of texts) {
    const [, name, digits] = /^([a-z-]+)=(\d{1,12})$/.exec(text) ?? [];
    if (!isLimitName(name)) {
      throw new DwSimError("WEB_LIMIT_UNKNOWN", { text, known: Object.keys(SERVER_LIMITS) });
    }
    limits[name] = Number(digits);
  }
  return limits;
}

function isLimitName(name: string | undefined): name is LimitName {
  return name !== undefined && Object.hasOwn(SERVER_LIMITS, name);
}
