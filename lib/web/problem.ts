import { type Diagnostic, DwSimError } from "../errors/mod.ts";
import { z } from "zod";
import { httpStatus } from "./http_status.ts";

const spanSchema = z.object({
  offset: z.int(),
  length: z.int(),
  line: z.int(),
  column: z.int(),
});

/** One of the problems of a request. */
export const problemItemSchema = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  hint: z.string(),
  path: z.string().optional().describe("JSON path of the value, `$.tables[0].name`"),
  source: z.string().optional(),
  span: spanSchema.optional().describe("Where in a text it stands; lines count from 1"),
}).meta({ id: "Finding" });

/** Spec: RFC 9457. */
export const problemSchema = z.object({
  type: z.string().describe("Names the kind of problem; nothing is to be fetched there"),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string().describe("Permanent; decide by this"),
  hint: z.string().describe("What to do about it"),
  request_id: z.string(),
  errors: z.array(problemItemSchema),
}).meta({ id: "Problem" });

export type Problem = z.infer<typeof problemSchema>;

export const PROBLEM_TYPE = "application/problem+json";

/** A diagnostic as it is sent. */
export function findingToJson(
  { code, severity, message, hint, path, source, span }: Diagnostic,
): z.infer<typeof problemItemSchema> {
  return {
    ...{ code, severity, message, hint },
    ...path !== undefined && { path },
    ...source !== undefined && { source },
    ...span !== undefined && { span: { ...span } },
  };
}

export interface ProblemOptions {
  readonly requestId: string;
  /** Takes from a text what clients are not to see. */
  readonly redact: (text: string) => string;
}

/** Describes an error to a client. What is our own fault is told to the log, and named here only. */
export function problemOf(error: unknown, { requestId, redact }: ProblemOptions): Problem {
  const known = error instanceof DwSimError && error.kind !== "internal"
    ? error
    : new DwSimError("INTERNAL_UNEXPECTED", { what: "its log tells what, by the request's id" });
  const status = httpStatus(known);
  return {
    type: `urn:dw-sim:problem:${known.code.toLowerCase().replaceAll("_", "-")}`,
    title: titleOf(known.code),
    status,
    detail: redact(known.message),
    code: known.code,
    hint: redact(known.hint),
    request_id: requestId,
    errors: known.problems.map(findingToJson),
  };
}

/** `EXPERIMENT_NOT_FOUND` → `Experiment not found`: the same for every occasion, as RFC 9457 wants. */
function titleOf(code: string): string {
  const words = code.replace(/^WEB_/, "").toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const RETRY_AFTER_S = "1";

/** Sends a problem. */
export function problemResponse(problem: Problem): Response {
  const { status } = problem;
  const headers = new Headers({ "content-type": PROBLEM_TYPE });
  if (status === 429 || status === 503) headers.set("retry-after", RETRY_AFTER_S);
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="dw-sim"');
  return new Response(`${JSON.stringify(problem)}\n`, { status, headers });
}
