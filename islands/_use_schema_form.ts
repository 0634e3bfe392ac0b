import { type Signal, useSignal } from "@preact/signals";
import type { EditorView } from "@codemirror/view";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { FindingJson } from "../components/finding_list.tsx";
import { nameFault } from "../components/name_help.ts";
import type { SchemaDraft } from "../components/schema_fields.tsx";
import type { ColumnChanges } from "../lib/app/mod.ts";
import { changedSchema, fittingChanges, readChanges } from "./_changes.ts";
import { droppedDraft } from "./_dropped_draft.ts";
import { goToFinding, markFindings } from "./_mark_findings.ts";
import { type CheckState, useCheck } from "./_use_check.ts";
import { forgetDraft, useDraft } from "./_use_draft.ts";

/** What the form that makes an experiment knows and does. */
export interface SchemaFormState {
  readonly draft: Signal<SchemaDraft>;
  readonly check: Signal<CheckState>;
  readonly changes: ColumnChanges;
  /** True once there is script. */
  readonly isAlive: Signal<boolean>;
  /** Why what somebody tried to send cannot be made; empty where nothing is in its way. */
  readonly refusal: Signal<string>;
  /** True once anything was changed. */
  readonly isTouched: Signal<boolean>;
  /** The field that carries the changes of columns. */
  readonly columnsField: RefObject<HTMLInputElement | null>;
  change(changed: Partial<SchemaDraft>): void;
  submit(event: SubmitEvent): void;
  go(finding: FindingJson): void;
  drop(files: readonly File[]): Promise<void>;
  continueAsJson(): void;
  setEditor(format: SchemaDraft["format"], view: EditorView): void;
}

type Editors = Partial<Record<SchemaDraft["format"], EditorView>>;

/** Keeps what the form that makes an experiment knows, and does what its buttons say. */
export function useSchemaForm(initial: SchemaDraft): SchemaFormState {
  const editors = useRef<Editors>({});
  const columnsField = useRef<HTMLInputElement>(null);
  const [isAlive, isTouched, refusal] = [useSignal(false), useSignal(false), useSignal("")];
  const draft = useDraft(initial, (kept) => show(editors.current, kept));
  const check = useCheck(draft.value);
  const { format } = draft.value;
  const { status, schema, findings } = check.value;
  const changes = readChanges(draft.value.columns);
  useEffect(() => void (isAlive.value = true), []);
  useEffect(() => {
    const view = editors.current[format];
    if (view !== undefined && status !== "checking") markFindings(view, format, findings);
  }, [check.value, format]);
  function change(changed: Partial<SchemaDraft>): void {
    refusal.value = "";
    isTouched.value = true;
    draft.value = { ...draft.value, ...changed };
  }
  function go(finding: FindingJson): void {
    const view = editors.current[format];
    if (view !== undefined) goToFinding(view, format, finding);
  }
  function submit(event: SubmitEvent): void {
    refusal.value = refusalOf(draft.value, check.value);
    if (refusal.value !== "") {
      event.preventDefault();
      if (!isNamed(draft.value, check.value)) document.getElementById("name")?.focus();
      else if (findings[0] !== undefined) go(findings[0]);
      return;
    }
    const fitting = schema === null ? changes : fittingChanges(changes, schema);
    columnsField.current!.value = JSON.stringify(fitting);
    forgetDraft();
  }
  function replace(changed: Partial<SchemaDraft>): void {
    change(changed);
    show(editors.current, draft.value);
  }
  return {
    ...{ draft, check, changes, isAlive, isTouched, refusal, columnsField, change, submit, go },
    async drop(files) {
      if (files.length > 0) replace(await droppedDraft(files, draft.value));
    },
    continueAsJson() {
      if (schema === null) return;
      const json = `${JSON.stringify(changedSchema(schema, changes), null, 2)}\n`;
      replace({ format: "json", json });
    },
    setEditor(of, view) {
      editors.current[of] = view;
      if (of === format) markFindings(view, of, check.value.findings);
    },
  };
}

function isNamed({ format, name }: SchemaDraft, { nameRefusal }: CheckState): boolean {
  return format === "json" ||
    name.trim() !== "" && nameFault(name) === null && nameRefusal === "";
}

function refusalOf(draft: SchemaDraft, check: CheckState): string {
  const { status } = check;
  if (status === "empty") return "Write or paste something first; there is nothing to make it of.";
  if (!isNamed(draft, check)) {
    return draft.name.trim() === ""
      ? "Give the experiment a name first."
      : "Give the experiment another name first.";
  }
  if (status === "refused") return "Nothing was made yet. Mend what is listed, and try again.";
  return "";
}

/** Puts texts into editors and fields that came from elsewhere than from them. */
function show(editors: Editors, draft: SchemaDraft): void {
  for (const format of ["sql", "json"] as const) {
    const text = draft[format];
    const field = document.querySelector<HTMLTextAreaElement>(`textarea[name="${format}"]`);
    if (field !== null) field.value = text;
    const view = editors[format];
    if (view === undefined || view.state.doc.toString() === text) continue;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  }
}
