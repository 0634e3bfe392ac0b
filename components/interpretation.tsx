import type { JSX } from "preact";
import { KeyBadges, nullsText, ValuesCell } from "./column_table.tsx";
import { formatCount, formatNumber } from "./format.ts";
import { Icon } from "./icon.tsx";
import type { ColumnView, TableView } from "./table_view.ts";

interface InterpretationProps {
  readonly tables: readonly TableView[];
  /** Whether a table's columns are shown; all of them where it is absent. */
  readonly isOpen?: (table: string) => boolean;
  readonly onToggle?: (table: string, isOpen: boolean) => void;
  /** What stands in a column's last cell: a way to change how its values are made. */
  readonly renderAction?: (table: TableView, column: ColumnView) => JSX.Element | null;
  /** What stands below a column while it is changed. */
  readonly renderEditor?: (table: TableView, column: ColumnView) => JSX.Element | null;
}

/** What was understood of a text: tables, types, keys, physical properties, generators. */
export function Interpretation(props: InterpretationProps): JSX.Element {
  const columnCount = props.tables.reduce((total, { columns }) => total + columns.length, 0);
  return (
    <section class="stack" aria-labelledby="interpretation-title">
      <div class="row-apart">
        <h2 id="interpretation-title">How it is understood</h2>
        <span class="soft small">
          {`${formatCount(props.tables.length, "table")}, ${formatCount(columnCount, "column")}`}
        </span>
      </div>
      <div class="stack-tight">
        {props.tables.map((table) => <TableDetails {...props} table={table} key={table.name} />)}
      </div>
    </section>
  );
}

function TableDetails(
  { table, isOpen, onToggle, ...rest }: InterpretationProps & { readonly table: TableView },
): JSX.Element {
  const open = isOpen?.(table.name) ?? false;
  return (
    <details
      class="table-details"
      open={open}
      onToggle={(event) => onToggle?.(table.name, event.currentTarget.open)}
    >
      <summary>
        <span class="mono summary-name">{table.fullName}</span>
        <span class="soft small">{formatCount(table.columns.length, "column")}</span>
        <span class="soft small">{`${formatNumber(table.targetRows)} rows`}</span>
        {table.compositeKeys.length > 0 && (
          <span class="badge badge-warn">
            <Icon name="key" />
            composite key
          </span>
        )}
        {table.properties.map((text) => <span class="badge mono" key={text}>{text}</span>)}
      </summary>
      {(open || isOpen === undefined) && <Columns table={table} {...rest} />}
    </details>
  );
}

function Columns(
  { table, renderAction, renderEditor }: Omit<InterpretationProps, "tables"> & {
    readonly table: TableView;
  },
): JSX.Element {
  return (
    <div class="stack-tight table-body">
      {table.warnings.map((text) => <p class="small warning-text" key={text}>{text}</p>)}
      <ul class="columns">
        {table.columns.map((column) => (
          <li class="column" key={column.name}>
            <div class="column-line">
              <span class="mono column-title">{column.name}</span>
              <span class="mono soft small">{column.type}</span>
              <KeyBadges column={column} />
              <ValuesCell column={column} />
              <span class="soft small">{column.isNullable ? `NULL ${nullsText(column)}` : ""}</span>
              <span class="column-action">{renderAction?.(table, column) ?? null}</span>
            </div>
            {column.notes.length > 0 && <p class="soft tiny mono">{column.notes.join(" · ")}</p>}
            {renderEditor?.(table, column) ?? null}
          </li>
        ))}
      </ul>
    </div>
  );
}
