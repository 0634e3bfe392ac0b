import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { askingOf } from "../query_options.ts";

interface Options {
  readonly dialect?: string;
  readonly expanded?: boolean;
}

/** `dw-sim sql` */
export function sql(parent: Command, context: CliContext): void {
  parent.command("sql")
    .description("ask an experiment at a prompt, or what is piped in statement by statement")
    .argument("[name]", "the experiment (default: the only one)")
    .option("-d, --dialect <name>", "redshift, snowflake, postgres, duckdb (default: its own)")
    .option("-x, --expanded", "every row as a block, a column a line")
    .addHelpText("after", examples("dw-sim sql demo", "dw-sim sql demo < report.sql"))
    .action(async (name: string | undefined, { dialect, expanded = false }: Options) => {
      using opened = await context.openApp();
      const found = name === undefined
        ? opened.app.onlyExperiment(opened.context)
        : opened.app.showExperiment(opened.context, name).name;
      const asking = askingOf({ experiment: found, ...dialect !== undefined && { dialect } });
      opened.app.warmEngines(1);
      // Loaded for who needs it: it reads the keyboard.
      const { runPrompt } = await import("../run_prompt.ts");
      await runPrompt({ opened, context, asking, isExpanded: expanded });
    });
}
