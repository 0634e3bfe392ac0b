import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

interface TextEditorProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  /** Loads what the editor understands; the library comes with it. */
  readonly load: () => Promise<readonly Extension[]>;
  readonly onChange: (text: string) => void;
  readonly onReady: (view: EditorView) => void;
}

/**
 * A field for long texts; with script it becomes an editor, and stays what the form sends. The
 * editor is large, so it is loaded when the field is gone into, or when there is text to look at.
 */
export function TextEditor(props: TextEditorProps): JSX.Element {
  const { name, label, hint, text, onChange } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const isAlive = useSignal(false);
  const isLoading = useRef(false);
  async function load(): Promise<void> {
    if (isLoading.current) return;
    isLoading.current = true;
    const [{ mountEditor }, extensions] = await Promise.all([import("./_editor.ts"), props.load()]);
    const textarea = field.current;
    if (textarea === null || host.current === null) return;
    const [hadFocus, cursor] = [document.activeElement === textarea, textarea.selectionStart];
    isAlive.value = true;
    // Rendering does the same in a moment, but what is hidden until then cannot take the focus over.
    [textarea.hidden, host.current.hidden] = [true, false];
    view.current = mountEditor(host.current, {
      ...{ text: textarea.value, label, hint, extensions },
      onChange: (changed) => {
        textarea.value = changed;
        onChange(changed);
      },
    });
    view.current.dispatch({ selection: { anchor: cursor } });
    if (hadFocus) view.current.focus();
    props.onReady(view.current);
  }
  useEffect(() => {
    if (text !== "") load();
    return () => view.current?.destroy();
  }, []);
  return (
    <>
      <textarea
        class="input"
        name={name}
        ref={field}
        aria-label={label}
        placeholder={hint}
        spellcheck={false}
        hidden={isAlive.value}
        defaultValue={text}
        onFocus={load}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <div class="editor" ref={host} hidden={!isAlive.value} data-editor={name} />
    </>
  );
}
