import type { Command } from "commander";
import type { HealthCheck } from "../../app/mod.ts";
import { DwSimError } from "../../errors/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { PORT } from "../default_port.ts";
import { EXIT_FINDINGS } from "../exit_code.ts";
import { counted } from "../words.ts";

type OpenedApp = Awaited<ReturnType<CliContext["openApp"]>>;

/** `dw-sim doctor` */
export function doctor(parent: Command, context: CliContext): void {
  parent.command("doctor")
    .description("check that everything dw-sim needs is there")
    .option("--repair", "first remove what killed processes left behind, and close the folder")
    .addHelpText("after", examples("dw-sim doctor", "dw-sim doctor --repair"))
    .action(async ({ repair = false }: { readonly repair?: boolean }) => {
      using opened = await context.openApp();
      const removed = repair ? tryRepair(opened, context) : [];
      const checks = await opened.app.checkHealth(opened.context, { port: PORT });
      const ok = checks.every((check) => check.ok);
      if (!ok) context.exitCode = EXIT_FINDINGS;
      context.result({ ok, checks, ...repair && { removed } }, () => healthText(checks, context));
    });
}

/** What cannot be repaired is among what is found afterwards: that is told in any case. */
function tryRepair({ app, context: data }: OpenedApp, context: CliContext): readonly string[] {
  try {
    const { removed, isClosed } = app.repairStorage(data);
    if (isClosed) context.note(`Closed ${data.dataRoot.path} to other users.`);
    context.note(`Removed ${counted(removed.length, "leftover")}.`);
    return removed;
  } catch (error) {
    if (!(error instanceof DwSimError)) throw error;
    context.note("Nothing could be removed; what stands in the way is told here:");
    return [];
  }
}

function healthText(checks: readonly HealthCheck[], { paint }: CliContext): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks.map(({ name, ok, detail, hint }) => {
    const mark = ok ? paint.green("✓") : paint.red("✗");
    const advice = ok || hint === undefined ? "" : `\n    ${paint.dim(hint)}`;
    return `${mark} ${name.padEnd(width)}  ${detail}${advice}`;
  }).join("\n");
}
