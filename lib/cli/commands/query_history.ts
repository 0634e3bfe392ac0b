import type { Command } from "commander";
import type { AskedQuery } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { parseCount } from "../parse_values.ts";
import { count, counted, duration, localTime } from "../words.ts";

interface Options {
  readonly experiment?: string;
  readonly limit?: string;
  readonly clear?: boolean;
}

const LIMIT = 20;

/** `dw-sim query history` */
export function queryHistory(parent: Command, context: CliContext): void {
  parent.command("history")
    .description("list what was asked before, with its time, rows or error; the newest first")
    .option("-e, --experiment <name>", "only questions to this experiment")
    .option("--limit <n>", `how many at most (default: ${LIMIT}; the last 1,000 are kept)`)
    .option("--clear", "forget it, of all experiments or of the one that is named")
    .addHelpText("after", examples("dw-sim query history --experiment demo --limit 50"))
    .action(async ({ experiment, limit, clear = false }: Options) => {
      const wanted = "a whole number from 1 to 1,000";
      const countMax = limit === undefined
        ? LIMIT
        : parseCount(limit, { flag: "--limit", min: 1, max: 1_000, wanted });
      using opened = await context.openApp();
      if (clear) {
        const forgotten = opened.app.clearHistory(opened.context, experiment);
        return context.result({ forgotten }, () => `Forgot ${counted(forgotten, "question")}`);
      }
      const history = opened.app.pageHistory(opened.context, {
        ...{ countMax, experimentName: experiment },
      });
      context.result({ history: history.map(toJson) }, () => textOf(history, context));
    });
}

function toJson({ id, askedAt, experimentName, dialect, sql, isCut, ...rest }: AskedQuery) {
  return {
    ...{ id, asked_at: askedAt, experiment: experimentName, dialect, sql, cut: isCut },
    ...{ elapsed_ms: rest.elapsedMs, row_count: rest.rowCount },
    ...{ error_code: rest.error?.code ?? null, error_message: rest.error?.message ?? null },
  };
}

function textOf(history: readonly AskedQuery[], context: CliContext): string {
  if (history.length === 0) return "Nothing was asked yet.";
  const { paint } = context;
  return context.table(
    [
      ...[{ title: "Asked" }, { title: "Experiment" }, { title: "Time", align: "right" as const }],
      ...[{ title: "Rows", align: "right" as const }, { title: "Query" }, { title: "Error" }],
    ],
    history.map(({ askedAt, experimentName, elapsedMs, rowCount, sql, error }) => [
      ...[localTime(askedAt), experimentName ?? "–", duration(elapsedMs)],
      ...[rowCount === null ? "–" : count(rowCount), sql.trim().replace(/\s+/g, " ")],
      error === null ? "" : { text: error.code, paint: paint.red },
    ]),
  );
}
