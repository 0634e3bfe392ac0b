import { z } from "zod";
import { type Diagnostic, diagnostic, nearestNames } from "../errors/mod.ts";

/** What a part of a request was read as, or everything that is wrong with it. */
export interface ParsedPart {
  readonly value: unknown;
  readonly problems: readonly Diagnostic[];
}

/**
 * Holds a part of a request against its schema.
 *
 * @param schema What it should be; absent where nothing is expected.
 * @param value What came.
 * @param root How places in it begin: `$`, `query`, `path`.
 */
export function parsePart(
  schema: z.ZodType | undefined,
  value: unknown,
  root: string,
): ParsedPart {
  const result = (schema ?? NOTHING).safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, problems: [] };
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return {
    value: undefined,
    problems: result.error.issues.flatMap((issue) => problemsOf(issue, root, known)),
  };
}

const NOTHING = z.strictObject({});

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, root: string, known: readonly string[]): readonly Diagnostic[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((field) =>
      diagnostic("WEB_FIELD_UNKNOWN", { field, near: nearestNames(field, known) }, {
        path: pathOf(root, [...issue.path, field]),
      })
    );
  }
  const field = String(issue.path.at(-1) ?? root);
  const place = { path: pathOf(root, issue.path) };
  if (issue.code === "invalid_type" && issue.input === undefined && issue.path.length > 0) {
    return [diagnostic("WEB_FIELD_MISSING", { field }, place)];
  }
  return [diagnostic("WEB_FIELD_INVALID", { field, reason: reasonOf(issue) }, place)];
}

function reasonOf({ message }: Issue): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function pathOf(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    const name = String(step);
    return /^[A-Za-z_]\w*$/.test(name) ? `${text}.${name}` : `${text}[${JSON.stringify(name)}]`;
  }, root);
}
