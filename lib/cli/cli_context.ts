import type { AppContext } from "../app/mod.ts";
import type { Diagnostic } from "../errors/mod.ts";
import { EXIT_OK } from "./exit_code.ts";
import { OutputStream } from "./output_stream.ts";
import { type Paint, paintFor } from "./paint.ts";
import { renderProblems } from "./render_problems.ts";
import type { SourceText } from "./source_text.ts";
import type { StartServer } from "./start_server.ts";
import { type TableCell, type TableColumn, textTable } from "./text_table.ts";

const FINDING_COUNT_MAX = 10;

/** Options that every command takes. */
export interface GlobalOptions {
  readonly dataDir?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** Shows every warning, and not the first of each kind alone. */
  readonly allFindings?: boolean;
}

/** What a command works with: its outputs, its options, and the way to the use cases. */
export class CliContext {
  readonly out: OutputStream;
  readonly err: OutputStream;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly startServer: StartServer;
  /** The user's texts that errors point into, once they are read. */
  sources: readonly SourceText[] = [];
  options: GlobalOptions = {};
  /** What the process ends with if nothing is thrown. */
  exitCode: number = EXIT_OK;

  constructor(signal: AbortSignal, startServer: StartServer) {
    const environment = Deno.env.toObject();
    this.out = new OutputStream(Deno.stdout, environment);
    this.err = new OutputStream(Deno.stderr, environment);
    this.signal = signal;
    this.startServer = startServer;
  }

  /** The user's text, where a command reads one alone. */
  get source(): SourceText | null {
    return this.sources.length === 1 ? this.sources[0]! : null;
  }

  set source(source: SourceText) {
    this.sources = [source];
  }

  get paint(): Paint {
    return paintFor(this.out);
  }

  /** The use cases, loaded now and not before: `version` and `--help` do without them. */
  async openApp(): Promise<Disposable & { readonly app: App; readonly context: AppContext }> {
    const app = await import("../app/mod.ts");
    const context = new app.AppContext({ flag: this.options.dataDir });
    return { app, context, [Symbol.dispose]: () => context[Symbol.dispose]() };
  }

  /** Prints the command's result: JSON for programs, or lines for people. */
  result(json: unknown, lines: () => string): void {
    this.out.print(`${this.options.json ? JSON.stringify(json, null, 2) : lines()}\n`);
  }

  /** Tells people something besides the result; programs and the impatient are spared. */
  note(text: string): void {
    if (!this.options.json && !this.options.quiet) this.err.print(`${text}\n`);
  }

  /** Tells people what there is to say about their text, in full or, beyond so many, as a number. */
  noteFindings(findings: readonly Diagnostic[], countMax = FINDING_COUNT_MAX): void {
    // With --quiet there is nothing but results and errors; in JSON they are part of the result.
    const told = this.options.quiet ? findings.filter(isError) : findings;
    if (told.length === 0 || this.options.json) return;
    const { sources, err } = this;
    const { allFindings: showsAlike = false } = this.options;
    const options = {
      ...{ sources, paint: paintFor(err), width: err.columns, showsAlike },
      countMax: showsAlike ? Infinity : countMax,
    };
    err.print(`${renderProblems(told, options)}\n`);
  }

  /** A table as wide as standard output. */
  table(columns: readonly TableColumn[], rows: readonly (readonly TableCell[])[]): string {
    return textTable(columns, rows, { width: this.out.columns, paint: this.paint }).text;
  }
}

type App = typeof import("../app/mod.ts");

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
