import type { JSX } from "preact";
import { Icon } from "./icon.tsx";

const NEXT = { system: "light", light: "dark", dark: "system" } as const;
const ICONS = { system: "system", light: "sun", dark: "moon" } as const;

interface ThemeSwitchProps {
  readonly theme: keyof typeof NEXT;
  /** The address to come back to. */
  readonly to: string;
}

/** Goes from the system's theme to light, to dark, and back; a form, so that it needs no script. */
export function ThemeSwitch({ theme, to }: ThemeSwitchProps): JSX.Element {
  const next = NEXT[theme];
  return (
    <form method="post" action="/theme">
      <input type="hidden" name="to" value={to} />
      <button
        type="submit"
        class="button button-quiet button-icon"
        name="theme"
        value={next}
        title={`Theme: ${theme}. Change to ${next}`}
        aria-label={`Theme: ${theme}. Change to ${next}`}
      >
        <Icon name={ICONS[theme]} />
      </button>
    </form>
  );
}
