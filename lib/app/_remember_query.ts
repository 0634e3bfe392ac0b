import type { QueryDialect } from "../query/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { writtenStatement } from "./_asked_text.ts";
import type { AskedTables } from "./_open_asked.ts";
import type { AppContext } from "./app_context.ts";

/** What decides whether a question is remembered, and as what. */
export interface Remembering {
  readonly sql: string;
  readonly statement?: number | undefined;
  readonly isRemembered?: boolean;
}

/** The question's place in the history; null where it gets none. */
export function rememberQuery(
  context: AppContext,
  { sql, statement, isRemembered = false }: Remembering,
  { dialect, experimentName }: AskedTables,
): RememberedQuery | null {
  if (!isRemembered) return null;
  const written = writtenStatement(sql, { dialect, statement }).trim();
  return new RememberedQuery(context, { experimentName, dialect, sql: written });
}

/** A question whose end will be written into the history, once. */
export class RememberedQuery {
  readonly #context: AppContext;
  readonly #question: Question;
  readonly #askedAt = new Date().toISOString();
  readonly #startedAtMs = performance.now();
  #isWritten = false;

  constructor(context: AppContext, question: Question) {
    this.#context = context;
    this.#question = question;
  }

  /** It was answered, with so many rows. */
  answered(rowCount: number): void {
    this.#write({ rowCount, error: null });
  }

  /** It failed. */
  failed(cause: unknown): void {
    const { code, message } = cause instanceof DwSimError
      ? cause
      : { code: "INTERNAL_UNEXPECTED", message: String(cause) };
    this.#write({ rowCount: null, error: { code, message } });
  }

  #write(end: {
    readonly rowCount: number | null;
    readonly error: { readonly code: string; readonly message: string } | null;
  }): void {
    if (this.#isWritten) return;
    this.#isWritten = true;
    try {
      this.#context.catalog.queryHistory.add({
        ...this.#question,
        askedAt: this.#askedAt,
        elapsedMs: performance.now() - this.#startedAtMs,
        ...end,
      });
    } catch (error) {
      // An answer is worth more than its place in the history: a full disk must not take it away.
      if (!(error instanceof DwSimError) || error.kind !== "unavailable") throw error;
    }
  }
}

interface Question {
  readonly experimentName: string | null;
  readonly dialect: QueryDialect;
  readonly sql: string;
}
