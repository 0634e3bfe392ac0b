import type { QueryRequest } from "../app/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { answerQuery } from "./answer_query.ts";
import type { CliContext } from "./cli_context.ts";
import { reportError } from "./report_error.ts";
import { TABLE_ROWS_MAX } from "./query_options.ts";

type OpenedApp = Awaited<ReturnType<CliContext["openApp"]>>;

export interface SqlSessionOptions {
  readonly opened: OpenedApp;
  readonly context: CliContext;
  readonly asking: Pick<QueryRequest, "experiment" | "dialect">;
  /** Whether errors are told and the session goes on, or are thrown. */
  readonly isInteractive: boolean;
  readonly isExpanded: boolean;
}

const HELP = `Statements end with ';' and may take several lines.
  \\dt         the tables
  \\d TABLE    the columns of a table
  \\x          every row as a block, a column a line, on or off
  \\timing     how long answers take, on or off
  \\?          this help
  \\q          leave, as Ctrl-D does
Ctrl-C stops the query that runs, or empties what is typed; Tab completes.`;

/** Reads lines, gathers statements of them, and answers each when it is whole. */
export class SqlSession {
  readonly #options: SqlSessionOptions;
  #text = "";
  /** Settings of the session that hold for what comes; they stand before every statement. */
  #settings = "";
  #isExpanded: boolean;
  #isTimed = true;
  #running: AbortController | null = null;
  /** Whether it was asked to end. */
  hasEnded = false;

  constructor(options: SqlSessionOptions) {
    this.#options = options;
    this.#isExpanded = options.isExpanded;
  }

  /** What of a statement is typed so far. */
  get pending(): string {
    return this.#text;
  }

  /** Takes a line; what becomes whole by it is answered. */
  async take(line: string): Promise<void> {
    const isFirst = this.#text.trim() === "";
    const word = line.trim().replace(/;$/, "");
    if (isFirst && word.startsWith("\\")) return await this.#command(word);
    if (isFirst && /^(?:exit|quit)$/i.test(word)) return void (this.hasEnded = true);
    this.#text = isFirst ? line : `${this.#text}\n${line}`;
    if (this.#isWhole()) await this.#flush();
  }

  /** Answers what is left although no semicolon ends it, as at the end of a file. */
  async finish(): Promise<void> {
    await this.#flush();
  }

  /** Stops the query that runs; without one it empties what is typed. */
  interrupt(): void {
    if (this.#running === null) this.#text = "";
    else this.#running.abort();
  }

  /** Whether the last statement has its semicolon; one in a text or a comment is none. */
  #isWhole(): boolean {
    const { app } = this.#options.opened;
    const last = app.splitSql(this.#text, this.#dialect()).at(-1);
    if (last === undefined) return /^[\s;]*;[\s;]*$/.test(this.#text);
    return /^\s*;/.test(this.#text.slice(last.offset + last.text.length));
  }

  #dialect() {
    const { opened: { app, context }, asking } = this.#options;
    return app.dialectOf(context, asking);
  }

  async #flush(): Promise<void> {
    const { app, context: appContext } = this.#options.opened;
    const { asking } = this.#options;
    const text = this.#text;
    this.#text = "";
    const sql = this.#settings + text;
    const { length } = app.readStatements(appContext, { sql, ...asking });
    for (let statement = 1; statement <= length; statement++) {
      if (!await this.#answer({ ...asking, sql, statement })) return;
    }
    this.#keepSettings(text);
  }

  #keepSettings(text: string): void {
    const { app, context } = this.#options.opened;
    for (const { text: sql } of app.splitSql(text, this.#dialect())) {
      const isSetting = app.readStatements(context, { sql, ...this.#options.asking }).length === 0;
      if (isSetting) this.#settings = `${sql}; `;
    }
  }

  /** @returns Whether it was answered. */
  async #answer(request: QueryRequest): Promise<boolean> {
    const { opened, context, isInteractive } = this.#options;
    this.#running = new AbortController();
    const signal = AbortSignal.any([context.signal, this.#running.signal]);
    context.source = { name: "input", text: request.sql };
    try {
      await answerQuery(opened, {
        ...{ context, isTimed: this.#isTimed, request: { ...request, signal } },
        style: {
          ...{ format: "table", newline: "crlf", rowsMax: TABLE_ROWS_MAX },
          isExpanded: this.#isExpanded,
        },
      });
      return true;
    } catch (error) {
      // What is no fault of the query ends the session: a closed output, an error of our own.
      if (!isInteractive || !(error instanceof DwSimError)) throw error;
      reportError(error, context);
      return false;
    } finally {
      this.#running = null;
    }
  }

  async #command(word: string): Promise<void> {
    const { context, isInteractive } = this.#options;
    const [name, ...rest] = word.split(/\s+/);
    switch (name) {
      case "\\q":
        return void (this.hasEnded = true);
      case "\\?":
        return context.err.print(`${HELP}\n`);
      case "\\x":
        this.#isExpanded = !this.#isExpanded;
        return context.note(`Expanded mode is ${this.#isExpanded ? "on" : "off"}`);
      case "\\timing":
        this.#isTimed = !this.#isTimed;
        return context.note(`Timing is ${this.#isTimed ? "on" : "off"}`);
      case "\\dt":
        return void await this.#answer({ ...this.#options.asking, sql: "SHOW TABLES" });
      case "\\d":
        return void await this.#answer({ ...this.#options.asking, sql: describing(rest) });
    }
    const error = new DwSimError("CLI_PROMPT_COMMAND", { name: name! });
    if (!isInteractive) throw error;
    reportError(error, context);
  }
}

function describing(names: readonly string[]): string {
  return names.length === 0 ? "SHOW TABLES" : `DESCRIBE ${names.join(" ")}`;
}
