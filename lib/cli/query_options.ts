import type { Command } from "commander";
import type { ParameterType, ParameterValues, QueryRequest } from "../app/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { parseChoice, parseCount } from "./parse_values.ts";

const FORMATS = ["table", "csv", "json", "jsonl", "parquet"] as const;
const NEWLINES = ["crlf", "lf"] as const;
const DIALECTS = ["redshift", "snowflake", "postgres", "duckdb"] as const;

export type QueryFormat = (typeof FORMATS)[number];

/** Rows of a table on the screen; files and the other formats hold all there are. */
export const TABLE_ROWS_MAX = 1_000;

/** What commands that ask take, as it was typed. */
export interface QueryFlags {
  readonly experiment?: string;
  readonly dialect?: string;
  readonly set?: readonly string[];
  readonly format?: string;
  readonly expanded?: boolean;
  readonly output?: string;
  readonly newline?: string;
  readonly maxRows?: string;
  readonly expect?: string;
}

/** Adds the flags of commands that ask. */
export function addQueryFlags(command: Command): Command {
  return command
    .option("-e, --experiment <name>", "the experiment (default: the only one)")
    .option("-d, --dialect <name>", `${DIALECTS.join(", ")} (default: the experiment's)`)
    .option(
      "-s, --set <name=value>",
      "a value for the parameter :name; name:type=value says its type; repeatable",
      (text, before: readonly string[] = []) => [...before, text],
    )
    .option("-f, --format <format>", `${FORMATS.join(", ")} (default: table)`)
    .option("-x, --expanded", "every row as a block, a column a line")
    .option("-o, --output <file>", "write to a file; its ending tells the format")
    .option("--newline <kind>", "what ends a line of CSV: crlf (RFC 4180) or lf (default: crlf)")
    .option("--expect <file>", "compare with a CSV file instead; exit code 1 where they differ")
    .option("--max-rows <n>", `rows of a table on the screen (default: ${TABLE_ROWS_MAX})`);
}

/** How an answer is to be shown. */
export interface AnswerStyle {
  readonly format: QueryFormat;
  readonly isExpanded: boolean;
  readonly rowsMax: number;
  /** What ends a record of CSV. */
  readonly newline: (typeof NEWLINES)[number];
}

/** @throws DwSimError CLI_CHOICE, CLI_NUMBER, CLI_BINARY_TO_TERMINAL. */
export function answerStyle(flags: QueryFlags, context: CliContext): AnswerStyle {
  const { maxRows, newline = "crlf", expanded: isExpanded = false } = flags;
  const wanted = "a whole number from 1 to 1,000,000";
  const rowsMax = maxRows === undefined
    ? TABLE_ROWS_MAX
    : parseCount(maxRows, { flag: "--max-rows", min: 1, max: 1_000_000, wanted });
  const style = {
    newline: parseChoice(newline, { flag: "--newline", choices: NEWLINES }),
    ...{ isExpanded, rowsMax },
  };
  return { format: formatOf(flags, context), ...style };
}

function formatOf({ format, output }: QueryFlags, { options, out }: CliContext): QueryFormat {
  const chosen = format === undefined
    ? options.json ? "json" : formatOfFile(output)
    : parseChoice(format, { flag: "--format", choices: FORMATS });
  if (chosen === "parquet" && output === undefined && out.isTerminal) {
    throw new DwSimError("CLI_BINARY_TO_TERMINAL", { format: chosen });
  }
  if (chosen === "table" && output !== undefined) {
    const choices = FORMATS.filter((each) => each !== "table");
    throw new DwSimError("CLI_CHOICE", { flag: "--format", text: chosen, choices });
  }
  return chosen;
}

function formatOfFile(output: string | undefined): QueryFormat {
  const ending = output?.split(".").at(-1)?.toLowerCase();
  return FORMATS.find((format) => format === ending && format !== "table") ??
    (output === undefined ? "table" : "csv");
}

/** What a question is asked with, besides its text. */
export function askingOf(
  { experiment, dialect }: QueryFlags,
): Pick<QueryRequest, "experiment" | "dialect"> {
  return {
    ...experiment !== undefined && { experiment },
    ...dialect !== undefined && {
      dialect: parseChoice(dialect, { flag: "--dialect", choices: DIALECTS }),
    },
  };
}

type App = Awaited<ReturnType<CliContext["openApp"]>>["app"];

const SETTING = /^:?([\p{L}_][\p{L}\p{N}_]*)(?::([A-Za-z]+))?=([^]*)$/u;

/**
 * Reads the values of parameters; of two for one name the last counts.
 *
 * @throws DwSimError CLI_USAGE, CLI_CHOICE, QUERY_PARAMETER_INVALID.
 */
export function parseSet(texts: readonly string[] = [], app: App): ParameterValues {
  return new Map(
    texts.map((each) => {
      const [whole, name, type, text] = SETTING.exec(each) ?? [];
      if (whole === undefined) throw notSetting(each);
      const choices: readonly ParameterType[] = app.PARAMETER_TYPES;
      const chosen = type === undefined
        ? undefined
        : parseChoice(type, { flag: `--set ${name}:…`, choices });
      return [name!, app.readParameter({ name: name!, text: text!, type: chosen })];
    }),
  );
}

function notSetting(text: string): DwSimError {
  const reason = `'${text}' cannot be the value of --set, which is name=value or name:type=value`;
  return new DwSimError("CLI_USAGE", { reason, command: "dw-sim query run" });
}
