import type { ComponentChildren, JSX } from "preact";
import type { PagePlace } from "../lib/web/mod.ts";
import { Icon } from "./icon.tsx";
import { ThemeSwitch } from "./theme_switch.tsx";

interface NavigationItem {
  readonly text: string;
  readonly href: string;
  /** Addresses below which one stands in it. */
  readonly pattern: RegExp;
}

const NAVIGATION: readonly NavigationItem[] = [
  { text: "Experiments", href: "/", pattern: /^\/($|experiments\/|new)/ },
  { text: "API", href: "/api/docs", pattern: /^\/api\// },
];

interface SiteFrameProps {
  readonly place: PagePlace;
  readonly children?: ComponentChildren;
}

/** Header, the page, footer. */
export function SiteFrame({ place, children }: SiteFrameProps): JSX.Element {
  return (
    <>
      <a class="skip-link visually-hidden" href="#main">Skip to content</a>
      <header class="site-header">
        <div class="site-header-inner">
          <a class="brand" href="/">
            <Icon name="brand" />
            dw-sim
          </a>
          <nav class="site-nav" aria-label="Main">
            {NAVIGATION.map(({ text, href, pattern }) => (
              <a
                href={href}
                aria-current={pattern.test(place.path) ? "page" : undefined}
                key={href}
              >
                {text}
              </a>
            ))}
          </nav>
          <ThemeSwitch theme={place.theme ?? "system"} to={place.path + place.search} />
        </div>
      </header>
      <main class="site-main" id="main" tabIndex={-1}>{children}</main>
      <footer class="site-footer">
        <div class="site-footer-inner">
          <span>dw-sim {place.version}. Everything stays on this machine.</span>
          {place.hasToken && (
            <form method="post" action="/sign-in">
              <button
                type="submit"
                class="button button-quiet button-small"
                name="leave"
                value="yes"
              >
                Sign out
              </button>
            </form>
          )}
        </div>
      </footer>
    </>
  );
}
