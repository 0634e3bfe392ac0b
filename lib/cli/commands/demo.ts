import type { Command } from "commander";
import type { DemoAnswer, DemoStep } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { type Progress, startProgress } from "../progress.ts";
import { verifyLine } from "../verify_text.ts";
import { duration } from "../words.ts";
import { generatedTable, summary } from "./experiment_generate.ts";

type App = typeof import("../../app/mod.ts");

/** `dw-sim demo` */
export function demo(parent: Command, context: CliContext): void {
  parent.command("demo")
    .description("make a warehouse of a million rows from TPC-H's DDL, check it, and query it")
    .addHelpText("after", examples("dw-sim demo"))
    .action(async () => {
      const { schemaLine } = await import("../schema_text.ts");
      using opened = await context.openApp();
      const progress = await startProgress(context);
      const steps: DemoStep[] = [];
      const onStep = (step: DemoStep) => {
        if (step.kind === "progress") return progress.update(step.progress);
        steps.push(step);
        if (!context.options.json) tell(step, { context, progress, schemaLine });
      };
      try {
        await opened.app.runDemo(opened.context, { signal: context.signal, onStep });
      } finally {
        progress.stop();
      }
      if (context.options.json) context.result(demoJson(steps, opened.app), () => "");
      else context.out.print(`\n${nextText(context)}\n`);
    });
}

interface Telling {
  readonly context: CliContext;
  readonly progress: Progress;
  readonly schemaLine: typeof import("../schema_text.ts").schemaLine;
}

function tell(step: DemoStep, { context, progress, schemaLine }: Telling): void {
  const { out, paint } = context;
  const title = (text: string) => out.print(`\n${paint.bold(paint.cyan(text))}\n`);
  switch (step.kind) {
    case "imported":
      if (step.replaced) context.note("The experiment of an earlier demo is replaced.");
      title("1  Read the DDL");
      out.print(`${paint.green("✓")} examples/tpch_redshift.sql: ${schemaLine(step.schema)}\n`);
      title("2  Make the data");
      return;
    case "generated":
      progress.stop();
      out.print(`${generatedTable(step.generated.manifest, context)}\n\n`);
      out.print(`${summary(step.generated, context)}\n`);
      title("3  Check every key");
      return;
    case "verified":
      out.print(`${verifyLine(step.report, paint)}\n`);
      title("4  Ask");
      return;
    case "answered":
      out.print(`${answerText(step.answer, context)}\n\n`);
  }
}

function answerText({ title, columns, rows, elapsedMs }: DemoAnswer, context: CliContext): string {
  const headers = columns.map(({ name, numeric }) =>
    numeric ? { title: name, align: "right" as const } : { title: name }
  );
  const time = context.paint.dim(`(${duration(elapsedMs)})`);
  return `${title} ${time}\n${context.table(headers, rows.map((row) => row.map(grouped)))}`;
}

/** A figure with its thousands apart; any other text as it is. */
function grouped(text: string | null): string | null {
  if (text === null || !/^-?\d+(\.\d+)?$/.test(text)) return text;
  const [whole, fraction] = text.split(".");
  const digits = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

const NEXT: readonly (readonly [command: string, what: string])[] = [
  ['query execute "SUMMARIZE orders"', "what the columns hold"],
  ["experiment show demo", "tables, columns and keys"],
  ["experiment generate demo --rows lineitem=5000000", "more of it"],
  ["experiment import-sql my.sql --name mine --dialect snowflake", "your own warehouse"],
  ["--help", "everything else"],
];

function nextText({ paint }: CliContext): string {
  const lines = NEXT.map(([command, what]) =>
    `  ${paint.dim(`${what}:`)}\n    ${launcher()} ${command}`
  );
  return `${paint.bold(paint.cyan("What to try next"))}\n${lines.join("\n")}`;
}

/** How this process was reached, so that what is offered runs as it stands. */
function launcher(): string {
  // The program that was installed says by which name it was called.
  const program = Deno.env.get("DW_SIM_PROGRAM");
  if (program) return program;
  const byNpx = Deno.env.get("npm_command") === "exec";
  return byNpx ? `npx -y deno@${Deno.version.deno} task dw-sim` : "deno task dw-sim";
}

function demoJson(steps: readonly DemoStep[], { runToJson }: App): unknown {
  const generated = steps.find((step) => step.kind === "generated")?.generated;
  const report = steps.find((step) => step.kind === "verified")?.report;
  return {
    run: generated && runToJson(generated.run),
    elapsed_ms: generated && Math.round(generated.elapsedMs),
    checks: report?.checks.length,
    broken: report?.broken,
    queries: steps.flatMap((step) => step.kind === "answered" ? [step.answer] : []),
  };
}
