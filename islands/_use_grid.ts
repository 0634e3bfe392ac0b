import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { cellText, csvOf, isNumeric, sortedOrder, tsvOf } from "./_answer.ts";
import {
  moveOf,
  rectangle,
  type Seen,
  type Selection,
  showCell,
  widthsOf,
} from "./_grid_places.ts";
import type { AnswerHead, Row } from "./_read_answer.ts";

export interface GridRows {
  readonly head: AnswerHead;
  /** The list grows while rows come; `rowCount` tells how far. */
  readonly rows: readonly Row[];
  readonly rowCount: number;
}

interface Sorting {
  readonly column: number;
  readonly direction: "ascending" | "descending";
}

/** Where one is in a grid, how it is sorted, and what can be done with it. */
export interface Grid extends GridRows {
  readonly element: { readonly current: HTMLDivElement | null };
  readonly seen: Signal<Seen>;
  readonly at: Signal<Selection>;
  readonly sorting: Signal<Sorting | null>;
  readonly widths: readonly number[];
  /** The row at a place, as it is sorted. */
  readonly rowOf: (place: number) => Row;
  /** The rows and columns that are selected. */
  readonly selected: () => readonly Row[];
  readonly sort: (column: number) => void;
  readonly resize: (column: number, widthPx: number) => void;
  readonly go: (to: Partial<Selection>, isStretched: boolean) => void;
  readonly copy: (what: CopyKind) => void;
  readonly press: (event: KeyboardEvent) => void;
  /** True while the whole value of the cell is shown. */
  readonly isOpen: Signal<boolean>;
}

export interface CopyKind {
  readonly isAll: boolean;
  readonly format: "csv" | "tsv";
}

const START: Selection = { row: 0, column: 0, anchorRow: 0, anchorColumn: 0 };
const WIDTH_MIN_PX = 44;
const MEASURED_ROWS = 200;

/** @param onCopied Told what went to the clipboard. */
export function useGrid(
  { head, rows, rowCount }: GridRows,
  onCopied: (what: string) => void,
): Grid {
  const element = useRef<HTMLDivElement>(null);
  const seen = useSignal<Seen>({ top: 0, left: 0, height: 480, width: 1_200 });
  const sorting = useSignal<Sorting | null>(null);
  const at = useSignal<Selection>(START);
  const isOpen = useSignal(false);
  const chosen = useSignal<Readonly<Record<number, number>>>({});
  const measured = useMemo(
    () => widthsOf(head, rows),
    [head, Math.min(rowCount, MEASURED_ROWS)],
  );
  const widths = measured.map((width, column) => chosen.value[column] ?? width);
  const order = useMemo(() => {
    const by = sorting.value;
    const type = by === null ? "" : head.column_types[by.column]!;
    return by === null ? null : sortedOrder(rows, { ...by, isNumber: isNumeric(type) });
  }, [sorting.value, rowCount]);
  useEffect(() => follow(element.current!, (now) => seen.value = now), []);

  const rowOf = (place: number) => rows[order === null ? place : order[place]!]!;
  function go(to: Partial<Selection>, isStretched: boolean): void {
    const row = clamp(to.row ?? at.value.row, rowCount);
    const column = clamp(to.column ?? at.value.column, widths.length);
    const anchor = isStretched ? at.value : { anchorRow: row, anchorColumn: column };
    at.value = { ...at.value, ...anchor, row, column };
    showCell(element.current!, at.value, { rowCount, widths });
  }
  function selected(): readonly Row[] {
    const { fromRow, toRow, fromColumn, toColumn } = rectangle(at.value);
    const picked: Row[] = [];
    for (let row = fromRow; row <= Math.min(toRow, rowCount - 1); row++) {
      picked.push(rowOf(row).slice(fromColumn, toColumn + 1));
    }
    return picked;
  }
  function copy({ isAll, format }: CopyKind): void {
    const picked = isAll
      ? [head.columns, ...Array.from({ length: rowCount }, (_, place) => rowOf(place))]
      : selected();
    const isCell = picked.length === 1 && picked[0]!.length === 1;
    const text = format === "csv" ? csvOf(picked) : tsvOf(picked);
    navigator.clipboard.writeText(isCell ? cellText(picked[0]![0]) ?? "" : text);
    const count = isAll ? rowCount : picked.length;
    onCopied(isCell ? "the cell" : `${count.toLocaleString("en")} ${count === 1 ? "row" : "rows"}`);
  }
  function press(event: KeyboardEvent): void {
    const isCommand = event.ctrlKey || event.metaKey;
    const move = moveOf(event, at.value, { rowCount, widths, height: seen.value.height });
    if (move !== null) go(move, event.shiftKey);
    else if (isCommand && event.key === "c") copy({ isAll: false, format: "tsv" });
    else if (isCommand && event.key === "a") {
      const last = { row: rowCount - 1, column: widths.length - 1 };
      at.value = { anchorRow: 0, anchorColumn: 0, ...last };
    } else if (event.key === "Enter") sorting.value = sortedBy(sorting.value, at.value.column);
    else if (event.key === " ") isOpen.value = true;
    else return;
    event.preventDefault();
  }
  return {
    ...{ head, rows, rowCount, element, seen, at, sorting, widths, isOpen },
    ...{ rowOf, selected, go, copy, press },
    sort: (column) => sorting.value = sortedBy(sorting.value, column),
    resize: (column, widthPx) =>
      chosen.value = { ...chosen.value, [column]: Math.max(WIDTH_MIN_PX, widthPx) },
  };
}

/** Up, then down, then as the rows came. */
function sortedBy(before: Sorting | null, column: number): Sorting | null {
  if (before?.column !== column) return { column, direction: "ascending" };
  return before.direction === "ascending" ? { column, direction: "descending" } : null;
}

function clamp(place: number, count: number): number {
  return Math.max(0, Math.min(place, count - 1));
}

export function seenOf(grid: HTMLElement): Seen {
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = grid;
  return { top: scrollTop, left: scrollLeft, height: clientHeight, width: clientWidth };
}

/** Tells how much is seen when the window changes. */
function follow(grid: HTMLElement, onSeen: (seen: Seen) => void): () => void {
  const observer = new ResizeObserver(() => onSeen(seenOf(grid)));
  observer.observe(grid);
  return () => observer.disconnect();
}
