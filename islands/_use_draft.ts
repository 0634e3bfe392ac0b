import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SchemaDraft } from "../components/schema_fields.tsx";

const KEY = "dw-sim draft";

/** What was typed, kept over reloads of the window, so that no text is ever lost. */
export function useDraft(
  initial: SchemaDraft,
  onRestore: (draft: SchemaDraft) => void,
): Signal<SchemaDraft> {
  const draft = useSignal(initial);
  useEffect(() => {
    const kept = readKept();
    const isEmpty = initial.sql === "" && initial.json === "";
    if (kept === null || !isEmpty) return;
    draft.value = { ...initial, ...kept };
    onRestore(draft.value);
  }, []);
  const text = JSON.stringify(draft.value);
  useEffect(() => {
    const { sql, json } = draft.value;
    if (sql !== "" || json !== "") sessionStorage.setItem(KEY, text);
  }, [text]);
  return draft;
}

/** Once it was sent it is the server's. */
export function forgetDraft(): void {
  sessionStorage.removeItem(KEY);
}

function readKept(): Partial<SchemaDraft> | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}
