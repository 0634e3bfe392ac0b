import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { DialogHead } from "../components/dialog_head.tsx";
import { type AskedTable, EstimateText, GenerateFields } from "../components/generate_fields.tsx";
import { Icon } from "../components/icon.tsx";
import type { RunEstimate } from "../lib/app/mod.ts";

interface GenerateFormProps {
  readonly experiment: string;
  readonly tables: readonly AskedTable[];
  readonly seed: string;
  readonly estimate: RunEstimate;
  /** True where a button opens it in a dialog; else it stands on a page of its own. */
  readonly isDialog: boolean;
}

/** Asks how much data there shall be, and tells what that takes while one types. */
export default function GenerateForm(props: GenerateFormProps): JSX.Element {
  const { experiment, isDialog } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  if (!isDialog) return <Fields {...props} />;
  function open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    dialog.current?.showModal();
  }
  return (
    <>
      <a
        class="button button-primary"
        href={`/experiments/${experiment}/generate`}
        onClick={open}
      >
        <Icon name="play" />
        Generate
      </a>
      <dialog class="dialog" ref={dialog} aria-labelledby="generate-title">
        <DialogHead id="generate-title" title="Generate data" />
        <div class="dialog-body">
          <Fields {...props} />
        </div>
      </dialog>
    </>
  );
}

function Fields({ experiment, tables, seed, estimate }: GenerateFormProps): JSX.Element {
  const asked = useSignal(tables);
  const typedSeed = useSignal(seed);
  const isSent = useSignal(false);
  useEffect(() => {
    // Whoever comes back by the back button finds the page as it was left.
    const again = () => void (isSent.value = false);
    addEventListener("pageshow", again);
    return () => removeEventListener("pageshow", again);
  }, []);
  function submit(event: SubmitEvent): void {
    if (isSent.value) event.preventDefault();
    isSent.value = true;
  }
  function change(changed: (table: AskedTable) => AskedTable): void {
    asked.value = asked.value.map(changed);
  }
  return (
    <form
      method="post"
      action={`/experiments/${experiment}/generate`}
      class="stack"
      onSubmit={submit}
    >
      <GenerateFields
        tables={asked.value}
        seed={typedSeed.value}
        onRows={(name, rows) => change((table) => table.name === name ? { name, rows } : table)}
        onFactor={(factor) =>
          change(({ name, rows }) => ({ name, rows: String(Math.round(Number(rows) * factor)) }))}
        onSeed={(text) => void (typedSeed.value = text)}
      />
      <div class="generate-foot">
        <EstimateText tables={asked.value} estimate={estimate} />
        <button type="submit" class="button button-primary" aria-disabled={isSent.value}>
          <Icon name="play" />
          {isSent.value ? "Starting" : "Generate"}
        </button>
      </div>
    </form>
  );
}
