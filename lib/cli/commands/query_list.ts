import type { Command } from "commander";
import type { SavedQuery } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { savedQueryJson } from "../saved_query_json.ts";
import { localTime } from "../words.ts";

/** `dw-sim query list` */
export function queryList(parent: Command, context: CliContext): void {
  parent.command("list")
    .description("list the saved queries")
    .option("-e, --experiment <name>", "only those meant for this experiment")
    .addHelpText("after", examples("dw-sim query list", "dw-sim query list --experiment demo"))
    .action(async ({ experiment }: { readonly experiment?: string }) => {
      using opened = await context.openApp();
      const queries = opened.app.pageSavedQueries(opened.context, {
        ...{ countMax: COUNT_MAX, experiment },
      });
      context.result({ queries: queries.map(savedQueryJson) }, () => textOf(queries, context));
    });
}

const COUNT_MAX = 100_000;

function textOf(queries: readonly SavedQuery[], context: CliContext): string {
  if (queries.length === 0) return "There are no saved queries yet.";
  return context.table(
    [{ title: "Name" }, { title: "Experiment" }, { title: "Saved" }, { title: "Query" }],
    queries.map(({ name, sql, experimentName, createdAt }) => [
      ...[name, experimentName ?? "–", localTime(createdAt), sql.trim().replace(/\s+/g, " ")],
    ]),
  );
}
