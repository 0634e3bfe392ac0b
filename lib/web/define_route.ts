import type { z } from "zod";
import type { ErrorCode } from "../errors/mod.ts";
import type { Attempt } from "./_once.ts";
import type { Service } from "./service.ts";

/** How much of the server an operation takes while it is answered. */
export type Weight = "light" | "query" | "stream";

/** One of the answers an operation gives when it succeeds. */
export interface AnswerRule {
  readonly description: string;
  /** The JSON it sends; absent for an empty body or for `contentTypes`. */
  readonly schema?: z.ZodType;
  /** Types of bodies that are no JSON of ours. */
  readonly contentTypes?: readonly string[];
}

/** What an operation reads of a request, parsed. */
export interface RouteInput<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The body's text, for those that have their own reader. */
  readonly text: string;
  readonly contentType: string;
  readonly headers: Headers;
  /** For operations that make something: whether it is made already, and the key to make it with. */
  readonly attempt: Attempt;
  /** Aborted when the client leaves or the server stops. */
  readonly signal: AbortSignal;
  readonly service: Service;
}

/** What a handler gives back: JSON with a status, or a response of its own. */
export interface JsonAnswer {
  readonly status: number;
  readonly json?: unknown;
  /** The same as a text, where whoever made it has written it down already. */
  readonly jsonText?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RouteDefinition<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
> {
  /** `listExperiments`; unique, clients are generated from it. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** By default `application/json` alone, whenever there is a body. */
  readonly bodyTypes?: readonly string[];
  /** True where the body's text is read by the use case, and `body` only describes it. */
  readonly rawBody?: boolean;
  readonly answers: Readonly<Record<number, AnswerRule>>;
  /** What the use case may refuse; what any request may be refused for is not repeated. */
  readonly errors?: readonly ErrorCode[];
  /** True for a POST that makes something and takes an `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** What it may be refused for by the state of the catalog; by default a GET reads, others write. */
  readonly catalogUse?: "none" | "reads" | "writes";
  /** True for what is answered without a token even where one is demanded. */
  readonly isPublic?: boolean;
  readonly weight?: Weight;
  readonly handler: (
    input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => JsonAnswer | Response | Promise<JsonAnswer | Response>;
}

/** An operation whose schemas are known to fit its handler. */
export interface Route extends Omit<RouteDefinition<z.ZodType, z.ZodType, z.ZodType>, "handler"> {
  readonly handle: (input: RouteInput<unknown, unknown, unknown>) => Promise<JsonAnswer | Response>;
}

/**
 * Defines an operation: what it reads, what it answers, and what it does.
 *
 * @example
 * ```ts ignore
 * export const GET = defineRoute({ id: "health", answers: { 200: {…} }, handler: () => … });
 * ```
 */
export function defineRoute<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
>({ handler, ...rest }: RouteDefinition<Params, Query, Body>): Route {
  return Object.freeze({
    ...rest,
    handle: async (input: RouteInput<unknown, unknown, unknown>) =>
      // The layer parsed the input with these very schemas.
      await handler(input as Parameters<typeof handler>[0]),
  });
}

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** The operations of one address. */
export type RouteModule = Partial<Record<Method, Route>>;

/** One line of the manifest: an address, with `{name}` for what varies, and its operations. */
export interface RouteEntry {
  readonly path: string;
  readonly module: RouteModule;
}
