import { diagnostic, DwSimError, nearestNames, type Place, type Span } from "../errors/mod.ts";
import { RefusedQuestion } from "./_question.ts";
import { offsetOfByte, refusal, spanOfWord } from "./_refusal.ts";
import type { EngineRefusal } from "./wire/engine_messages.ts";

/** What the engine says of a failure when `errors_as_json` is on. */
export interface EngineFailure {
  readonly exception_type?: string;
  readonly exception_message: string;
  readonly error_subtype?: string;
  /** Byte offset in the statement, as a text. */
  readonly position?: string;
  /** What is missing: `Table`, `Scalar Function` … */
  readonly type?: string;
  readonly name?: string;
  readonly candidates?: string;
}

/** What was asked, for the place of a failure and for near names. */
export interface Asked {
  /** The user's text. */
  readonly text: string;
  /** What the engine was given. */
  readonly sql: string;
  /** From a UTF-16 offset in `sql` to the one in `text` that it came from. */
  readonly toText: (offset: number) => number;
  readonly tableNames: readonly string[];
}

/** For statements of our own, in which nobody wants to be shown a place. */
export const NOTHING_ASKED: Asked = { text: "", sql: "", toText: () => 0, tableNames: [] };

/** Failures found before the first row: the text is at fault, not the data. */
const BINDING_FAILURES: ReadonlySet<string> = new Set([
  "Binder",
  "Catalog",
  "Not implemented",
  "Parser",
  "Permission",
  "Syntax",
]);

/**
 * Gives what an engine refused our words and its place in the user's text. Other errors pass
 * unchanged.
 */
export function queryError(error: unknown, asked: Asked): unknown {
  return error instanceof RefusedQuestion ? refusalError(error.refusal, asked) : error;
}

function refusalError(refused: EngineRefusal, asked: Asked): DwSimError {
  switch (refused.kind) {
    case "engine":
      return engineError(refused.message, asked, refused.prefixLength);
    case "files": {
      const reason = plainReason(refused.message);
      return new DwSimError("RUN_FILES_DAMAGED", { table: refused.table, reason });
    }
    case "empty":
      return refusal(diagnostic("QUERY_EMPTY", {}));
    case "several":
      return refusal(diagnostic("QUERY_SEVERAL_STATEMENTS", { count: refused.count }));
    case "row": {
      const size = Math.ceil(refused.byteCount / 1024 ** 2);
      return new DwSimError("QUERY_ROW_TOO_LARGE", { megabytes: size });
    }
    case "syntax":
      return syntaxError({
        exception_message: refused.message,
        error_subtype: "SYNTAX_ERROR",
        ...refused.position !== null && { position: refused.position },
      }, asked);
    case "statement": {
      const { text } = asked;
      const span = spanOfWord(text, asked.toText(firstWord(asked.sql)));
      const statement = text.slice(span.offset, span.offset + span.length).toUpperCase();
      if (PIVOTS.has(statement)) return refusal(diagnostic("QUERY_PIVOT_OPEN", {}, { span }));
      return refusal(diagnostic("QUERY_NOT_SELECT", { statement }, { span }));
    }
    case "outside": {
      const span = spanOf(offsetOfByte(asked.sql, refused.byteOffset), asked);
      return refusal(diagnostic("QUERY_FUNCTION_REFUSED", { name: refused.name }, { span }));
    }
  }
}

/** With an open list of values these are several statements to the engine, which make a type. */
const PIVOTS: ReadonlySet<string> = new Set(["PIVOT", "PIVOT_WIDER"]);

/** Where the first word of a statement is. */
function firstWord(sql: string): number {
  return /^(?:\s|;|--.*|\/\*[^]*?\*\/)*/.exec(sql)?.[0].length ?? 0;
}

/**
 * Gives the engine's own failure our words.
 *
 * @param message What the engine says; JSON, once it is locked.
 * @param asked What was asked, for the place and for near names.
 * @param prefixLength How much of what ran, before the statement, was ours.
 */
export function engineError(message: string, asked: Asked, prefixLength = 0): DwSimError {
  const failure = withoutPrefix(parseFailure(message), prefixLength);
  const cause = { cause: new Error(message) };
  switch (failure.exception_type) {
    case "INTERRUPT":
      return new DwSimError("CANCELLED", { what: "The query" });
    case "Out of Memory":
      return new DwSimError("QUERY_OUT_OF_MEMORY", { reason: reasonOf(failure) }, cause);
    case "INTERNAL":
    case "FATAL":
      return new DwSimError("INTERNAL_UNEXPECTED", { what: reasonOf(failure) }, cause);
  }
  if (BINDING_FAILURES.has(failure.exception_type ?? "")) return bindingError(failure, asked);
  const reason = reasonOf(failure);
  const problems = [diagnostic("QUERY_ERROR", { reason }, placeOf(failure, asked))];
  return new DwSimError("QUERY_FAILED", { reason }, { ...cause, problems });
}

/** Without the kind of the failure that stands before it. */
function plainReason(message: string): string {
  return message.split("\n")[0]!.replace(/^[A-Za-z ]+ Error: /, "");
}

/** The refusal of a text that the engine's parser could not read. */
function syntaxError(failure: EngineFailure, asked: Asked): DwSimError {
  const reason = failure.exception_message;
  return refusal(diagnostic("QUERY_SYNTAX", { reason }, placeOf(failure, asked)));
}

function bindingError(failure: EngineFailure, asked: Asked): DwSimError {
  const { name, error_subtype: subtype } = failure;
  const place = placeOf(failure, asked);
  if (subtype === "SYNTAX_ERROR") return syntaxError(failure, asked);
  if (name !== undefined && subtype === "COLUMN_NOT_FOUND") {
    const candidates = failure.candidates?.split(",").map((candidate) => candidate.trim()) ?? [];
    const near = nearestNames(name, candidates);
    return refusal(diagnostic("QUERY_COLUMN_UNKNOWN", { name, near }, place));
  }
  if (name !== undefined && subtype === "MISSING_ENTRY" && failure.type === "Table") {
    const near = nearestNames(name, asked.tableNames);
    return refusal(diagnostic("QUERY_TABLE_UNKNOWN", { name, near }, place));
  }
  if (name !== undefined && subtype === "MISSING_ENTRY" && failure.type?.endsWith("Function")) {
    const near = nearestNames(name, failure.candidates?.split(",") ?? []);
    return refusal(diagnostic("QUERY_FUNCTION_UNKNOWN", { name, near }, place));
  }
  return refusal(diagnostic("QUERY_ERROR", { reason: reasonOf(failure) }, place));
}

/** Some failures come as plain text, and some with words before the JSON. */
function parseFailure(message: string): EngineFailure {
  const start = message.indexOf("{");
  try {
    return JSON.parse(message.slice(start));
  } catch {
    return { exception_message: message };
  }
}

/** The first paragraph; what follows are tables of candidates and advice on settings. */
function reasonOf({ exception_message: message }: EngineFailure): string {
  const line = message.split("\n")[0]!.replace(/\.$/, "");
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** The parser counts code points; what comes after it counts bytes of UTF-8. */
function placeOf({ position, error_subtype: subtype }: EngineFailure, asked: Asked): Place {
  if (position === undefined) return {};
  const count = Number(position);
  const offset = subtype === "SYNTAX_ERROR"
    ? Array.from(asked.sql).slice(0, count).join("").length
    : offsetOfByte(asked.sql, count);
  return { span: spanOf(offset, asked) };
}

function spanOf(offset: number, { text, toText }: Asked): Span {
  return spanOfWord(text, toText(offset));
}

/** What we put before the text is ASCII: a character is a byte. */
function withoutPrefix(failure: EngineFailure, prefixLength: number): EngineFailure {
  if (failure.position === undefined || prefixLength === 0) return failure;
  return { ...failure, position: String(Math.max(0, Number(failure.position) - prefixLength)) };
}
