import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { cellText, isNumeric, sortedOrder, tsvOf } from "./_answer.ts";
import type { AnswerHead, Row } from "./_read_answer.ts";

interface ResultGridProps {
  readonly head: AnswerHead;
  /** The list grows while rows come; `rowCount` tells how far. */
  readonly rows: readonly Row[];
  readonly rowCount: number;
  readonly onCopied: (what: string) => void;
}

interface Sorting {
  readonly column: number;
  readonly direction: "ascending" | "descending";
}

/** A rectangle of cells: from where it was begun to where one is; rows count from 0 as shown. */
interface Selection {
  readonly row: number;
  readonly column: number;
  readonly anchorRow: number;
  readonly anchorColumn: number;
}

const ROW_PX = 30;
const HEAD_PX = 46;
/** Beyond what is seen, so that a turn of the wheel finds rows there. */
const MARGIN_ROWS = 12;
const CHARACTER_PX = 7.9;
const MEASURED_ROWS = 200;
const TEXT_MAX = 300;
const START: Selection = { row: 0, column: 0, anchorRow: 0, anchorColumn: 0 };

/**
 * Rows as a grid of which only what is seen exists, so that a hundred thousand scroll as ten do. It
 * takes the focus as a whole; arrows move a cell, `Shift` stretches, `Ctrl` `C` copies, `Enter`
 * sorts by the column one is in.
 */
export function ResultGrid(props: ResultGridProps): JSX.Element {
  const { head, rowCount } = props;
  const { grid, scrolled, sorting, at, widths, rowOf, sort, go, press } = useGrid(props);
  const { top, height } = scrolled.value;
  const first = Math.max(0, Math.floor(top / ROW_PX) - MARGIN_ROWS);
  const last = Math.min(rowCount, Math.ceil((top + height) / ROW_PX) + MARGIN_ROWS);
  const places = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  const gutterPx = 24 + String(rowCount).length * CHARACTER_PX;
  const totalPx = gutterPx + widths.reduce((sum, width) => sum + width, 0);
  return (
    <div
      class="grid"
      ref={grid}
      role="grid"
      tabIndex={0}
      aria-label="Rows of the answer"
      aria-rowcount={rowCount + 1}
      aria-colcount={head.columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={isSeen(at.value.row, first, last) ? cellId(at.value) : undefined}
      onKeyDown={press}
      onScroll={({ currentTarget }) =>
        scrolled.value = { top: currentTarget.scrollTop, height: currentTarget.clientHeight }}
    >
      <div
        class="grid-inner"
        role="presentation"
        style={{ height: `${HEAD_PX + rowCount * ROW_PX}px`, minWidth: `${totalPx}px` }}
      >
        <Head
          head={head}
          widths={widths}
          gutterPx={gutterPx}
          sorting={sorting.value}
          onSort={sort}
        />
        <div
          class="grid-rows"
          role="rowgroup"
          style={{ transform: `translateY(${first * ROW_PX}px)` }}
        >
          {places.map((place) => (
            <GridRow
              row={rowOf(place)}
              place={place}
              head={head}
              widths={widths}
              gutterPx={gutterPx}
              selection={at.value}
              onPick={(column, isStretched) => go({ row: place, column }, isStretched)}
              key={place}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Where one is in the grid, how it is sorted, and what keys do. */
function useGrid({ head, rows, rowCount, onCopied }: ResultGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const scrolled = useSignal({ top: 0, height: 480 });
  const sorting = useSignal<Sorting | null>(null);
  const at = useSignal<Selection>(START);
  const widths = useMemo(() => widthsOf(head, rows), [head, Math.min(rowCount, MEASURED_ROWS)]);
  const order = useMemo(() => {
    const by = sorting.value;
    const type = by === null ? "" : head.column_types[by.column]!;
    return by === null ? null : sortedOrder(rows, { ...by, isNumber: isNumeric(type) });
  }, [sorting.value, rowCount]);
  useEffect(() => follow(grid.current!, (seen) => scrolled.value = seen), []);

  const rowOf = (place: number) => rows[order === null ? place : order[place]!]!;
  function sort(column: number): void {
    const { value } = sorting;
    if (value?.column !== column) sorting.value = { column, direction: "ascending" };
    else if (value.direction === "ascending") sorting.value = { column, direction: "descending" };
    else sorting.value = null;
  }
  function go(to: Partial<Selection>, isStretched: boolean): void {
    const row = clamp(to.row ?? at.value.row, rowCount);
    const column = clamp(to.column ?? at.value.column, head.columns.length);
    const anchor = isStretched ? at.value : { anchorRow: row, anchorColumn: column };
    at.value = { ...at.value, ...anchor, row, column };
    show(grid.current!, { row, column, widths });
  }
  function copy(): void {
    const { fromRow, toRow, fromColumn, toColumn } = rectangle(at.value);
    const picked: Row[] = [];
    for (let row = fromRow; row <= Math.min(toRow, rowCount - 1); row++) {
      picked.push(rowOf(row).slice(fromColumn, toColumn + 1));
    }
    const isCell = picked.length === 1 && fromColumn === toColumn;
    const text = isCell ? cellText(picked[0]![0]) ?? "" : tsvOf(picked);
    navigator.clipboard.writeText(text);
    onCopied(isCell ? "the cell" : picked.length === 1 ? "1 row" : `${picked.length} rows`);
  }
  function press(event: KeyboardEvent): void {
    const isCommand = event.ctrlKey || event.metaKey;
    const move = moveOf(event, { at: at.value, scrolled: scrolled.value, head, rowCount });
    if (move !== null) go(move, event.shiftKey);
    else if (isCommand && event.key === "c") copy();
    else if (isCommand && event.key === "a") {
      const last = { row: rowCount - 1, column: head.columns.length - 1 };
      at.value = { anchorRow: 0, anchorColumn: 0, ...last };
    } else if (event.key === "Enter") sort(at.value.column);
    else return;
    event.preventDefault();
  }
  return { grid, scrolled, sorting, at, widths, rowOf, sort, go, press };
}

interface HeadProps {
  readonly head: AnswerHead;
  readonly widths: readonly number[];
  readonly gutterPx: number;
  readonly sorting: Sorting | null;
  readonly onSort: (column: number) => void;
}

function Head({ head, widths, gutterPx, sorting, onSort }: HeadProps): JSX.Element {
  return (
    <div class="grid-head" role="rowgroup">
      <div class="grid-row" role="row" aria-rowindex={1}>
        <div class="grid-gutter" role="columnheader" style={{ width: `${gutterPx}px` }}>
          <span class="visually-hidden">Row</span>
        </div>
        {head.columns.map((name, column) => {
          const type = head.column_types[column]!;
          const direction = sorting?.column === column ? sorting.direction : "none";
          return (
            <div
              class={isNumeric(type) ? "grid-cell grid-name number" : "grid-cell grid-name"}
              role="columnheader"
              aria-sort={direction}
              title={`Sort by ${name}`}
              style={{ width: `${widths[column]}px` }}
              onClick={() => onSort(column)}
              key={column}
            >
              <span class="ends">{`${name}${ARROWS[direction]}`}</span>
              <span class="type ends">{type}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const ARROWS = { none: "", ascending: " ↑", descending: " ↓" } as const;

interface GridRowProps {
  readonly row: Row;
  readonly place: number;
  readonly head: AnswerHead;
  readonly widths: readonly number[];
  readonly gutterPx: number;
  readonly selection: Selection;
  readonly onPick: (column: number, isStretched: boolean) => void;
}

function GridRow(props: GridRowProps): JSX.Element {
  const { row, place, head, widths, gutterPx, selection, onPick } = props;
  const { fromRow, toRow, fromColumn, toColumn } = rectangle(selection);
  const isPicked = place >= fromRow && place <= toRow;
  return (
    <div class="grid-row" role="row" aria-rowindex={place + 2}>
      <div class="grid-gutter" role="rowheader" style={{ width: `${gutterPx}px` }}>{place + 1}</div>
      {row.map((value, column) => {
        const isSelected = isPicked && column >= fromColumn && column <= toColumn;
        const isCurrent = place === selection.row && column === selection.column;
        const text = cellText(value);
        return (
          <div
            class={classOf(head.column_types[column]!, text, { isSelected, isCurrent })}
            role="gridcell"
            id={isCurrent ? cellId(selection) : undefined}
            aria-selected={isSelected}
            aria-colindex={column + 2}
            style={{ width: `${widths[column]}px` }}
            onClick={(event) => onPick(column, event.shiftKey)}
            key={column}
          >
            {text === null ? "NULL" : text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text}
          </div>
        );
      })}
    </div>
  );
}

function classOf(
  type: string,
  text: string | null,
  { isSelected, isCurrent }: { readonly isSelected: boolean; readonly isCurrent: boolean },
): string {
  let names = "grid-cell";
  if (isNumeric(type)) names += " number";
  if (text === null) names += " null";
  if (isSelected) names += " is-selected";
  if (isCurrent) names += " is-current";
  return names;
}

function cellId({ row, column }: Selection): string {
  return `cell-${row}-${column}`;
}

function isSeen(row: number, first: number, last: number): boolean {
  return row >= first && row < last;
}

function clamp(place: number, count: number): number {
  return Math.max(0, Math.min(place, count - 1));
}

function rectangle({ row, column, anchorRow, anchorColumn }: Selection) {
  return {
    ...{ fromRow: Math.min(row, anchorRow), toRow: Math.max(row, anchorRow) },
    ...{ fromColumn: Math.min(column, anchorColumn), toColumn: Math.max(column, anchorColumn) },
  };
}

interface Surroundings {
  readonly at: Selection;
  readonly scrolled: { readonly height: number };
  readonly head: AnswerHead;
  readonly rowCount: number;
}

/** Where a key leads, as the pattern of grids has it; null for keys that lead nowhere. */
function moveOf(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { at: { row, column }, scrolled, head, rowCount }: Surroundings,
): Partial<Selection> | null {
  const isCommand = ctrlKey || metaKey;
  const pageRows = Math.max(1, Math.floor((scrolled.height - HEAD_PX) / ROW_PX) - 1);
  switch (key) {
    case "ArrowDown":
      return { row: isCommand ? rowCount - 1 : row + 1 };
    case "ArrowUp":
      return { row: isCommand ? 0 : row - 1 };
    case "ArrowRight":
      return { column: column + 1 };
    case "ArrowLeft":
      return { column: column - 1 };
    case "PageDown":
      return { row: row + pageRows };
    case "PageUp":
      return { row: row - pageRows };
    case "Home":
      return isCommand ? { row: 0, column: 0 } : { column: 0 };
    case "End":
      return isCommand
        ? { row: rowCount - 1, column: head.columns.length - 1 }
        : { column: head.columns.length - 1 };
    default:
      return null;
  }
}

/** Scrolls as little as needed for a cell to be seen. */
function show(
  grid: HTMLElement,
  { row, column, widths }: {
    readonly row: number;
    readonly column: number;
    readonly widths: readonly number[];
  },
): void {
  const top = row * ROW_PX;
  const roomPx = grid.clientHeight - HEAD_PX - ROW_PX;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top > grid.scrollTop + roomPx) grid.scrollTop = top - roomPx;
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const gutterPx = grid.querySelector<HTMLElement>(".grid-gutter")?.offsetWidth ?? 0;
  const right = left + gutterPx + widths[column]!;
  if (left < grid.scrollLeft) grid.scrollLeft = left;
  else if (right > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = right - grid.clientWidth;
}

/** Tells how much is seen when the window changes. */
function follow(
  grid: HTMLElement,
  onSeen: (seen: { top: number; height: number }) => void,
): () => void {
  const observer = new ResizeObserver(() =>
    onSeen({ top: grid.scrollTop, height: grid.clientHeight })
  );
  observer.observe(grid);
  return () => observer.disconnect();
}

/** As wide as the name, the type and the first values need, within bounds. */
function widthsOf({ columns, column_types: types }: AnswerHead, rows: readonly Row[]): number[] {
  return columns.map((name, column) => {
    let characters = Math.max(name.length + 2, types[column]!.length * 0.85, 5);
    for (let row = 0; row < Math.min(rows.length, MEASURED_ROWS); row++) {
      characters = Math.max(characters, (cellText(rows[row]![column]) ?? "NULL").length);
    }
    return Math.round(Math.min(characters, 44) * CHARACTER_PX + 26);
  });
}
