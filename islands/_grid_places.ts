import { cellText } from "./_answer.ts";
import type { AnswerHead, Row } from "./_read_answer.ts";

export const ROW_PX = 30;
export const HEAD_PX = 46;
const CHARACTER_PX = 7.9;
const MEASURED_ROWS = 200;
const CHARACTERS_MAX = 44;
/** Beyond what is seen, so that a turn of the wheel finds something there. */
const MARGIN_ROWS = 12;
const MARGIN_PX = 240;

/** A rectangle of cells: from where it was begun to where one is; rows count from 0 as shown. */
export interface Selection {
  readonly row: number;
  readonly column: number;
  readonly anchorRow: number;
  readonly anchorColumn: number;
}

/** The part of the grid that is seen, in pixels. */
export interface Seen {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

export interface GridSize {
  readonly rowCount: number;
  readonly widths: readonly number[];
}

/** Columns that exist: from one up to another, and the space that the ones before them would take. */
export interface SeenColumns {
  readonly first: number;
  readonly last: number;
  readonly beforePx: number;
}

/** As wide as the name, the type and the first values need, within bounds. */
export function widthsOf(
  { columns, column_types: types }: AnswerHead,
  rows: readonly Row[],
): number[] {
  return columns.map((name, column) => {
    let characters = Math.max(name.length + 2, types[column]!.length * 0.85, 5);
    for (let row = 0; row < Math.min(rows.length, MEASURED_ROWS); row++) {
      characters = Math.max(characters, (cellText(rows[row]![column]) ?? "NULL").length);
    }
    return Math.round(Math.min(characters, CHARACTERS_MAX) * CHARACTER_PX + 26);
  });
}

export function gutterWidth(rowCount: number): number {
  return 24 + String(rowCount).length * CHARACTER_PX;
}

/** @returns The rows that exist, from one up to another. */
export function seenRows({ top, height }: Seen, rowCount: number): readonly [number, number] {
  const first = Math.max(0, Math.floor(top / ROW_PX) - MARGIN_ROWS);
  const last = Math.min(rowCount, Math.ceil((top + height) / ROW_PX) + MARGIN_ROWS);
  return [Math.min(first, last), last];
}

export function seenColumns({ left, width }: Seen, widths: readonly number[]): SeenColumns {
  let first = 0;
  let beforePx = 0;
  while (first < widths.length - 1 && beforePx + widths[first]! < left - MARGIN_PX) {
    beforePx += widths[first++]!;
  }
  let last = first;
  for (let at = beforePx; last < widths.length && at < left + width + MARGIN_PX; last++) {
    at += widths[last]!;
  }
  return { first, last, beforePx };
}

/** What a selection covers, both ends within. */
export interface Rectangle {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export function rectangle({ row, column, anchorRow, anchorColumn }: Selection): Rectangle {
  return {
    ...{ fromRow: Math.min(row, anchorRow), toRow: Math.max(row, anchorRow) },
    ...{ fromColumn: Math.min(column, anchorColumn), toColumn: Math.max(column, anchorColumn) },
  };
}

/** Where a key leads, as the pattern of grids has it; null for keys that lead nowhere. */
export function moveOf(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">,
  { row, column }: Selection,
  { rowCount, widths, height }: GridSize & { readonly height: number },
): Partial<Selection> | null {
  const isCommand = ctrlKey || metaKey;
  const [lastRow, lastColumn] = [rowCount - 1, widths.length - 1];
  const pageRows = Math.max(1, Math.floor((height - HEAD_PX) / ROW_PX) - 1);
  switch (key) {
    case "ArrowDown":
      return { row: isCommand ? lastRow : row + 1 };
    case "ArrowUp":
      return { row: isCommand ? 0 : row - 1 };
    case "ArrowRight":
      return { column: isCommand ? lastColumn : column + 1 };
    case "ArrowLeft":
      return { column: isCommand ? 0 : column - 1 };
    case "PageDown":
      return { row: row + pageRows };
    case "PageUp":
      return { row: row - pageRows };
    case "Home":
      return isCommand ? { row: 0, column: 0 } : { column: 0 };
    case "End":
      return isCommand ? { row: lastRow, column: lastColumn } : { column: lastColumn };
    default:
      return null;
  }
}

/** Scrolls as little as needed for a cell to be seen. */
export function showCell(
  grid: HTMLElement,
  { row, column }: Selection,
  { rowCount, widths }: GridSize,
): void {
  const top = row * ROW_PX;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top + ROW_PX + HEAD_PX > grid.scrollTop + grid.clientHeight) {
    grid.scrollTop = top + ROW_PX + HEAD_PX - grid.clientHeight;
  }
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const right = left + gutterWidth(rowCount) + widths[column]!;
  if (left < grid.scrollLeft) grid.scrollLeft = left;
  else if (right > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = right - grid.clientWidth;
}
