import type { Paint } from "./paint.ts";
import { fitWidth, textWidth, visible } from "./text_width.ts";

export interface TableColumn {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Shown whole or not at all: half a value that is to be copied is of no use. */
  readonly isWhole?: boolean;
}

/** A cell: its text, and how it is painted. Null is an empty cell with a mark of its own. */
export type TableCell = string | null | { readonly text: string; readonly paint: Brush };

type Brush = (text: string) => string;

export interface TableOptions {
  /** Columns of the terminal; Infinity for as wide as it takes. */
  readonly width: number;
  readonly paint: Paint;
  /** What stands for null; by default nothing. */
  readonly nullText?: string;
}

const GAP = "  ";
const COLUMN_WIDTH_MIN = 12;

/**
 * Lays out a table. Where the terminal is too narrow the widest columns are cut first, and when
 * that is not enough the last columns are left out.
 *
 * @param columns Titles and sides.
 * @param rows As many cells a row as columns.
 * @param options Width and paint.
 * @returns Lines without a final line break, and how many columns were left out.
 */
export function textTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
  { width, paint, nullText = "" }: TableOptions,
): { readonly text: string; readonly hiddenCount: number } {
  const cells = rows.map((row) => row.map((cell) => shown(cell, nullText, paint)));
  const titles = columns.map(({ title }) => ({ text: visible(title), paint: paint.bold }));
  const natural = columns.map((_, i) =>
    [titles, ...cells].reduce((most, row) => Math.max(most, textWidth(row[i]!.text)), 1)
  );
  const widths = fitColumns(natural, columns, width);
  const line = (row: readonly ShownCell[]) =>
    widths.map((room, i) => padded(row[i]!, room, columns[i]!.align)).join(GAP).trimEnd();
  const rule = paint.dim(widths.map((room) => "─".repeat(room)).join(GAP));
  const text = [line(titles), rule, ...cells.map(line)].join("\n");
  return { text, hiddenCount: columns.length - widths.length };
}

interface ShownCell {
  readonly text: string;
  readonly paint: Brush;
}

function shown(cell: TableCell, nullText: string, paint: Paint): ShownCell {
  if (cell === null) return { text: nullText, paint: paint.dim };
  if (typeof cell === "string") return { text: visible(cell), paint: (text) => text };
  return { text: visible(cell.text), paint: cell.paint };
}

/** Padding stays outside the paint, so that an underline or background never runs on. */
function padded({ text, paint }: ShownCell, room: number, align: "left" | "right" = "left") {
  const fitted = fitWidth(text, room);
  const space = " ".repeat(Math.max(0, room - textWidth(fitted)));
  return align === "right" ? space + paint(fitted) : paint(fitted) + space;
}

function fitColumns(
  natural: readonly number[],
  columns: readonly TableColumn[],
  width: number,
): readonly number[] {
  const widths = [...natural];
  const minima = natural.map((each, i) =>
    columns[i]!.isWhole === true ? each : Math.min(each, COLUMN_WIDTH_MIN)
  );
  while (widths.length > 1 && total(minima.slice(0, widths.length)) > width) widths.pop();
  for (let excess = total(widths) - width; excess > 0; excess = total(widths) - width) {
    const pliant = widths.filter((_, i) => columns[i]!.isWhole !== true);
    const widest = Math.max(0, ...pliant);
    const second = Math.max(COLUMN_WIDTH_MIN, ...pliant.filter((each) => each < widest));
    if (widest <= COLUMN_WIDTH_MIN) break;
    const wide = pliant.filter((each) => each === widest).length;
    const cut = Math.max(1, Math.min(widest - second, Math.ceil(excess / wide)));
    widths.forEach((each, i) => {
      if (each === widest && columns[i]!.isWhole !== true) widths[i] = Math.max(1, each - cut);
    });
  }
  return widths;
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
}
