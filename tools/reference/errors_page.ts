import { DIAGNOSTICS, type ErrorKind, ERRORS } from "../../lib/errors/mod.ts";
import { head, table } from "./_markdown.ts";

const KINDS: Readonly<Record<ErrorKind, string>> = {
  invalid: "what was asked, or a text that was given, is not valid",
  not_found: "what was asked about does not exist",
  conflict: "it cannot be done while things are as they are",
  limit: "a limit is reached",
  cancelled: "somebody stopped it",
  unavailable: "something outside dw-sim does not play along",
  internal: "a fault of dw-sim itself",
};

interface Entry {
  readonly message: (detail: never) => string;
  readonly hint: (detail: never) => string;
}

/** The page of errors and findings: code, message and advice of each. */
export function errorsPage(): string {
  const errors = Object.entries(ERRORS);
  const kinds = Object.keys(KINDS) as ErrorKind[];
  const findings = Object.entries(DIAGNOSTICS).map(([code, entry]) => [
    `\`${code}\``,
    entry.severity,
    ...texts(entry),
  ]);
  return head("Errors and findings", "the catalogue in lib/errors") +
    "Codes are permanent; decide by them and never by the words. Values in ‹angle quotes› differ\n" +
    "from case to case. An **error** ends what was asked. A **finding** is about a place in your\n" +
    "text; an import goes on after it.\n\n# Errors\n" +
    kinds.map((kind) => `
## ${kind}: ${KINDS[kind]}

${
      table(
        ["Code", "Message", "What to do"],
        errors.filter(([, entry]) => entry.kind === kind)
          .map(([code, entry]) => [`\`${code}\``, ...texts(entry)]),
      )
    }`).join("") +
    `\n# Findings\n\n${table(["Code", "Weight", "Message", "What to do"], findings)}`;
}

function texts({ message, hint }: Entry): readonly [string, string] {
  const detail = placeholder("value") as never;
  return [message(detail), hint(detail)];
}

/**
 * Stands for any detail that a message may ask for, and reads as its name. Lists read as one value.
 */
function placeholder(name: string): unknown {
  const text = `‹${name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase()}›`;
  return new Proxy(() => {}, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive || key === "toString" || key === "join") return () => text;
      if (key === Symbol.iterator) return () => [placeholder(name)][Symbol.iterator]();
      if (key === "length") return 2;
      if (key === "map" || key === "flatMap") {
        return (each: (value: unknown) => unknown) => [each(placeholder(name))];
      }
      const isOfLists = typeof key === "string" &&
        (key in Array.prototype || key in String.prototype);
      return placeholder(isOfLists || typeof key !== "string" ? name : key);
    },
    apply: () => placeholder(name),
  });
}
