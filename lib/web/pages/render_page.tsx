import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import type { ClientFiles } from "./client_files.ts";
import type { PageEntry, PagePlace, Site, Toast } from "./define_page.ts";
import { IslandContext, IslandScope } from "./island.tsx";

export interface RenderRequest {
  readonly content: JSX.Element;
  readonly layouts: PageEntry["layouts"];
  readonly title: string;
  readonly place: PagePlace;
  readonly toasts: readonly Toast[];
}

/**
 * Renders a page: its content in its layouts, then what is around everything, which has to know
 * whether the content has islands.
 *
 * @returns HTML.
 */
export function renderPage(
  site: Site,
  files: ClientFiles,
  { content, layouts, title, place, toasts }: RenderRequest,
): string {
  const scope = new IslandScope(site.islands);
  const framed = layouts.reduceRight(
    (inner, Layout) => <Layout place={place}>{inner}</Layout>,
    content,
  );
  const body = renderToString(
    <IslandContext.Provider value={scope}>{framed}</IslandContext.Provider>,
  );
  const App = site.app;
  const html = renderToString(
    <App title={title} place={place} toasts={toasts} assets={files.assetsOf(scope.names)}>
      <div class="page" dangerouslySetInnerHTML={{ __html: body }} />
    </App>,
  );
  return `<!doctype html>${html}`;
}
