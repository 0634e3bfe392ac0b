import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface MenuProps {
  readonly label: ComponentChildren;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/**
 * Buttons behind a button; without script it opens and closes as well. It is closed by `Escape`, by
 * a choice, and by going elsewhere.
 */
export function Menu({ label, title, children }: MenuProps): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leave = ({ target }: Event) => {
      if (!menu.current?.contains(target as Node)) menu.current?.removeAttribute("open");
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, []);
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={({ key, currentTarget }) => {
        if (key !== "Escape") return;
        currentTarget.open = false;
        currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary class="button button-small" title={title}>{label}</summary>
      <div class="menu-list" onClick={() => menu.current?.removeAttribute("open")}>{children}</div>
    </details>
  );
}
