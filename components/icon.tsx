import type { JSX } from "preact";

/** Outlines on a grid of 24, drawn with the colour of the text around them. */
const PATHS = {
  brand: "M12 3 3.5 7.5 12 12l8.5-4.5L12 3ZM3.5 12 12 16.5 20.5 12M3.5 16.5 12 21l8.5-4.5",
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6 6 18",
  sun:
    "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
  system: "M4 5h16v11H4zM9 20h6M12 16v4",
  warning: "M12 4 2.8 20h18.4L12 4ZM12 10v4M12 17v.01",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 8v.01",
  error: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9 9l6 6M15 9l-6 6",
  check: "M5 12.5 10 17.5 19.5 7",
  key: "M8 7a5 5 0 1 0 0 10A5 5 0 0 0 8 7ZM13 12h8v4M17 12v3",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  table: "M4 5h16v14H4zM4 10h16M10 10v9",
  play: "M7 5v14l11-7L7 5Z",
  history: "M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  reset: "M4 12a8 8 0 1 1 2.5 5.8M4 20v-4.5h4.5",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  upload: "M12 20V9M7 13l5-5 5 5M5 4h14",
  sql: "M5 7l4 5-4 5M12 17h7",
  pencil: "M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3",
  stop: "M7 7h10v10H7z",
} as const;

export type IconName = keyof typeof PATHS;

/** A small picture beside a text that says the same, so that screen readers pass over it. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
