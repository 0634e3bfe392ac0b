import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { sentences } from "../components/sentences.ts";
import type { ColumnView, TableView } from "../components/table_view.ts";
import type { ColumnChange, GeneratorSummary } from "../lib/app/mod.ts";
import { ApiError, askApi } from "./_api.ts";
import { DistributionFields, type DistributionJson } from "./_distribution_fields.tsx";

interface ColumnEditorProps {
  readonly table: TableView;
  /** With the changes that were made before. */
  readonly column: ColumnView;
  readonly dialect: string | undefined;
  readonly generators: readonly GeneratorSummary[];
  readonly onChange: (change: ColumnChange) => void;
  readonly onReset: () => void;
}

const QUIET_MS = 250;

interface Preview {
  readonly values: readonly (string | null)[];
  readonly generator: string | null;
  readonly fault: string;
}

/** Changes how the values of a column are made, and shows ten of them. */
export function ColumnEditor(props: ColumnEditorProps): JSX.Element {
  const { table, column, generators, onChange, onReset } = props;
  const kind = kindOf(column.json.data_type);
  const preview = usePreview(props);
  const id = `${table.name}-${column.name}`;
  const fitting = generators.filter(({ produces }) => produces.some((each) => each === kind));
  return (
    <div class="column-editor">
      <div class="editor-fields">
        <div class="field">
          <label for={`rule-${id}`}>Generator</label>
          <input
            class="input input-small mono"
            id={`rule-${id}`}
            list={`rules-${id}`}
            placeholder={preview.value.generator ?? "inferred"}
            value={column.json.faker_rule ?? ""}
            autocomplete="off"
            onInput={({ currentTarget: { value } }) =>
              onChange({ faker_rule: value.trim() || null })}
          />
          <datalist id={`rules-${id}`}>
            {fitting.map(({ name, summary }) => <option value={name} key={name}>{summary}</option>)}
          </datalist>
        </div>
        {column.isNullable && (
          <div class="field">
            <label for={`nulls-${id}`}>NULLs in percent</label>
            <input
              class="input input-small"
              id={`nulls-${id}`}
              type="number"
              min={0}
              max={100}
              step="any"
              placeholder="default"
              value={column.nullRate === null ? "" : Math.round(column.nullRate * 1e6) / 1e4}
              onInput={({ currentTarget: { value } }) =>
                onChange({ null_rate: value === "" ? null : Number(value) / 100 })}
            />
          </div>
        )}
        <RangeFields id={id} column={column} kind={kind} onChange={onChange} />
        <DistributionFields
          id={id}
          kind={kind}
          isNumeric={isNumeric(kind)}
          distribution={column.json.distribution as DistributionJson | undefined}
          samples={preview.value.values}
          range={rangeOf(column)}
          onChange={(distribution) => onChange({ distribution })}
        />
      </div>
      <div class="preview" aria-live="polite">
        <p class="label small">Ten values</p>
        {preview.value.fault !== "" && <p class="fault small">{preview.value.fault}</p>}
        <ol class="preview-values mono">
          {preview.value.values.map((value, i) => (
            <li key={i}>{value === null ? <span class="null">NULL</span> : value}</li>
          ))}
        </ol>
      </div>
      <div class="row row-end editor-end">
        <button type="button" class="button button-small" onClick={onReset}>Undo changes</button>
      </div>
    </div>
  );
}

function rangeOf({ json }: ColumnView): readonly [low: number, high: number] | null {
  const { min_value: low, max_value: high } = json;
  return low === undefined || high === undefined || low >= high ? null : [low, high];
}

interface RangeFieldsProps {
  readonly id: string;
  readonly column: ColumnView;
  readonly kind: string;
  readonly onChange: (change: ColumnChange) => void;
}

function RangeFields({ id, column, kind, onChange }: RangeFieldsProps): JSX.Element | null {
  const isDate = kind === "date" || kind === "timestamp";
  if (!isDate && !isNumeric(kind)) return null;
  const { min_value, max_value, date_start, date_end } = column.json;
  const ends = isDate
    ? [["date_start", "From", date_start], ["date_end", "To", date_end]] as const
    : [["min_value", "Lowest", min_value], ["max_value", "Highest", max_value]] as const;
  return (
    <>
      {ends.map(([field, label, value]) => (
        <div class="field" key={field}>
          <label for={`${field}-${id}`}>{label}</label>
          <input
            class="input input-small"
            id={`${field}-${id}`}
            inputMode={isDate ? "text" : "decimal"}
            placeholder={isDate ? "2024-01-31" : "default"}
            value={value ?? ""}
            onInput={({ currentTarget: { value } }) =>
              onChange({ [field]: value === "" ? null : isDate ? value : Number(value) })}
          />
        </div>
      ))}
    </>
  );
}

function usePreview({ table, column, dialect }: ColumnEditorProps) {
  const preview = useSignal<Preview>({ values: [], generator: null, fault: "" });
  const asked = JSON.stringify(column.json);
  useEffect(() => {
    const stop = new AbortController();
    const body = { table: table.name, column: column.json, ...dialect && { dialect } };
    const timer = setTimeout(async () => {
      try {
        const { signal } = stop;
        const answer = await askApi<Omit<Preview, "fault">>("/api/preview-column", {
          body,
          signal,
        });
        preview.value = { ...answer, fault: "" };
      } catch (error) {
        if (stop.signal.aborted || !(error instanceof ApiError)) return;
        const [first] = error.problem.errors;
        const { message, hint } = first ??
          { message: error.problem.detail, hint: error.problem.hint };
        preview.value = { ...preview.value, values: [], fault: sentences(message, hint) };
      }
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);
  return preview;
}

const KINDS: Readonly<Record<string, string>> = {
  TINYINT: "integer",
  SMALLINT: "integer",
  INT: "integer",
  BIGINT: "integer",
  REAL: "float",
  CHAR: "string",
  VARCHAR: "string",
  TEXT: "string",
  TIMETZ: "time",
  TIMESTAMPTZ: "timestamp",
};

/** The kind of a type's word, as the server writes it. */
function kindOf(dataType: string): string {
  return KINDS[dataType] ?? dataType.toLowerCase();
}

function isNumeric(kind: string): boolean {
  return kind === "integer" || kind === "decimal" || kind === "float";
}
