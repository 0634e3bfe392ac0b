import type { z } from "zod";
import { type Diagnostic, diagnostic, nearestNames } from "../errors/mod.ts";
import { genericPath, isRecord, type PathSegment, renderPath, valueAt } from "./_json_path.ts";
import { FIELDS_AT, PARAMETERS, WORDS_AT } from "./_json_shape.ts";

export type ShapeIssue = z.core.$ZodIssue;

/**
 * Says in our words what is wrong with the shape of a document.
 *
 * @param document What was checked.
 * @param issues What the shape objects to.
 * @returns One problem per thing to mend.
 */
export function shapeProblems(document: unknown, issues: readonly ShapeIssue[]): Diagnostic[] {
  return issues.flatMap((issue) => describe(document, { issue, base: [] }));
}

/** An issue inside a union has a path that starts at the union. */
interface Finding {
  readonly issue: ShapeIssue;
  readonly base: readonly PathSegment[];
}

function describe(document: unknown, { issue, base }: Finding): Diagnostic[] {
  const segments = [...base, ...issue.path];
  const found = valueAt(document, segments);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownField(document, { segments, field: key }));
    case "invalid_union":
      return describeUnion(document, { issue, base: segments });
    case "invalid_value":
      return [wordProblem(found, segments)];
    case "too_big":
      return [tooBig(found, { segments, max: Number(issue.maximum) })];
    case "too_small":
      return [wrong(found, { segments, expected: atLeast(issue) })];
    case "invalid_type":
      return [wrong(found, { segments, expected: EXPECTED[issue.expected] ?? issue.expected })];
    default:
      return [wrong(found, { segments, expected: "another value" })];
  }
}

/** Where a value may be of several shapes, the shape it comes nearest to is the one it meant. */
function describeUnion(
  document: unknown,
  { issue, base }: { issue: z.core.$ZodIssueInvalidUnion; base: readonly PathSegment[] },
): Diagnostic[] {
  const found = valueAt(document, base);
  const words = WORDS_AT[genericPath(base)];
  if (words !== undefined) return [wordProblem(found, base)];
  const branches = issue.errors.filter((errors) => errors.some(({ path }) => path.length > 0));
  const nearest = branches[0];
  if (nearest !== undefined) {
    return nearest.flatMap((inner) => describe(document, { issue: inner, base }));
  }
  const expected = UNION_AT[genericPath(base).replace(/.*\./, "")] ??
    "text, a number, or true or false";
  return [wrong(found, { segments: base, expected })];
}

/** What may stand where a value has several shapes, by the field. */
const UNION_AT: Readonly<Record<string, string>> = {
  values: "a list of values with weights",
  "checks[]": "a condition as text, or an object with its name and text",
};

function unknownField(
  document: unknown,
  { segments, field }: { readonly segments: readonly PathSegment[]; readonly field: string },
): Diagnostic {
  const fields = FIELDS_AT[genericPath(segments)] ?? ["value", "weight"];
  // What belongs to another kind of the same thing is no misspelling, of itself or of others.
  const known = parametersOf(document, segments) ?? fields.filter((each) => each !== field);
  const near = fields.includes(field) ? [] : nearestNames(field, known);
  const path = renderPath([...segments, field]);
  return diagnostic("FIELD_UNKNOWN", { field, near, known }, { path });
}

/** The parameters of the distribution that is named beside them. */
function parametersOf(
  document: unknown,
  segments: readonly PathSegment[],
): readonly string[] | null {
  if (segments.at(-1) !== "parameters") return null;
  const kind = valueAt(document, [...segments.slice(0, -1), "type"]);
  const isKnown = typeof kind === "string" && Object.hasOwn(PARAMETERS, kind);
  return isKnown ? Object.keys(PARAMETERS[kind as keyof typeof PARAMETERS]) : null;
}

function wordProblem(found: unknown, segments: readonly PathSegment[]): Diagnostic {
  const known = WORDS_AT[genericPath(segments)] ?? [];
  if (typeof found !== "string") {
    return wrong(found, { segments, expected: `one of ${known.join(", ")}` });
  }
  const near = nearestNames(found, known);
  return diagnostic("WORD_UNKNOWN", { word: found, near, known }, { path: renderPath(segments) });
}

function tooBig(
  found: unknown,
  { segments, max }: { segments: readonly PathSegment[]; max: number },
): Diagnostic {
  const field = String(segments.at(-1));
  const place = { path: renderPath(segments) };
  if (Array.isArray(found)) {
    const what = `The number of ${field}`;
    return diagnostic("SCHEMA_LIMIT", { what, value: found.length, max }, place);
  }
  return diagnostic("SCHEMA_LIMIT", { what: `'${field}'`, value: Number(found), max }, place);
}

function wrong(
  found: unknown,
  { segments, expected }: { segments: readonly PathSegment[]; expected: string },
): Diagnostic {
  const path = renderPath(segments);
  const field = segments.at(-1);
  if (found === undefined && typeof field === "string") {
    return diagnostic("FIELD_MISSING", { field }, { path });
  }
  return diagnostic("VALUE_WRONG", { expected, found: show(found) }, { path });
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function atLeast({ minimum, origin, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin === "array") return `a list of at least ${minimum}`;
  if (origin === "string") return "text that is not empty";
  return inclusive ? `a number of at least ${minimum}` : `a number above ${minimum}`;
}

function show(found: unknown): string {
  if (typeof found === "string") {
    return `the text '${found.length > 60 ? `${found.slice(0, 60)}…` : found}'`;
  }
  if (typeof found === "number") return `the number ${found}`;
  if (Array.isArray(found)) return found.length === 0 ? "an empty list" : "a list";
  return isRecord(found) ? "an object" : found === undefined ? "nothing" : String(found);
}
