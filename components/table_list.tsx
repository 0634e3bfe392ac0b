import type { JSX } from "preact";
import { formatNumber } from "./format.ts";
import { own } from "./own.ts";
import { Icon } from "./icon.tsx";
import type { TableView } from "./table_view.ts";

export const TABLE_LIST_ID = "table-list";

interface TableListProps {
  readonly experiment: string;
  readonly tables: readonly TableView[];
  /** Rows of the current run; null where there is none. */
  readonly rowCounts: Readonly<Record<string, number>> | null;
}

/** The tables of an experiment, a line each. */
export function TableList({ experiment, tables, rowCounts }: TableListProps): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Tables">
      <table class="table" id={TABLE_LIST_ID}>
        <thead>
          <tr>
            <th scope="col">Table</th>
            <th scope="col" class="number">Rows</th>
            <th scope="col" class="number">Columns</th>
            <th scope="col">Key</th>
            <th scope="col">Leads to</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.name}>
              <th scope="row" class="table-name">
                <a href={`/experiments/${experiment}/tables/${encodeURIComponent(table.name)}`}>
                  {table.fullName}
                </a>
                {table.warnings.length > 0 && (
                  <span class="badge badge-warn" title={table.warnings.join("\n")}>
                    <Icon name="warning" />
                    {table.compositeKeys.length > 0 ? "composite key" : table.warnings.length}
                  </span>
                )}
              </th>
              <td class="number">
                {rowCounts === null
                  ? (
                    <span class="soft" title="Planned; no data yet">
                      {formatNumber(table.targetRows)}
                    </span>
                  )
                  : formatNumber(own(rowCounts, table.name) ?? 0)}
              </td>
              <td class="number">{table.columns.length}</td>
              <td class="mono">{keyText(table)}</td>
              <td>{[...new Set(table.references.map(({ table }) => table))].join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function keyText({ primaryKey, compositeKeys }: TableView): string {
  const [composite] = compositeKeys;
  return (composite ?? primaryKey).join(", ");
}
