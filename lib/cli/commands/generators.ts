import type { Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { parseCount } from "../parse_values.ts";

interface Options {
  readonly for?: string;
  readonly seed: string;
}

/** `dw-sim generators` */
export function generators(parent: Command, context: CliContext): void {
  parent.command("generators")
    .description("list the rules that make values, or show values of one")
    .argument("[rule]", "a rule: a name of dw-sim, of Faker-JS or of Python's Faker")
    .option("--for <kind>", "only those for a kind of column: string, decimal, date …")
    .option("--seed <n>", "other values of the same rule", "0")
    .addHelpText(
      "after",
      examples(
        "dw-sim generators",
        "dw-sim generators --for date",
        "dw-sim generators email",
        "dw-sim generators person.firstName --seed 7",
      ),
    )
    .action(async (rule: string | undefined, options: Options) => {
      const app = await import("../../app/mod.ts");
      if (rule === undefined) return list(app.listGenerators(), options, context);
      const wanted = "a whole number from 0 to 4294967295";
      const seed = parseCount(options.seed, { flag: "--seed", min: 0, max: 2 ** 32 - 1, wanted });
      const found = await app.describeGenerator(rule, { seed });
      context.result(found, () => {
        const { name, summary, produces, aliases, type, values } = found;
        const { paint } = context;
        return [
          `${paint.bold(name)}: ${summary}`,
          `${paint.dim("for columns of")} ${produces.join(", ")}`,
          ...aliases.length === 0 ? [] : [`${paint.dim("also called")} ${aliases.join(", ")}`],
          `${paint.dim(`as ${type}, for example`)}`,
          ...values.map((value) => `  ${value}`),
        ].join("\n");
      });
    });
}

function list(
  all: readonly {
    readonly name: string;
    readonly summary: string;
    readonly produces: readonly string[];
  }[],
  options: Options,
  context: CliContext,
): void {
  const kind = options.for?.toLowerCase();
  const found = all.filter(({ produces }) => kind === undefined || produces.includes(kind));
  context.result(
    { generators: found },
    () =>
      found.length === 0
        ? `No generator makes '${kind}'. Kinds: ${
          [...new Set(all.flatMap((g) => g.produces))].join(", ")
        }`
        : context.table(
          [{ title: "Generator" }, { title: "For" }, { title: "Makes" }],
          found.map(({ name, summary, produces }) => [name, produces.join(", "), summary]),
        ),
  );
  if (found.length > 0) {
    context.note(`${found.length} generators; see values: dw-sim generators NAME`);
  }
}
