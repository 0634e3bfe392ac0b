import type { Command } from "commander";
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

/** `dw-sim query execute` */
export function queryExecute(parent: Command, context: CliContext): void {
  const command = parent.command("execute")
    .description("answer a SELECT over an experiment's current run")
    .argument("<sql>", "the question; '-' reads standard input");
  addQueryFlags(command)
    .addHelpText(
      "after",
      examples(
        'dw-sim query execute "SELECT count(*) FROM orders" --experiment demo',
        'dw-sim query execute "SELECT * FROM orders WHERE id = :id" -e demo --set id=7 --expanded',
        'dw-sim query execute "SELECT * FROM orders" --experiment demo --output orders.csv',
        'dw-sim query execute "SELECT count(*) FROM orders" -e demo --expect count.csv',
      ),
    )
    .action(async (sql: string, flags: QueryFlags) => {
      const source = sql === "-" ? await readSource("-") : { name: "query", text: sql };
      context.source = source;
      const style = answerStyle(flags, context);
      using opened = await context.openApp();
      opened.app.warmEngines(1);
      const parameters = parseSet(flags.set, opened.app);
      const request = {
        ...{ sql: source.text, parameters, signal: context.signal },
        ...askingOf(flags),
      };
      if (flags.expect !== undefined) {
        return await checkAnswer(opened, { request, expect: flags.expect, context });
      }
      await answerQuery(opened, { request, style, output: flags.output, context });
    });
}
