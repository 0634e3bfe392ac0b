import type { JSX } from "preact";
import type { Toast } from "../lib/web/mod.ts";
import { Icon } from "./icon.tsx";

/** Messages that stay until they are dismissed; a dialog's own form closes it without script. */
export function Toasts({ toasts }: { readonly toasts: readonly Toast[] }): JSX.Element {
  return (
    <div class="toasts" role="status">
      {toasts.map(({ kind, text }) => (
        <dialog class={`toast toast-${kind}`} open aria-label={text} key={text}>
          <p>{text}</p>
          <form method="dialog">
            <button
              type="submit"
              class="button button-quiet button-icon button-small"
              aria-label="Dismiss"
            >
              <Icon name="close" />
            </button>
          </form>
        </dialog>
      ))}
    </div>
  );
}
