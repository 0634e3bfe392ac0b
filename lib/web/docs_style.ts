/** The style sheet of the page that documents the API; light and dark, wide and narrow. */
export const DOCS_STYLE =
  `:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
code, pre { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
h2 { border-bottom: 1px solid var(--line); margin-top: 2.5rem; }
article { border: 1px solid var(--line); border-radius: 0.5rem; margin: 1rem 0; padding: 0 1rem; }
.method { font-weight: 700; margin-right: 0.5rem; }
table { border-collapse: collapse; margin: 0.5rem 0; width: 100%; }
th, td { border-top: 1px solid var(--line); padding: 0.3rem 0.5rem 0.3rem 0; text-align: left; vertical-align: top; }
pre { background: color-mix(in srgb, currentColor 6%, transparent); border-radius: 0.5rem; overflow-x: auto; padding: 0.7rem; }
@media (max-width: 40rem) { table, tbody, tr, td, th { display: block; } }
`;
