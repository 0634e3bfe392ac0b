import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../components/icon.tsx";
import { NameField } from "./_side_panel.tsx";
import type { Scripts } from "./_use_scripts.ts";
import type { Workspace } from "./_use_workspace.ts";

const FORMATS = [
  { value: "csv", text: "CSV" },
  { value: "parquet", text: "Parquet" },
  { value: "json", text: "JSON" },
  { value: "jsonl", text: "JSON lines" },
];

/** Browsers and servers take addresses of some thousand characters; longer ones stay in the hash. */
const ADDRESS_MAX = 6_000;
const TOLD_MS = 2_000;

/** Sends the form for a file: all rows, streamed, in whatever is selected or stands at the cursor. */
export function ExportMenu({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  return (
    <span class="row row-tight">
      <span class="soft small" id="export-label">
        <Icon name="download" /> All rows as
      </span>
      {/* With script it is one statement of the text that counts; without, the whole text. */}
      <input type="hidden" name="statement" ref={field} />
      {FORMATS.map(({ value, text }) => (
        <button
          type="submit"
          class="button button-small"
          name="export"
          value={value}
          aria-label={`Export ${text}`}
          onClick={() => field.current!.value = workspace.selectedText()}
          key={value}
        >
          {text}
        </button>
      ))}
    </span>
  );
}

/** Keeps the text: as a script by a name, as a file, as a link. */
export function SaveMenu({ workspace, scripts }: {
  readonly workspace: Workspace;
  readonly scripts: Scripts;
}): JSX.Element {
  const isCopied = useSignal(false);
  async function share(): Promise<void> {
    await navigator.clipboard.writeText(linkTo(workspace));
    isCopied.value = true;
    setTimeout(() => isCopied.value = false, TOLD_MS);
  }
  return (
    <span class="row row-tight">
      <button type="button" class="button button-small" onClick={scripts.askName}>
        Save
      </button>
      <button
        type="button"
        class="button button-small"
        onClick={() =>
          download(`${scripts.openName.value || workspace.experiment}.sql`, workspace.text())}
      >
        Save as .sql
      </button>
      <button type="button" class="button button-small" onClick={share}>
        <Icon name="link" />
        {isCopied.value ? "Copied" : "Copy link"}
      </button>
    </span>
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

function linkTo({ text, dialect, experiment }: Workspace): string {
  const query = new URLSearchParams({ q: text(), dialect: dialect.value }).toString();
  const page = `${location.origin}/experiments/${experiment}/sql`;
  return query.length <= ADDRESS_MAX ? `${page}?${query}` : `${page}#${query}`;
}

function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/sql" }));
  const link = document.createElement("a");
  [link.href, link.download] = [address, fileName];
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TOLD_MS);
}
