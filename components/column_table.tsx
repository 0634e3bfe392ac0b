import type { JSX } from "preact";
import { Icon } from "./icon.tsx";
import type { ColumnView, TableView } from "./table_view.ts";

/** The columns of a table: type, key, and what makes their values. */
export function ColumnTable({ table }: { readonly table: TableView }): JSX.Element {
  const label = `Columns of ${table.name}`;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Type</th>
            <th scope="col">Key</th>
            <th scope="col">Values</th>
            <th scope="col">NULLs</th>
            <th scope="col">Notes</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <tr key={column.name}>
              <th scope="row" class="mono column-name">{column.name}</th>
              <td class="mono nowrap">{column.type}</td>
              <td>
                <KeyBadges column={column} />
              </td>
              <td>
                <ValuesCell column={column} />
              </td>
              <td class="nowrap">{nullsText(column)}</td>
              <td class="soft small notes">
                {[...column.comment === null ? [] : [column.comment], ...column.notes].join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which keys a column is part of. */
export function KeyBadges({ column }: { readonly column: ColumnView }): JSX.Element {
  const { isKey, isUnique, references } = column;
  return (
    <span class="row row-tight">
      {isKey && (
        <span class="badge badge-accent">
          <Icon name="key" />
          primary
        </span>
      )}
      {isUnique && !isKey && <span class="badge badge-accent">unique</span>}
      {references !== null && (
        <span class="badge badge-info">
          <Icon name="link" />
          {references}
        </span>
      )}
    </span>
  );
}

/** What makes a column's values, and within what bounds. */
export function ValuesCell({ column }: { readonly column: ColumnView }): JSX.Element {
  const { references, generator, range, distribution } = column;
  if (references !== null) return <span class="soft">{`from ${references}`}</span>;
  return (
    <span class="row row-tight">
      {generator === null
        ? <span class="soft">counted</span>
        : <span class="mono">{generator}</span>}
      {range !== null && <span class="badge">{range}</span>}
      {distribution !== null && <span class="badge badge-info">{distribution}</span>}
    </span>
  );
}

/** `5 %`, `default rate`, `never` */
export function nullsText({ isNullable, nullRate }: ColumnView): string {
  if (!isNullable) return "never";
  return nullRate === null ? "default rate" : `${Math.round(nullRate * 1_000) / 10} %`;
}
