import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { own } from "../components/own.ts";
import { Interpretation } from "../components/interpretation.tsx";
import { type ColumnView, type TableView, tableView } from "../components/table_view.ts";
import type { ColumnChanges, GeneratorsByColumn, GeneratorSummary } from "../lib/app/mod.ts";
import type { SchemaJson } from "../components/table_view.ts";
import { askApi } from "./_api.ts";
import { changedTable, withChange, withoutChange } from "./_changes.ts";
import type { ColumnEditor } from "./_column_editor.tsx";

interface UnderstoodProps {
  readonly schema: SchemaJson;
  readonly generators: GeneratorsByColumn;
  readonly changes: ColumnChanges;
  /** Absent where columns are changed in the text itself. */
  readonly onChange?: (changes: ColumnChanges) => void;
}

/** What was understood, table by table, where columns can be changed before anything is kept. */
export function Understood(
  { schema, generators, changes, onChange }: UnderstoodProps,
): JSX.Element {
  const open = useSignal<ReadonlySet<string>>(new Set(firstTable(schema)));
  const edited = useSignal<string | null>(null);
  const editor = useSignal<{ readonly Editor: typeof ColumnEditor } | null>(null);
  const rules = useSignal<readonly GeneratorSummary[]>([]);
  useEffect(() => {
    if (onChange === undefined) return;
    askApi<{ generators: readonly GeneratorSummary[] }>("/api/generators")
      .then((answer) => void (rules.value = answer.generators), () => {});
  }, []);
  const tables = schema.tables.map((table) =>
    tableView(changedTable(table, changes), namesOf(generators, changes, table.name))
  );
  function toggle(table: string, isOpen: boolean): void {
    const others = [...open.value].filter((name) => name !== table);
    open.value = new Set(isOpen ? [...others, table] : others);
  }
  /** The editor is loaded with the first column that somebody changes. */
  async function edit(key: string | null): Promise<void> {
    edited.value = key;
    if (editor.value !== null) return;
    const { ColumnEditor } = await import("./_column_editor.tsx");
    editor.value = { Editor: ColumnEditor };
  }
  const Editor = editor.value?.Editor;
  return (
    <Interpretation
      tables={tables}
      isOpen={(table) => open.value.has(table)}
      onToggle={toggle}
      renderAction={(table, column) =>
        onChange === undefined || column.references !== null ? null : (
          <EditButton
            column={column}
            isEdited={edited.value === keyOf(table, column)}
            isChanged={own(own(changes, table.name), column.name) !== undefined}
            onEdit={(isEdited) => edit(isEdited ? keyOf(table, column) : null)}
          />
        )}
      renderEditor={(table, column) =>
        onChange === undefined || Editor === undefined || edited.value !== keyOf(table, column)
          ? null
          : (
            <Editor
              table={table}
              column={column}
              dialect={schema.dialect}
              generators={rules.value}
              onChange={(change) =>
                onChange(withChange(changes, { table: table.name, column: column.name, change }))}
              onReset={() => onChange(withoutChange(changes, table.name, column.name))}
            />
          )}
    />
  );
}

function firstTable({ tables }: SchemaJson): readonly string[] {
  return tables.slice(0, 1).map(({ name }) => name);
}

/** The rule that was asked for stands where the inferred one stood. */
function namesOf(generators: GeneratorsByColumn, changes: ColumnChanges, table: string) {
  const rules = Object.entries(own(changes, table) ?? {}).flatMap((
    [column, { faker_rule: rule }],
  ) => typeof rule === "string" ? [[column, rule]] : []);
  return { ...own(generators, table), ...Object.fromEntries(rules) };
}

function keyOf(table: TableView, column: ColumnView): string {
  return JSON.stringify([table.name, column.name]);
}

interface EditButtonProps {
  readonly column: ColumnView;
  readonly isEdited: boolean;
  readonly isChanged: boolean;
  readonly onEdit: (isEdited: boolean) => void;
}

function EditButton({ column, isEdited, isChanged, onEdit }: EditButtonProps): JSX.Element {
  return (
    <>
      {isChanged && <span class="badge badge-good">changed</span>}
      <button
        type="button"
        class="button button-small button-quiet"
        aria-expanded={isEdited}
        aria-label={`${isEdited ? "Close" : "Change"} ${column.name}`}
        onClick={() => onEdit(!isEdited)}
      >
        {isEdited ? "Close" : "Change"}
      </button>
    </>
  );
}
