import type { ComponentChildren, JSX } from "preact";
import { type NameFault, nameFault } from "./name_help.ts";

/** What the form that makes an experiment holds; as texts, as they were typed. */
export interface SchemaDraft {
  readonly format: "sql" | "json";
  readonly name: string;
  readonly dialect: string;
  readonly rows: string;
  readonly locale: string;
  readonly sql: string;
  readonly json: string;
  /** JSON of changes by table and column. */
  readonly columns: string;
}

interface SchemaFieldsProps {
  readonly draft: SchemaDraft;
  readonly onChange?: (changed: Partial<SchemaDraft>) => void;
  /** What only the server knows of the name. */
  readonly nameRefusal?: string;
  readonly sqlEditor: ComponentChildren;
  readonly jsonEditor: ComponentChildren;
}

const DIALECTS = [
  { value: "redshift", text: "Amazon Redshift" },
  { value: "snowflake", text: "Snowflake" },
  { value: "postgres", text: "PostgreSQL" },
];

const LOCALES = [
  { value: "en", text: "English" },
  { value: "de", text: "German" },
  { value: "fr", text: "French" },
  { value: "es", text: "Spanish" },
  { value: "ja", text: "Japanese" },
];

/** Name, dialect and both texts; which of them counts is chosen without losing the other. */
export function SchemaFields(props: SchemaFieldsProps): JSX.Element {
  const { draft, onChange, nameRefusal, sqlEditor, jsonEditor } = props;
  return (
    <>
      <fieldset class="segments">
        <legend class="visually-hidden">Written as</legend>
        {(["sql", "json"] as const).map((format) => (
          <label key={format}>
            <input
              class="visually-hidden"
              type="radio"
              name="format"
              value={format}
              checked={draft.format === format}
              onChange={() => onChange?.({ format })}
            />
            {format === "sql" ? "SQL" : "JSON"}
          </label>
        ))}
      </fieldset>
      <div class="panel panel-sql stack">
        <SqlFields draft={draft} onChange={onChange} nameRefusal={nameRefusal} />
        {sqlEditor}
      </div>
      <div class="panel panel-json stack">
        <p class="soft small">
          The experiment as JSON: its name, tables, columns, keys and how values are made. Press
          {" "}
          <kbd>Ctrl</kbd> <kbd>Space</kbd> for what may stand at the cursor.
        </p>
        {jsonEditor}
      </div>
    </>
  );
}

type SqlFieldsProps = Pick<SchemaFieldsProps, "draft" | "onChange" | "nameRefusal">;

function SqlFields({ draft, onChange, nameRefusal = "" }: SqlFieldsProps): JSX.Element {
  const refused = nameRefusal === "" ? null : { text: nameRefusal, suggestion: null };
  const fault = nameFault(draft.name) ?? refused;
  return (
    <div class="field-row">
      <div class="field">
        <label for="name">Name</label>
        <input
          class="input"
          id="name"
          name="name"
          maxLength={200}
          placeholder="sales_warehouse"
          autocomplete="off"
          value={draft.name}
          aria-describedby="name-help"
          aria-invalid={fault !== null}
          onInput={(event) => onChange?.({ name: event.currentTarget.value })}
        />
        <div id="name-help" aria-live="polite">
          {fault === null
            ? <p class="help">Letters, digits and underscores</p>
            : <Fault fault={fault} onTake={(name) => onChange?.({ name })} />}
        </div>
      </div>
      <div class="field">
        <label for="dialect">Dialect</label>
        <select
          class="input"
          id="dialect"
          name="dialect"
          onChange={(event) => onChange?.({ dialect: event.currentTarget.value })}
        >
          {DIALECTS.map(({ value, text }) => (
            <option value={value} selected={value === draft.dialect} key={value}>{text}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="locale">Names and towns</label>
        <select
          class="input"
          id="locale"
          name="locale"
          onChange={(event) => onChange?.({ locale: event.currentTarget.value })}
        >
          {LOCALES.map(({ value, text }) => (
            <option value={value} selected={value === draft.locale} key={value}>{text}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="rows">Rows per table</label>
        <input
          class="input"
          id="rows"
          name="rows"
          type="number"
          inputMode="numeric"
          min={0}
          placeholder="1000"
          value={draft.rows}
          onInput={(event) => onChange?.({ rows: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

function Fault({ fault: { text, suggestion }, onTake }: {
  readonly fault: NameFault;
  readonly onTake: (name: string) => void;
}): JSX.Element {
  return (
    <p class="fault">
      {text}
      {suggestion !== null && (
        <>
          {" "}
          <button type="button" class="button button-small" onClick={() => onTake(suggestion)}>
            {`Use ${suggestion}`}
          </button>
        </>
      )}
    </p>
  );
}
