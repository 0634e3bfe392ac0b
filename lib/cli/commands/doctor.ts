import type { Command } from "commander";
import type { HealthCheck } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { EXIT_FINDINGS } from "../exit_code.ts";

/** `dw-sim doctor` */
export function doctor(parent: Command, context: CliContext): void {
  parent.command("doctor")
    .description("check that everything dw-sim needs is there")
    .addHelpText("after", examples("dw-sim doctor"))
    .action(async () => {
      using opened = await context.openApp();
      const checks = await opened.app.checkHealth(opened.context);
      const ok = checks.every((check) => check.ok);
      if (!ok) context.exitCode = EXIT_FINDINGS;
      context.result({ ok, checks }, () => healthText(checks, context));
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
