import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { formatCount } from "../components/format.ts";

interface RowFilterProps {
  /** The id of a table. */
  readonly target: string;
  /** What it asks for: `Find a table`. */
  readonly label: string;
  readonly rowCount: number;
}

/** Hides the rows of a table that do not have what is typed; without script all are there. */
export default function RowFilter({ target, label, rowCount }: RowFilterProps): JSX.Element {
  const isAlive = useSignal(false);
  const foundCount = useSignal(rowCount);
  useEffect(() => void (isAlive.value = true), []);
  function filter(text: string): void {
    const wanted = text.trim().toLowerCase();
    let count = 0;
    for (const row of document.querySelectorAll<HTMLElement>(`#${target} tbody tr`)) {
      row.hidden = !(row.textContent ?? "").toLowerCase().includes(wanted);
      if (!row.hidden) count++;
    }
    foundCount.value = count;
  }
  return (
    <div class="row" hidden={!isAlive.value}>
      <input
        class="input input-small filter"
        type="search"
        aria-label={label}
        placeholder={label}
        onInput={(event) => filter(event.currentTarget.value)}
      />
      <span class="soft small" role="status">
        {foundCount.value === rowCount ? "" : `${formatCount(foundCount.value, "row")} found`}
      </span>
    </div>
  );
}
