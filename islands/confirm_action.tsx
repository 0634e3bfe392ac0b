import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { ConfirmForm, type ConfirmFormProps } from "../components/confirm_form.tsx";
import { Icon, type IconName } from "../components/icon.tsx";

interface ConfirmActionProps extends ConfirmFormProps {
  readonly label: string;
  readonly icon: IconName;
  /** The page that asks without script; the form goes there, too. */
  readonly action: string;
}

/** A link to a page that asks first; with script it asks at once, in a dialog. */
export default function ConfirmAction(
  { label, icon, ...form }: ConfirmActionProps,
): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  function open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    dialog.current?.showModal();
  }
  return (
    <>
      <a class="button" href={form.action} onClick={open}>
        <Icon name={icon} />
        {label}
      </a>
      <dialog class="dialog dialog-small" ref={dialog} aria-label={form.title}>
        <div class="dialog-body">
          <ConfirmForm {...form} onCancel={() => dialog.current?.close()} />
        </div>
      </dialog>
    </>
  );
}
