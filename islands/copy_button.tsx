import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

interface CopyButtonProps {
  readonly text: string;
  /** What it says: `Copy the seed`. */
  readonly label: string;
}

const TOLD_MS = 2_000;

/** Puts a text on the clipboard; without script there is no clipboard, and no button. */
export default function CopyButton({ text, label }: CopyButtonProps): JSX.Element {
  const isAlive = useSignal(false);
  const isCopied = useSignal(false);
  useEffect(() => void (isAlive.value = true), []);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    isCopied.value = true;
    setTimeout(() => isCopied.value = false, TOLD_MS);
  }
  return (
    <button
      type="button"
      class="button button-quiet button-small"
      onClick={copy}
      hidden={!isAlive.value}
    >
      {isCopied.value ? "Copied" : label}
    </button>
  );
}
