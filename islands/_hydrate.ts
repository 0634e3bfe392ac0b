import { type ComponentType, h, hydrate } from "preact";

declare global {
  interface ImportMeta {
    /** Filled in by the bundler: every file that fits, each in a chunk of its own. */
    glob<Module>(patterns: readonly string[]): Record<string, () => Promise<Module>>;
  }
}

interface IslandModule {
  readonly default: ComponentType<Record<string, unknown>>;
}

const ISLANDS = import.meta.glob<IslandModule>(["./*.tsx", "!./_*.tsx", "!./*_test.tsx"]);

/** Brings the islands of the page to life, each with the props that stand before it. */
for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) {
  const load = ISLANDS[`./${element.dataset["island"]}.tsx`];
  const props = element.previousElementSibling?.textContent ?? "{}";
  load?.().then(({ default: Piece }) => {
    hydrate(h(Piece, JSON.parse(props)), element);
    element.dataset["alive"] = "";
  });
}
