import type { Command } from "commander";
import type { TablePreview } from "../../app/mod.ts";
import type { CliContext } from "../cli_context.ts";
import { examples } from "../command.ts";
import { parseCount } from "../parse_values.ts";

const ROW_COUNT_MAX = 10_000;

interface Options {
  readonly rowCount: string;
  readonly seed: string;
}

/** `dw-sim experiment preview` */
export function experimentPreview(parent: Command, context: CliContext): void {
  parent.command("preview")
    .description("show the first rows that a run would make, and write nothing")
    .argument("<name>", "the experiment")
    .argument("<table>", "one of its tables")
    .option("-n, --row-count <n>", "how many rows", "20")
    .option("--seed <n>", "a run with this seed begins with these rows", "0")
    .addHelpText(
      "after",
      examples(
        "dw-sim experiment preview demo customer",
        "dw-sim experiment preview demo orders -n 5 --seed 42 --json",
      ),
    )
    .action(async (name: string, table: string, options: Options) => {
      using opened = await context.openApp();
      const preview = await opened.app.previewTable(opened.context, name, {
        table,
        rowCount: parseCount(options.rowCount, {
          ...{ flag: "--row-count", min: 1, max: ROW_COUNT_MAX },
          wanted: "a whole number of rows, from 1 to 10,000",
        }),
        seed: parseCount(options.seed, {
          ...{ flag: "--seed", min: 0, max: 2 ** 32 - 1 },
          wanted: "a whole number from 0 to 4294967295",
        }),
      });
      context.noteFindings(preview.diagnostics);
      context.result(previewJson(preview), () => previewText(preview, context));
      if (preview.rows.length === 0) context.note("The table is to have no rows");
    });
}

function previewJson({ table, seed, columns, rows }: TablePreview): unknown {
  return {
    ...{ table, seed, columns: columns.map(({ name }) => name) },
    column_types: columns.map(({ type }) => type),
    generators: Object.fromEntries(columns.map(({ name, generator }) => [name, generator])),
    rows,
  };
}

function previewText({ columns, rows }: TablePreview, context: CliContext): string {
  return context.table(
    columns.map(({ name, isNumber }) => ({ title: name, ...isNumber && { align: "right" } })),
    rows.map((row) => row.map((value) => value ?? { text: "NULL", paint: context.paint.dim })),
  );
}
