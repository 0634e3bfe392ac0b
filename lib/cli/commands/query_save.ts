import type { Command } from "commander";
import { resolve } from "node:path";
import { DwSimError } from "../../errors/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { readSource } from "../read_source.ts";
import { writeText } from "../write_text.ts";

interface Options {
  readonly name?: string;
  readonly experiment?: string;
  readonly output?: string;
  readonly replace?: boolean;
}

/** `dw-sim query save` */
export function querySave(parent: Command, context: CliContext): void {
  parent.command("save")
    .description("keep a query under a name, or in a file; it is not run")
    .argument("<sql>", "one statement or several; '-' reads standard input")
    .option("-n, --name <name>", "what it is called from now on")
    .option("-e, --experiment <name>", "the experiment it is meant for")
    .option("-o, --output <file>", "write it to a file as well, or instead of a name")
    .option("--replace", "replace what has this name")
    .addHelpText(
      "after",
      examples(
        'dw-sim query save "SELECT count(*) FROM orders" --name "all orders" --experiment demo',
        "dw-sim query save - --output report.sql",
      ),
    )
    .action(async (given: string, options: Options) => {
      const { name, output } = options;
      if (name === undefined && output === undefined) {
        const reason = "Nothing says where to keep the query: add --name, or --output";
        throw new DwSimError("CLI_USAGE", { reason, command: "dw-sim query save" });
      }
      const sql = given === "-" ? (await readSource("-")).text : given;
      if (name !== undefined) await keep({ ...options, name }, sql, context);
      const path = output === undefined ? null : resolve(output);
      if (path !== null) writeText(path, sql.endsWith("\n") ? sql : `${sql}\n`);
      const places = [name === undefined ? [] : [`'${name}'`], path === null ? [] : [path]].flat();
      context.result(
        { name: name ?? null, experiment: options.experiment ?? null, path },
        () => `Saved the query as ${places.join(" and ")}`,
      );
    });
}

async function keep(
  { name, experiment, replace = false }: Options & { readonly name: string },
  sql: string,
  context: CliContext,
): Promise<void> {
  using opened = await context.openApp();
  const { app, context: appContext } = opened;
  // Typed names are easily mistyped: one that is nobody's would lose the query for a list.
  const found = experiment === undefined ? undefined : app.showExperiment(appContext, experiment);
  const draft = { name, sql, experiment: found?.name };
  if (!replace) return void app.saveQuery(appContext, draft);
  try {
    app.replaceSavedQuery(appContext, name, draft);
  } catch (error) {
    if (!(error instanceof DwSimError) || error.code !== "SAVED_QUERY_NOT_FOUND") throw error;
    app.saveQuery(appContext, draft);
  }
}
