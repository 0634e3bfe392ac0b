import type { JSX } from "preact";

/** The first rows of a table, as the API sends them. */
export interface SampleJson {
  readonly table: string;
  readonly columns: readonly string[];
  readonly column_types: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const TEXT_LENGTH_MAX = 120;

/** Rows as they are in the files. */
export function SampleTable({ sample }: { readonly sample: SampleJson }): JSX.Element {
  const { columns, column_types: types, rows } = sample;
  if (rows.length === 0) return <div class="empty">This table has no rows.</div>;
  return (
    <div class="scroll sample" tabIndex={0} role="region" aria-label={`Rows of ${sample.table}`}>
      <table class="table">
        <thead>
          <tr>
            {columns.map((name, i) => (
              <th scope="col" class={isNumber(types[i]!) ? "number" : undefined} key={name}>
                {name}
                <span class="type">{types[i]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((value, place) => (
                <td class={isNumber(types[place]!) ? "number" : undefined} key={place}>
                  <Cell value={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isNumber(type: string): boolean {
  return /INT|DECIMAL|NUMERIC|DOUBLE|FLOAT|REAL/i.test(type);
}

function Cell({ value }: { readonly value: unknown }): JSX.Element {
  if (value === null) return <span class="null">NULL</span>;
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (text.length <= TEXT_LENGTH_MAX) return <>{text}</>;
  return <span title={text}>{`${text.slice(0, TEXT_LENGTH_MAX)}…`}</span>;
}
