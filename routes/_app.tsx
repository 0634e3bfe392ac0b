import type { JSX } from "preact";
import { Toasts } from "../components/toasts.tsx";
import type { AppProps } from "../lib/web/mod.ts";

/** What is around every page. */
export default function App({ title, place, toasts, assets, children }: AppProps): JSX.Element {
  return (
    <html lang="en" data-theme={place.theme}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · dw-sim`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
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
