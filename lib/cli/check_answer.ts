import type { AnswerDifference, ComparedAnswer, QueryRequest } from "../app/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { EXIT_FINDINGS } from "./exit_code.ts";
import { readSource } from "./read_source.ts";
import { count, counted } from "./words.ts";

type OpenedApp = Awaited<ReturnType<CliContext["openApp"]>>;

/**
 * Compares the answer to a question with a file, and ends with code 1 where they differ.
 *
 * @throws DwSimError What `readSource` and the use case throw.
 */
export async function checkAnswer(
  { app, context: appContext }: OpenedApp,
  { request, expect, context }: {
    readonly request: QueryRequest;
    readonly expect: string;
    readonly context: CliContext;
  },
): Promise<void> {
  const expected = await readSource(expect);
  const compared = await app.compareAnswer(appContext, request, expected);
  const { rowCount, expectedRowCount, differenceCount, differences } = compared;
  if (differenceCount > 0) context.exitCode = EXIT_FINDINGS;
  context.result(
    {
      ...{ file: expected.name, is_same: differenceCount === 0 },
      ...{ row_count: rowCount, expected_row_count: expectedRowCount },
      ...{ difference_count: differenceCount, differences },
    },
    () => comparedText(compared, expected.name, context),
  );
}

function comparedText(
  { columns, rowCount, expectedRowCount, differenceCount, differences }: ComparedAnswer,
  file: string,
  { paint }: CliContext,
): string {
  if (differenceCount === 0) {
    return `${paint.green("✓")} ${counted(rowCount, "row")}, as ${file} has them`;
  }
  const more = differenceCount - differences.length;
  return [
    ...differences.map((each) => differenceText(each, columns)),
    ...more > 0 ? [`… and ${count(more)} more`] : [],
    "",
    `${paint.red("✗")} ${counted(differenceCount, "difference")} from ${file}: ` +
    `${counted(rowCount, "row")}, expected ${count(expectedRowCount)}`,
  ].join("\n");
}

function differenceText(
  { kind, row, column, expected, answered }: AnswerDifference,
  columns: readonly string[],
): string {
  switch (kind) {
    case "header":
      if (answered === null) return `column ${column + 1} is missing: ${shown(expected)}`;
      if (expected === null) return `column ${column + 1} is not expected: ${shown(answered)}`;
      return `column ${column + 1}: ${shown(answered)}, expected ${shown(expected)}`;
    case "cell":
      return `row ${count(row)}, ${columns[column]}: ${shown(answered)}, expected ${
        shown(expected)
      }`;
    case "missing":
      return `row ${count(row)} is missing: ${expected}`;
    case "extra":
      return `row ${count(row)} is not expected: ${answered}`;
  }
}

function shown(value: string | null): string {
  return value === null ? "NULL" : `'${value}'`;
}
