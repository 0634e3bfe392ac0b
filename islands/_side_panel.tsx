import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../components/icon.tsx";
import { type ScriptJson, ScriptList } from "../components/script_list.tsx";
import { HistoryPart } from "./_history_part.tsx";
import { type KnownTable, writtenName } from "./_sql_completion.ts";
import type { Scripts } from "./_use_scripts.ts";
import type { Workspace } from "./_use_workspace.ts";

interface SidePanelProps {
  readonly workspace: Workspace;
  readonly scripts: Scripts;
  readonly tables: readonly KnownTable[];
}

/** What can be asked, what was saved, and what was asked before. */
export function SidePanel({ workspace, scripts, tables }: SidePanelProps): JSX.Element {
  return (
    <aside class="sql-side" aria-label="Tables, scripts and history">
      <details class="side-part" open>
        <summary>Saved scripts</summary>
        <ScriptsPart workspace={workspace} scripts={scripts} />
      </details>
      <details class="side-part" open>
        <summary>{`Tables (${tables.length})`}</summary>
        <ul class="side-list">
          {tables.map((table) => (
            <TableItem
              table={table}
              workspace={workspace}
              key={table.name}
            />
          ))}
        </ul>
      </details>
      {workspace.isAlive.value && <HistoryPart workspace={workspace} />}
    </aside>
  );
}

function TableItem({ table, workspace }: {
  readonly table: KnownTable;
  readonly workspace: Workspace;
}): JSX.Element {
  return (
    <li>
      <details class="side-table">
        <summary class="mono ends" title={table.name}>{table.name}</summary>
        <ul class="side-columns">
          {table.columns.map(({ name, type }) => (
            <li class="side-item" key={name}>
              <button
                type="button"
                class="side-column mono"
                title={`Write ${name} at the cursor`}
                onClick={() => workspace.insert(writtenName(name))}
              >
                {name}
              </button>
              <span class="type ends">{type}</span>
            </li>
          ))}
        </ul>
        {workspace.isAlive.value && (
          <button
            type="button"
            class="button button-quiet button-small"
            onClick={() => workspace.ask(`SELECT *\nFROM ${writtenName(table.name)}\nLIMIT 100`)}
          >
            Show rows
          </button>
        )}
      </details>
    </li>
  );
}

type Asking = { readonly kind: "rename" | "delete"; readonly script: ScriptJson };

function ScriptsPart({ workspace, scripts }: Omit<SidePanelProps, "tables">): JSX.Element {
  const asking = useSignal<Asking | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useSignal("");
  function ask(kind: Asking["kind"], script: ScriptJson): void {
    [asking.value, name.value, scripts.fault.value] = [{ kind, script }, script.name, ""];
    dialog.current?.showModal();
  }
  async function answer(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { kind, script } = asking.value!;
    const isDone = kind === "delete"
      ? await scripts.remove(script)
      : name.value === script.name || await scripts.rename(script, name.value.trim());
    if (isDone) dialog.current?.close();
  }
  const action = asking.value?.kind === "delete" ? "Delete" : "Rename";
  return (
    <>
      <ScriptList
        experiment={workspace.experiment}
        scripts={scripts.scripts.value}
        openName={scripts.openName.value}
        onOpen={(script) => {
          scripts.openName.value = script.name;
          workspace.setText(script.sql);
        }}
        actions={(script) =>
          workspace.isAlive.value && (
            <>
              <ScriptButton kind="rename" script={script} onAsk={ask} />
              <ScriptButton kind="delete" script={script} onAsk={ask} />
            </>
          )}
      />
      <dialog class="dialog dialog-small" ref={dialog} aria-label={`${action} a script`}>
        <form class="dialog-body stack" onSubmit={answer}>
          <h2>{`${action} ${asking.value?.script.name ?? ""}?`}</h2>
          {asking.value?.kind === "rename" && (
            <NameField
              value={name.value}
              onInput={(typed) => name.value = typed}
            />
          )}
          {scripts.fault.value !== "" && <p class="fault" role="alert">{scripts.fault.value}</p>}
          <div class="row row-end">
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
            <button
              type="submit"
              class={action === "Delete" ? "button button-danger" : "button button-primary"}
            >
              {action}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}

function ScriptButton({ kind, script, onAsk }: Asking & {
  readonly onAsk: (kind: Asking["kind"], script: ScriptJson) => void;
}): JSX.Element {
  const word = kind === "rename" ? "Rename" : "Delete";
  return (
    <button
      type="button"
      class="button button-quiet button-tiny"
      aria-label={`${word} ${script.name}`}
      title={word}
      onClick={() => onAsk(kind, script)}
    >
      <Icon name={kind === "rename" ? "pencil" : "trash"} />
    </button>
  );
}

/** What a script is to be called. */
export function NameField({ value, onInput }: {
  readonly value: string;
  readonly onInput: (typed: string) => void;
}): JSX.Element {
  return (
    <label class="field">
      <span class="label">Name</span>
      <input
        class="input"
        required
        maxLength={100}
        autocomplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <span class="help">Letters, digits, blanks, '_', '-' or '.'</span>
    </label>
  );
}
