import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { formatCount, formatNumber } from "../components/format.ts";
import { cellText, isNumeric } from "./_answer.ts";
import { rectangle } from "./_grid_places.ts";
import { Menu } from "./_menu.tsx";
import type { CopyKind, Grid } from "./_use_grid.ts";

const COPIES: readonly (CopyKind & { readonly text: string })[] = [
  { isAll: false, format: "tsv", text: "Selection, for spreadsheets" },
  { isAll: false, format: "csv", text: "Selection, as CSV" },
  { isAll: true, format: "tsv", text: "All rows, for spreadsheets" },
  { isAll: true, format: "csv", text: "All rows, as CSV" },
];
const SHOWN_LENGTH_MAX = 200;
/** Sums of more take longer than a key press may. */
const SUMMED_CELLS_MAX = 200_000;

/** Below the grid: the value one is at or, of several, what they come to; and copies. */
export function GridFoot({ grid }: { readonly grid: Grid }): JSX.Element {
  const { at, head, isOpen } = grid;
  const { row, column, anchorRow, anchorColumn } = at.value;
  const isOne = row === anchorRow && column === anchorColumn;
  const value = cellText(grid.rowOf(row)?.[column]);
  return (
    <div class="grid-foot">
      {isOne
        ? (
          <button
            type="button"
            class="grid-value mono"
            title="All of the value (space bar, or a double click)"
            onClick={() => isOpen.value = true}
          >
            <span class="soft">{head.columns[column]}</span>{" "}
            {value === null ? "NULL" : value.slice(0, SHOWN_LENGTH_MAX)}
          </button>
        )
        : <span class="grid-value small">{sumOf(grid)}</span>}
      <Menu label="Copy">
        {COPIES.map((copy) => (
          <button type="button" onClick={() => grid.copy(copy)} key={copy.text}>{copy.text}</button>
        ))}
      </Menu>
      {isOpen.value && <ValueDialog title={head.columns[column]!} grid={grid} />}
    </div>
  );
}

function sumOf(grid: Grid): string {
  const { fromRow, toRow, fromColumn, toColumn } = rectangle(grid.at.value);
  const cellCount = (toRow - fromRow + 1) * (toColumn - fromColumn + 1);
  const told = formatCount(cellCount, "cell");
  const types = grid.head.column_types.slice(fromColumn, toColumn + 1);
  if (cellCount > SUMMED_CELLS_MAX || !types.every(isNumeric)) return told;
  const values = grid.selected().flat().filter((value) => value !== null).map(Number);
  if (values.length === 0) return told;
  const sum = values.reduce((total, value) => total + value, 0);
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) [min, max] = [Math.min(min, value), Math.max(max, value)];
  const parts = [["sum", sum], ["mean", sum / values.length], ["min", min], ["max", max]] as const;
  return [told, ...parts.map(([name, number]) => `${name} ${formatNumber(number)}`)].join(" · ");
}

/** All of a value; documents indented. */
function ValueDialog({ title, grid }: {
  readonly title: string;
  readonly grid: Grid;
}): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const { row, column } = grid.at.value;
  const value = grid.rowOf(row)[column];
  const text = typeof value === "object" && value !== null
    ? JSON.stringify(value, null, 2)
    : cellText(value);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-label={`${title}, row ${row + 1}`}
      onClose={() => {
        grid.isOpen.value = false;
        grid.element.current?.focus();
      }}
    >
      <div class="dialog-body stack-tight">
        <div class="row-apart">
          <h2 class="mono ends">{title}</h2>
          <span class="soft small">
            {`${grid.head.column_types[column]}, row ${formatNumber(row + 1)}`}
          </span>
        </div>
        <pre class="code value" tabIndex={0}>{text ?? "NULL"}</pre>
        <div class="row row-end">
          <button
            type="button"
            class="button"
            onClick={() => navigator.clipboard.writeText(text ?? "")}
          >
            Copy
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
      </div>
    </dialog>
  );
}
