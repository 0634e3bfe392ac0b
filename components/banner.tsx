import type { ComponentChildren, JSX } from "preact";
import { Icon } from "./icon.tsx";

const ICONS = { info: "info", warn: "warning", bad: "error", good: "check" } as const;

interface BannerProps {
  readonly kind: keyof typeof ICONS;
  /** Where a form goes that dismisses it; absent for what stays. */
  readonly dismissAction?: string;
  readonly children?: ComponentChildren;
}

/** Something to know about the page. */
export function Banner({ kind, dismissAction, children }: BannerProps): JSX.Element {
  return (
    <div class={`banner banner-${kind}`} role={kind === "bad" ? "alert" : undefined}>
      <Icon name={ICONS[kind]} />
      <div class="grow stack-tight">{children}</div>
      {dismissAction !== undefined && (
        <form method="post" action={dismissAction}>
          <button
            type="submit"
            class="button button-quiet button-icon button-small"
            aria-label="Dismiss"
            title="Dismiss"
          >
            <Icon name="close" />
          </button>
        </form>
      )}
    </div>
  );
}
