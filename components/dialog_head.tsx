import type { JSX } from "preact";
import { Icon } from "./icon.tsx";

interface DialogHeadProps {
  /** What names the dialog: its `aria-labelledby`. */
  readonly id: string;
  readonly title: string;
}

/** The head of a dialog: its title, which takes the focus, and a way out. */
export function DialogHead({ id, title }: DialogHeadProps): JSX.Element {
  return (
    <div class="dialog-head">
      <h2 id={id} tabIndex={-1} autofocus>{title}</h2>
      <form method="dialog">
        <button type="submit" class="button button-quiet button-icon" aria-label="Close">
          <Icon name="close" />
        </button>
      </form>
    </div>
  );
}
