import type { JSX } from "preact";
import { FindingList } from "../components/finding_list.tsx";
import { Interpretation } from "../components/interpretation.tsx";
import { own } from "../components/own.ts";
import { ProblemBanner, type ShownProblem } from "../components/problem_banner.tsx";
import { type SchemaDraft, SchemaFields } from "../components/schema_fields.tsx";
import { tableView } from "../components/table_view.ts";
import { loadJson, loadSql } from "./_languages.ts";
import { TextEditor } from "./_text_editor.tsx";
import { Understood } from "./_understood.tsx";
import type { CheckState } from "./_use_check.ts";
import { type SchemaFormState, useSchemaForm } from "./_use_schema_form.ts";

interface SchemaFormProps {
  readonly draft: SchemaDraft;
  /** Why the server refused what was sent before. */
  readonly problem: ShownProblem | null;
  /** How the server understood it, for who has no script. */
  readonly checked: Pick<CheckState, "schema" | "generators" | "findings" | "leftOut"> | null;
}

const SQL_HINT = "CREATE TABLE customers (\n  id    INTEGER PRIMARY KEY,\n  email VARCHAR(120)\n);";
const JSON_HINT = '{ "name": "shop", "tables": [ … ] }';

/** Makes an experiment of SQL or JSON, and tells while one types how it is understood. */
export default function SchemaForm(props: SchemaFormProps): JSX.Element {
  const form = useSchemaForm(props.draft);
  const { draft, check, isAlive, columnsField } = form;
  const leftOut = check.value.leftOut.length > 0
    ? check.value.leftOut
    : props.checked?.leftOut ?? [];
  return (
    <form
      class="schema-form"
      method="post"
      action="/new"
      encType="multipart/form-data"
      noValidate={isAlive.value}
      onSubmit={form.submit}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        form.drop([...event.dataTransfer?.files ?? []]);
      }}
    >
      <input type="hidden" name="columns" ref={columnsField} value={draft.value.columns} />
      <div class="stack write-side">
        {props.problem !== null && !form.isTouched.value && (
          <ProblemBanner problem={props.problem} />
        )}
        <Texts form={form} initial={props.draft} />
        <FileField onFiles={form.drop} isAlive={isAlive.value} />
        <Result form={form} />
        {leftOut.length > 0 && <LeaveOut names={leftOut} />}
        <Buttons form={form} />
      </div>
      <div class="read-side stack">
        <ReadSide form={form} checked={props.checked} />
      </div>
    </form>
  );
}

interface FormPart {
  readonly form: SchemaFormState;
}

function Texts({ form, initial }: FormPart & { readonly initial: SchemaDraft }): JSX.Element {
  return (
    <SchemaFields
      draft={form.draft.value}
      onChange={form.change}
      nameRefusal={form.check.value.nameRefusal}
      sqlEditor={
        <TextEditor
          name="sql"
          label="CREATE TABLE statements"
          hint={SQL_HINT}
          text={initial.sql}
          load={loadSql}
          onChange={(sql) => form.change({ sql })}
          onReady={(view) => form.setEditor("sql", view)}
        />
      }
      jsonEditor={
        <TextEditor
          name="json"
          label="Experiment as JSON"
          hint={JSON_HINT}
          text={initial.json}
          load={loadJson}
          onChange={(json) => form.change({ json })}
          onReady={(view) => form.setEditor("json", view)}
        />
      }
    />
  );
}

function FileField({ onFiles, isAlive }: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly isAlive: boolean;
}): JSX.Element {
  return (
    <label class="file-field">
      <span class="soft small">
        {isAlive ? "Drop files anywhere, or choose some:" : "Or send a file instead:"}
      </span>
      <input
        type="file"
        name="files"
        multiple
        accept=".sql,.ddl,.txt,.json"
        onChange={({ currentTarget }) => {
          onFiles([...currentTarget.files ?? []]);
          // Its text is in the editor now, and is what counts.
          currentTarget.value = "";
        }}
      />
    </label>
  );
}

function LeaveOut({ names }: { readonly names: readonly string[] }): JSX.Element {
  return (
    <label class="check">
      <input type="checkbox" name="leave_out" value="yes" />
      {`Leave out what has errors: ${names.join(", ")}`}
    </label>
  );
}

function Result({ form: { check, refusal, go } }: FormPart): JSX.Element {
  const { findings, message } = check.value;
  return (
    <div aria-live="polite" class="stack-tight">
      {refusal.value !== "" && <p class="fault">{refusal.value}</p>}
      {findings.length > 0 && <FindingList findings={findings} onGo={go} />}
      {findings.length === 0 && message !== "" && <p class="fault">{message}</p>}
    </div>
  );
}

function Buttons({ form: { draft, check, isAlive, continueAsJson } }: FormPart): JSX.Element {
  const { status, schema } = check.value;
  return (
    <div class="row">
      <button type="submit" class="button button-primary" name="action" value="create">
        Create experiment
      </button>
      {!isAlive.value && (
        <button type="submit" class="button" name="action" value="check">Check</button>
      )}
      {isAlive.value && draft.value.format === "sql" && schema !== null && (
        <button type="button" class="button" onClick={continueAsJson}>Continue as JSON</button>
      )}
      {status === "checking" && <span class="soft small" role="status">Checking</span>}
    </div>
  );
}

function ReadSide(
  { form, checked }: FormPart & Pick<SchemaFormProps, "checked">,
): JSX.Element {
  const { schema, generators, status } = form.check.value;
  const isSql = form.draft.value.format === "sql";
  if (schema === null) return <Waiting checked={checked} status={status} />;
  return (
    <Understood
      schema={schema}
      generators={generators}
      changes={isSql ? form.changes : {}}
      {...isSql && {
        onChange: (changed) => form.change({ columns: JSON.stringify(changed) }),
      }}
    />
  );
}

function Waiting({ checked, status }: {
  readonly checked: SchemaFormProps["checked"];
  readonly status: CheckState["status"];
}): JSX.Element {
  if (checked !== null && checked.schema !== null) {
    const { schema, generators, findings } = checked;
    return (
      <>
        {findings.length > 0 && <FindingList findings={findings} />}
        <Interpretation
          tables={schema.tables.map((table) => tableView(table, own(generators, table.name)))}
        />
      </>
    );
  }
  return (
    <div class="empty">
      <p>
        {status === "refused"
          ? "Once the errors are mended, tables, types, keys and generators stand here."
          : "Tables, types, keys and the generator of every column stand here before anything is kept."}
      </p>
    </div>
  );
}
