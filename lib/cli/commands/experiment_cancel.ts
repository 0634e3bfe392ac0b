import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";

/** `dw-sim experiment cancel` */
export function experimentCancel(parent: Command, context: CliContext): void {
  parent.command("cancel")
    .description("stop the active run of an experiment, whichever process works on it")
    .argument("<name>", "the experiment")
    .addHelpText("after", examples("dw-sim experiment cancel demo"))
    .action(async (name: string) => {
      using opened = await context.openApp();
      const run = opened.app.runToJson(await opened.app.cancelRun(opened.context, name));
      context.result(run, () => `Run ${run.id} is ${run.status}`);
      if (run.status === "ABORTED") {
        context.note(
          `Take it up again: dw-sim experiment generate ${run.experiment_name} --resume`,
        );
      }
    });
}
