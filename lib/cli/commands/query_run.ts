import type { Command } from "commander";
import type { WrittenStatement } from "../../app/mod.ts";
import { DwSimError } from "../../errors/mod.ts";
import { answerQuery } from "../answer_query.ts";
import { checkAnswer } from "../check_answer.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import {
  addQueryFlags,
  answerStyle,
  askingOf,
  parseSet,
  type QueryFlags,
} from "../query_options.ts";
import { readSource } from "../read_source.ts";
import { counted } from "../words.ts";

interface Options extends QueryFlags {
  readonly saved?: boolean;
}

type OpenedApp = Awaited<ReturnType<CliContext["openApp"]>>;

/** `dw-sim query run` */
export function queryRun(parent: Command, context: CliContext): void {
  const command = parent.command("run")
    .description("answer the statements of a file, one after another; the first error ends it")
    .argument("<file>", "the file, '-' for standard input, or with --saved a saved query's name")
    .option("--saved", "run a saved query");
  addQueryFlags(command)
    .addHelpText(
      "after",
      examples(
        "dw-sim query run report.sql --experiment demo --set from=2024-01-01 --set country=DE",
        "dw-sim query run report.sql --experiment demo --expect report.csv",
        "dw-sim query run top_customers --saved --set zip:text=04109",
      ),
    )
    .action(async (file: string, options: Options) => {
      const style = answerStyle(options, context);
      using opened = await context.openApp();
      const { text: sql, experiment } = await textOf(opened, { file, options, context });
      opened.app.warmEngines(1);
      const asked = { ...experiment !== null && { experiment }, ...askingOf(options) };
      const parameters = parseSet(options.set, opened.app);
      const statements = opened.app.readStatements(opened.context, { sql, ...asked });
      refuseSeveralInFile(statements, options);
      const request = { ...asked, sql, parameters, signal: context.signal };
      if (options.expect !== undefined) {
        return await checkAnswer(opened, { request, expect: options.expect, context });
      }
      if (statements.length <= 1) {
        return await answerQuery(opened, { request, style, output: options.output, context });
      }
      for (const [at, statement] of statements.entries()) {
        try {
          if (at > 0 && style.format === "table") context.out.print("\n");
          await answerQuery(opened, { request: { ...request, statement: at + 1 }, style, context });
        } catch (error) {
          noteStop(error, { at, statement, count: statements.length, context });
          throw error;
        }
      }
    });
}

interface Asking {
  readonly file: string;
  readonly options: Options;
  readonly context: CliContext;
}

/** The text, and the experiment that a saved query is meant for. */
async function textOf(
  { app, context: appContext }: OpenedApp,
  { file, options, context }: Asking,
): Promise<{ readonly text: string; readonly experiment: string | null }> {
  if (options.saved) {
    const { name, sql, experimentName } = app.showSavedQuery(appContext, file);
    context.source = { name, text: sql };
    return { text: sql, experiment: experimentName };
  }
  const source = await readSource(file);
  context.source = source;
  return { text: source.text, experiment: null };
}

function refuseSeveralInFile(
  statements: readonly WrittenStatement[],
  { output, expect }: Options,
): void {
  if ((output === undefined && expect === undefined) || statements.length <= 1) return;
  const reason = `One file holds one answer, and there are ${statements.length} statements`;
  throw new DwSimError("CLI_USAGE", { reason, command: "dw-sim query run" });
}

/** Says how far a script came, and where it ended. */
function noteStop(
  error: unknown,
  { at, statement, count, context }: {
    readonly at: number;
    readonly statement: WrittenStatement;
    readonly count: number;
    readonly context: CliContext;
  },
): void {
  const span = error instanceof DwSimError ? error.problems[0]?.span : undefined;
  const { line, column } = span ?? statement;
  const place = `${context.source!.name}:${line}:${column}`;
  context.note(
    `Stopped at ${place}, statement ${at + 1} of ${count}; ${counted(at, "answer")} before it`,
  );
}
