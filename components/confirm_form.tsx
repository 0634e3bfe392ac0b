import type { JSX } from "preact";

export interface ConfirmFormProps {
  readonly title: string;
  /** What it does, and what cannot be undone. */
  readonly text: string;
  readonly confirmLabel: string;
  readonly action: string;
  /** Where one goes who does not want it, without script. */
  readonly cancelHref: string;
  readonly onCancel?: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmForm(
  { title, text, confirmLabel, action, cancelHref, onCancel }: ConfirmFormProps,
): JSX.Element {
  function cancel(event: MouseEvent): void {
    if (onCancel === undefined) return;
    event.preventDefault();
    onCancel();
  }
  return (
    <form method="post" action={action} class="stack">
      <h2>{title}</h2>
      <p class="soft">{text}</p>
      <div class="row row-end">
        <a class="button" href={cancelHref} onClick={cancel}>Keep it</a>
        <button type="submit" class="button button-danger" name="confirm" value="yes">
          {confirmLabel}
        </button>
      </div>
    </form>
  );
}
