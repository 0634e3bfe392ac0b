import type { JSX } from "preact";
import type { RunEstimate } from "../lib/app/mod.ts";
import { own } from "./own.ts";
import { formatBytes, formatDuration, formatNumber } from "./format.ts";

/** A table that rows can be asked of. */
export interface AskedTable {
  readonly name: string;
  /** As they were typed; by default those of the schema. */
  readonly rows: string;
}

interface GenerateFieldsProps {
  readonly tables: readonly AskedTable[];
  readonly seed: string;
  readonly onRows?: (table: string, rows: string) => void;
  readonly onFactor?: (factor: number) => void;
  readonly onSeed?: (seed: string) => void;
}

const ROWS_MAX = 100_000_000_000;
const FACTORS = [0.1, 10, 100];

/** What a run needs to know: rows of each table and a seed. */
export function GenerateFields(props: GenerateFieldsProps): JSX.Element {
  const { tables, seed, onRows, onFactor, onSeed } = props;
  return (
    <>
      <fieldset class="stack-tight">
        <div class="row-apart">
          <legend>Rows per table</legend>
          {onFactor !== undefined && (
            <div class="row">
              {FACTORS.map((factor) => (
                <button
                  type="button"
                  class="button button-small"
                  onClick={() => onFactor(factor)}
                  key={factor}
                >
                  {`× ${factor}`}
                </button>
              ))}
            </div>
          )}
        </div>
        <div class="rows-grid">
          {tables.map(({ name, rows }) => (
            <div class="field rows-field" key={name}>
              <label class="mono" for={`rows-${name}`} title={name}>{name}</label>
              <input
                class="input input-small"
                id={`rows-${name}`}
                name={`rows.${name}`}
                type="number"
                inputMode="numeric"
                min={0}
                max={ROWS_MAX}
                required
                value={rows}
                onInput={(event) => onRows?.(name, event.currentTarget.value)}
              />
            </div>
          ))}
        </div>
      </fieldset>
      <div class="field field-narrow">
        <label for="seed">Seed</label>
        <input
          class="input"
          id="seed"
          name="seed"
          type="number"
          inputMode="numeric"
          min={0}
          max={Number.MAX_SAFE_INTEGER}
          placeholder="drawn by lot"
          value={seed}
          aria-describedby="seed-help"
          onInput={(event) => onSeed?.(event.currentTarget.value)}
        />
        <p class="help" id="seed-help">The same seed makes the same data, on any machine.</p>
      </div>
    </>
  );
}

/** What a run would take. */
export function EstimateText({ tables, estimate }: {
  readonly tables: readonly AskedTable[];
  readonly estimate: RunEstimate;
}): JSX.Element {
  const { bytesPerRow, msPerRow, basis } = estimate;
  let [rowCount, bytes, elapsedMs] = [0, 0, 0];
  for (const { name, rows } of tables) {
    const count = Math.max(0, Number(rows) || 0);
    rowCount += count;
    bytes += count * (own(bytesPerRow, name) ?? 0);
    elapsedMs += count * (own(msPerRow, name) ?? 0);
  }
  const source = basis === "current run"
    ? "Estimated from the current data."
    : "A first guess, from the types of the columns.";
  return (
    <div class="estimate" aria-live="polite">
      <dl class="facts">
        <div>
          <dt>Rows</dt>
          <dd>{formatNumber(rowCount)}</dd>
        </div>
        <div>
          <dt>Size on disk</dt>
          <dd>{`≈ ${formatBytes(bytes)}`}</dd>
        </div>
        <div>
          <dt>Time</dt>
          <dd>{elapsedMs < 1_000 ? "about a second" : `≈ ${formatDuration(elapsedMs)}`}</dd>
        </div>
      </dl>
      <p class="tiny soft">{source}</p>
    </div>
  );
}
