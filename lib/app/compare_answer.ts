import { DwSimError } from "../errors/mod.ts";
import { type AnswerDifference, compareRows } from "./_compare_rows.ts";
import { type CsvRow, readCsv } from "./_read_csv.ts";
import type { AppContext } from "./app_context.ts";
import { openScratch } from "./open_scratch.ts";
import type { QueryRequest } from "./run_query.ts";
import { saveAnswer } from "./save_answer.ts";

export type { AnswerDifference } from "./_compare_rows.ts";

export interface ComparedAnswer {
  /** Names of the columns that are expected. */
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly expectedRowCount: number;
  readonly differenceCount: number;
  /** The first of them. */
  readonly differences: readonly AnswerDifference[];
}

/** Differences that are told. */
const TOLD_COUNT_MAX = 20;
/** Both answers are in memory while they are compared. */
const ANSWER_BYTES_MAX = 64 * 1024 ** 2;

/**
 * Compares an answer with the one that is expected, in the order of their rows. Numbers are equal
 * however they are written.
 *
 * @param context Where the experiment lives.
 * @param request The question.
 * @param expected The answer that should be: CSV with a header, as `saveAnswer` writes it.
 * @throws DwSimError What `saveAnswer` throws; ANSWER_NOT_CSV, ANSWER_TOO_LARGE.
 */
export async function compareAnswer(
  context: AppContext,
  request: QueryRequest,
  expected: { readonly name: string; readonly text: string },
): Promise<ComparedAnswer> {
  const wanted = rowsOf(expected);
  const answered = rowsOf({ name: "the answer", text: await answerText(context, request) });
  const differences: AnswerDifference[] = [];
  let differenceCount = 0;
  for (const difference of compareRows(wanted, answered)) {
    if (differenceCount++ < TOLD_COUNT_MAX) differences.push(difference);
  }
  return {
    columns: wanted[0]?.map((name) => name ?? "") ?? [],
    rowCount: Math.max(0, answered.length - 1),
    expectedRowCount: Math.max(0, wanted.length - 1),
    ...{ differenceCount, differences },
  };
}

/** What a file of the answer would hold. */
async function answerText(context: AppContext, request: QueryRequest): Promise<string> {
  const folder = openScratch(context, "compare");
  try {
    const path = `${folder}/answer`;
    await saveAnswer(context, { ...request, format: "csv", path });
    if (Deno.statSync(path).size > ANSWER_BYTES_MAX) {
      throw new DwSimError("ANSWER_TOO_LARGE", { bytesMax: ANSWER_BYTES_MAX });
    }
    return await Deno.readTextFile(path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function rowsOf({ name, text }: { readonly name: string; readonly text: string }) {
  const rows: CsvRow[] = [];
  for (const row of readCsv(text)) {
    if (row === null) throw new DwSimError("ANSWER_NOT_CSV", { path: name, row: rows.length + 1 });
    rows.push(row);
  }
  return rows;
}
