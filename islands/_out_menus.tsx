import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../components/icon.tsx";
import { linkTo } from "./_link.ts";
import { Menu } from "./_menu.tsx";
import { NameField } from "./_side_panel.tsx";
import type { Scripts } from "./_use_scripts.ts";
import type { Workspace } from "./_use_workspace.ts";

const FORMATS = [
  { value: "csv", text: "CSV" },
  { value: "parquet", text: "Parquet" },
  { value: "json", text: "JSON" },
  { value: "jsonl", text: "JSON lines" },
];

const FILE_KEPT_MS = 2_000;
/** As long as a text may be that the server runs. */
const FILE_LENGTH_MAX = 1_000_000;

/** Sends the form for a file: all rows, streamed, in whatever is selected or stands at the cursor. */
export function ExportMenu({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      {/* With script it is one statement of the text that counts; without, the whole text. */}
      <input type="hidden" name="statement" ref={field} />
      <Menu
        title="All rows of the selection, or of the statement at the cursor, as a file"
        label={
          <>
            <Icon name="download" />
            Export
          </>
        }
      >
        {FORMATS.map(({ value, text }) => (
          <button
            type="submit"
            name="export"
            value={value}
            aria-label={`Export ${text}`}
            onClick={(event) => {
              const sql = workspace.selectedText();
              field.current!.value = sql;
              if (!workspace.parameters.check(sql)) event.preventDefault();
            }}
            key={value}
          >
            {text}
          </button>
        ))}
      </Menu>
    </>
  );
}

/** Keeps the text: as a script by a name, as a file, as a link; and takes files. */
export function SaveMenu({ workspace, scripts }: {
  readonly workspace: Workspace;
  readonly scripts: Scripts;
}): JSX.Element {
  const { told, tell } = scripts;
  const file = useRef<HTMLInputElement>(null);
  const { experiment, dialect, parameters } = workspace;
  async function share(): Promise<void> {
    await navigator.clipboard.writeText(linkTo({
      ...{ experiment, text: workspace.text(), dialect: dialect.value },
      ...{ names: parameters.names.value, values: parameters.values() },
    }));
    tell("Link copied");
  }
  async function open(input: HTMLInputElement): Promise<void> {
    const [chosen] = input.files ?? [];
    input.value = "";
    if (chosen === undefined) return;
    if (chosen.size > FILE_LENGTH_MAX) return tell(`${chosen.name} is larger than 1 MB`);
    scripts.openName.value = "";
    workspace.setText((await chosen.text()).replaceAll("\r\n", "\n"));
  }
  return (
    <>
      <span class="soft small" role="status">{told.value}</span>
      <button
        type="button"
        class="button button-small"
        title="Ctrl+S"
        onClick={() => scripts.askName()}
      >
        Save
      </button>
      <button
        type="button"
        class="button button-small"
        title="An address with the SQL, its dialect and its values"
        onClick={share}
      >
        <Icon name="link" />
        Copy link
      </button>
      <input
        type="file"
        accept=".sql,.txt"
        hidden
        ref={file}
        aria-label="A file of SQL"
        onChange={({ currentTarget }) => open(currentTarget)}
      />
      <Menu label="File">
        <button type="button" onClick={() => file.current!.click()}>Open a .sql file</button>
        <button
          type="button"
          onClick={() => download(`${scripts.openName.value || experiment}.sql`, workspace.text())}
        >
          Save as .sql
        </button>
      </Menu>
    </>
  );
}

/** Asks for a script's name; it stands beside the form, since forms do not stand in forms. */
export function SaveDialog({ workspace, scripts }: {
  readonly workspace: Workspace;
  readonly scripts: Scripts;
}): JSX.Element {
  const typed = useSignal<string | null>(null);
  const name = (typed.value ?? scripts.openName.value).trim();
  const isTaken = scripts.scripts.value.some((script) =>
    script.name.toLowerCase() === name.toLowerCase()
  );
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (name === "" || !await scripts.save(name, workspace.text(), isTaken)) return;
    typed.value = null;
    scripts.dialog.current?.close();
  }
  return (
    <dialog class="dialog dialog-small" ref={scripts.dialog} aria-label="Save the script">
      <form class="dialog-body stack" onSubmit={save}>
        <h2>Save the script</h2>
        <NameField
          value={typed.value ?? scripts.openName.value}
          onInput={(text) => typed.value = text}
        />
        {isTaken && <p class="soft small">It takes the place of the script of this name.</p>}
        {scripts.fault.value !== "" && <p class="fault" role="alert">{scripts.fault.value}</p>}
        <div class="row row-end">
          <button type="button" class="button" onClick={() => scripts.dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" class="button button-primary">
            {isTaken ? "Replace" : "Save script"}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/sql" }));
  const link = document.createElement("a");
  [link.href, link.download] = [address, fileName];
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FILE_KEPT_MS);
}
