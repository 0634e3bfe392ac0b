import type { Command } from "commander";
import type { HealthCheck } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { PORT } from "../default_port.ts";
import { EXIT_FINDINGS } from "../exit_code.ts";
import { counted } from "../words.ts";

/** `dw-sim doctor` */
export function doctor(parent: Command, context: CliContext): void {
  parent.command("doctor")
    .description("check that everything dw-sim needs is there")
    .option("--repair", "remove what killed processes left behind, first")
    .addHelpText("after", examples("dw-sim doctor", "dw-sim doctor --repair"))
    .action(async ({ repair = false }: { readonly repair?: boolean }) => {
      using opened = await context.openApp();
      const removed = repair ? opened.app.repairStorage(opened.context).removed : [];
      if (repair) context.note(`Removed ${counted(removed.length, "leftover")}.`);
      const checks = await opened.app.checkHealth(opened.context, { port: PORT });
      const ok = checks.every((check) => check.ok);
      if (!ok) context.exitCode = EXIT_FINDINGS;
      context.result({ ok, checks, ...repair && { removed } }, () => healthText(checks, context));
    });
}

function healthText(checks: readonly HealthCheck[], { paint }: CliContext): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks.map(({ name, ok, detail, hint }) => {
    const mark = ok ? paint.green("✓") : paint.red("✗");
    const advice = ok || hint === undefined ? "" : `\n    ${paint.dim(hint)}`;
    return `${mark} ${name.padEnd(width)}  ${detail}${advice}`;
  }).join("\n");
}
