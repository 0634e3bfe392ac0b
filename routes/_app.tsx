import type { JSX } from "preact";
import { Toasts } from "../components/toasts.tsx";
import type { AppProps } from "../lib/web/mod.ts";

/** The layers of the brand, without a request. */
const ICON = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#2f8f8c" ' +
    'stroke-width="2" stroke-linejoin="round"><path d="M12 3 3.5 7.5 12 12l8.5-4.5L12 3ZM3.5 12 ' +
    '12 16.5 20.5 12M3.5 16.5 12 21l8.5-4.5"/></svg>',
);

/** What is around every page. */
export default function App({ title, place, toasts, assets, children }: AppProps): JSX.Element {
  return (
    <html lang="en" data-theme={place.theme}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · dw-sim`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={ICON} />
        {assets.styles.map((href) => <link rel="stylesheet" href={href} key={href} />)}
        {assets.preloads.map((href) => <link rel="modulepreload" href={href} key={href} />)}
        {assets.scripts.map((src) => <script type="module" src={src} key={src} />)}
      </head>
      <body>
        {children}
        <Toasts toasts={toasts} />
      </body>
    </html>
  );
}
