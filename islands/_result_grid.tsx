import type { JSX } from "preact";
import { cellText, isNumeric } from "./_answer.ts";
import { GridFoot } from "./_grid_foot.tsx";
import {
  gutterWidth,
  HEAD_PX,
  rectangle,
  ROW_PX,
  type SeenColumns,
  seenColumns,
  seenRows,
  type Selection,
} from "./_grid_places.ts";
import { type Grid, type GridRows, seenOf, useGrid } from "./_use_grid.ts";

interface ResultGridProps extends GridRows {
  readonly onCopied: (what: string) => void;
}

const TEXT_MAX = 300;

/**
 * Rows as a grid of which only what is seen exists, so that a hundred thousand of two hundred columns
 * scroll as ten do. It takes the focus as a whole; arrows move a cell, `Shift` stretches, `Ctrl` `C`
 * copies, `Enter` sorts by the column one is in, the space bar shows all of a value.
 */
export function ResultGrid(props: ResultGridProps): JSX.Element {
  const { head, rowCount } = props;
  const grid = useGrid(props, props.onCopied);
  const { at, seen, widths } = grid;
  const [first, last] = seenRows(seen.value, rowCount);
  const columns = seenColumns(seen.value, widths);
  const gutterPx = gutterWidth(rowCount);
  const isSeen = at.value.row >= first && at.value.row < last &&
    at.value.column >= columns.first && at.value.column < columns.last;
  const totalPx = gutterPx + widths.reduce((sum, width) => sum + width, 0);
  return (
    <div class="grid-frame">
      <div
        class="grid"
        style={{ "--rows": rowCount }}
        ref={grid.element}
        role="grid"
        tabIndex={0}
        aria-label="Rows of the answer"
        aria-rowcount={rowCount + 1}
        aria-colcount={head.columns.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={isSeen ? cellId(at.value) : undefined}
        onKeyDown={grid.press}
        onScroll={({ currentTarget }) => seen.value = seenOf(currentTarget)}
      >
        <div
          class="grid-inner"
          role="presentation"
          style={{ height: `${HEAD_PX + rowCount * ROW_PX}px`, minWidth: `${totalPx}px` }}
        >
          <Head grid={grid} columns={columns} gutterPx={gutterPx} />
          <div
            class="grid-rows"
            role="rowgroup"
            style={{ transform: `translateY(${first * ROW_PX}px)` }}
          >
            {Array.from({ length: last - first }, (_, i) => (
              <GridRow
                grid={grid}
                columns={columns}
                gutterPx={gutterPx}
                place={first + i}
                key={first + i}
              />
            ))}
          </div>
        </div>
      </div>
      <GridFoot grid={grid} />
    </div>
  );
}

interface PartProps {
  readonly grid: Grid;
  readonly columns: SeenColumns;
  readonly gutterPx: number;
}

function Head({ grid, columns, gutterPx }: PartProps): JSX.Element {
  return (
    <div class="grid-head" role="rowgroup">
      <div class="grid-row" role="row" aria-rowindex={1}>
        <div class="grid-gutter" role="columnheader" style={{ width: `${gutterPx}px` }}>
          <span class="visually-hidden">Row</span>
        </div>
        <div class="grid-gap" role="presentation" style={{ width: `${columns.beforePx}px` }} />
        {placesOf(columns).map((column) => <HeadCell grid={grid} column={column} key={column} />)}
      </div>
    </div>
  );
}

const ARROWS = { none: "", ascending: " ↑", descending: " ↓" } as const;

function HeadCell({ grid, column }: {
  readonly grid: Grid;
  readonly column: number;
}): JSX.Element {
  const { head, sorting, widths } = grid;
  const [name, type] = [head.columns[column]!, head.column_types[column]!];
  const direction = sorting.value?.column === column ? sorting.value.direction : "none";
  return (
    <div
      class={isNumeric(type) ? "grid-cell grid-name number" : "grid-cell grid-name"}
      role="columnheader"
      aria-sort={direction}
      aria-colindex={column + 2}
      title={`${name} ${type}\nSort by it`}
      style={{ width: `${widths[column]}px` }}
      onClick={() => grid.sort(column)}
    >
      <span class="ends">{`${name}${ARROWS[direction]}`}</span>
      <span class="type ends">{type}</span>
      <span
        class="grid-edge"
        role="presentation"
        title="Drag to make it wider"
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) =>
          startResize(event, (byPx) => grid.resize(column, byPx), widths[column]!)}
      />
    </div>
  );
}

function startResize(
  event: PointerEvent & { readonly currentTarget: HTMLElement },
  onWidth: (widthPx: number) => void,
  widthPx: number,
): void {
  const { currentTarget: edge, clientX: from, pointerId } = event;
  edge.setPointerCapture(pointerId);
  edge.onpointermove = ({ clientX }) => onWidth(widthPx + clientX - from);
  edge.onlostpointercapture = () => edge.onpointermove = null;
}

function GridRow(
  { grid, columns, gutterPx, place }: PartProps & { readonly place: number },
): JSX.Element {
  const { head, at, widths, go } = grid;
  const row = grid.rowOf(place);
  const { fromRow, toRow, fromColumn, toColumn } = rectangle(at.value);
  const isPicked = place >= fromRow && place <= toRow;
  return (
    <div class="grid-row" role="row" aria-rowindex={place + 2}>
      <div
        class="grid-gutter"
        role="rowheader"
        style={{ width: `${gutterPx}px` }}
        onClick={({ shiftKey }) => {
          go({ row: place, column: 0 }, shiftKey);
          at.value = { ...at.value, anchorColumn: 0, column: widths.length - 1 };
        }}
      >
        {place + 1}
      </div>
      <div class="grid-gap" role="presentation" style={{ width: `${columns.beforePx}px` }} />
      {placesOf(columns).map((column) => {
        const isSelected = isPicked && column >= fromColumn && column <= toColumn;
        const isCurrent = place === at.value.row && column === at.value.column;
        const text = cellText(row[column]);
        return (
          <div
            class={classOf(head.column_types[column]!, text, { isSelected, isCurrent })}
            role="gridcell"
            id={isCurrent ? cellId(at.value) : undefined}
            aria-selected={isSelected}
            aria-colindex={column + 2}
            style={{ width: `${widths[column]}px` }}
            onClick={(event) => go({ row: place, column }, event.shiftKey)}
            onDblClick={() => grid.isOpen.value = true}
            key={column}
          >
            {text === null ? "NULL" : text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text}
          </div>
        );
      })}
    </div>
  );
}

function placesOf({ first, last }: SeenColumns): readonly number[] {
  return Array.from({ length: last - first }, (_, i) => first + i);
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
