import type { GenerationPlan, TablePlan } from "../generation/mod.ts";

/** A run of rows of one table: one file, made without regard to any other. */
export interface Part {
  readonly table: string;
  /** Counts the parts of a table from 0. */
  readonly index: number;
  readonly firstRow: number;
  readonly rowCount: number;
}

/**
 * Splits the tables of a plan into parts, in order. A table without rows has one part without rows,
 * so that its files still tell its columns.
 *
 * @param plan What is to be made.
 * @param options.partRows Rows of every part but a table's last.
 */
export function splitParts(
  plan: GenerationPlan,
  { partRows }: { readonly partRows: number },
): readonly Part[] {
  return plan.tables.flatMap((table) => partsOf(table, partRows));
}

/** The file of a part inside the folder of its table. */
export function partFile(index: number): string {
  return `part-${String(index).padStart(5, "0")}.parquet`;
}

/** Rows that were added later begin a part of their own, so that those before them stay as they are. */
function partsOf(
  { name, rowCount, earlierRowCounts = [] }: TablePlan,
  partRows: number,
): readonly Part[] {
  const parts: Part[] = [];
  for (const until of [...earlierRowCounts, rowCount]) {
    const last = parts.at(-1);
    let firstRow = last === undefined ? 0 : last.firstRow + last.rowCount;
    while (firstRow < until || parts.length === 0) {
      const part = { table: name, index: parts.length, firstRow };
      parts.push({ ...part, rowCount: Math.min(partRows, until - firstRow) });
      firstRow += partRows;
    }
  }
  return parts;
}
