/** The style sheet of the page that documents the API; light and dark, wide and narrow. */
export const DOCS_STYLE = `:root {
  color-scheme: light dark;
  --text: light-dark(#1c2024, #e6e8eb);
  --quiet: light-dark(#5a636d, #a3abb4);
  --back: light-dark(#ffffff, #15181b);
  --raised: light-dark(#f5f7f8, #1d2125);
  --line: light-dark(#dde1e5, #343a41);
  --link: light-dark(#0b5cad, #7cbcff);
  --get: light-dark(#0b5cad, #7cbcff);
  --post: light-dark(#1a7034, #71cf8d);
  --delete: light-dark(#b3261e, #ff9d94);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif;
  margin: 0 auto; max-width: 76rem; padding: 1.5rem 1.5rem 6rem;
  display: grid; gap: 0 2.5rem; grid-template-columns: 19rem minmax(0, 1fr);
}
header { grid-column: 1 / -1; max-width: 46rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0.5rem 0 1rem; }
h1 small { color: var(--quiet); font-size: 1rem; font-weight: 400; }
h2 { border-bottom: 1px solid var(--line); font-size: 1.25rem; margin: 2.5rem 0 1rem; padding-bottom: 0.3rem; }
main > section:first-child h2 { margin-top: 0.5rem; }
h3 { font-size: 1rem; margin: 0; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover code { text-decoration: underline; }
h4 { font-size: 0.875rem; margin: 1.1rem 0 0.2rem; }
a { color: var(--link); }
code, pre { font: 0.9em ui-monospace, SFMono-Regular, Menlo, monospace; }
pre { background: var(--raised); border-radius: 0.4rem; font-size: 0.8125rem; max-height: 30rem; overflow: auto; padding: 0.8rem; }
nav { align-self: start; font-size: 0.875rem; max-height: 100vh; overflow: auto; padding: 0.5rem 0; position: sticky; top: 0; }
nav ul { list-style: none; margin: 0 0 0.8rem; padding: 0; }
nav a { border-radius: 0.3rem; color: inherit; display: grid; gap: 0.5rem; grid-template-columns: 3.6rem 1fr; padding: 0.15rem 0.3rem; text-decoration: none; }
nav a:hover { background: var(--raised); }
summary { cursor: pointer; font-weight: 600; padding: 0.2rem 0; }
article { border: 1px solid var(--line); border-radius: 0.5rem; margin: 1rem 0; padding: 1rem 1.2rem; }
article:target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
article > p { margin: 0.5rem 0; max-width: 46rem; }
article > details { font-size: 0.9375rem; margin-top: 0.8rem; }
.summary { font-weight: 600; }
.method { font: 700 0.75rem/1.6 ui-monospace, SFMono-Regular, Menlo, monospace; }
.get { color: var(--get); }
.post { color: var(--post); }
.delete { color: var(--delete); }
dl { display: grid; font-size: 0.9375rem; gap: 0; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); margin: 0; }
dt, dd { border-top: 1px solid var(--line); margin: 0; padding: 0.35rem 0; }
dt { padding-right: 1.2rem; }
dd code { overflow-wrap: anywhere; }
.facts { color: var(--quiet); }
.facts strong { color: var(--text); font-weight: 600; }
.status { font: 600 0.875rem/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; }
.s2, .s3 { color: var(--post); }
.s4, .s5 { color: var(--delete); }
.skip { left: 0; padding: 0.5rem; position: absolute; top: -4rem; }
.skip:focus { background: var(--back); top: 0; z-index: 1; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
@media (max-width: 54rem) {
  body { display: block; padding: 1rem 1rem 4rem; }
  nav { border-bottom: 1px solid var(--line); max-height: none; position: static; }
  nav ul { margin-bottom: 0.4rem; }
  nav a { padding: 0.4rem 0.3rem; }
  article { padding: 0.8rem 0.9rem; }
  dl { display: block; }
  dt { padding: 0.5rem 0 0; }
  dd { border-top: 0; padding: 0.1rem 0 0.5rem; }
}
@media print { nav { display: none; } body { display: block; } }
`;
