import type { ComponentChildren, JSX } from "preact";
import type { Problem } from "../problem.ts";
import type { Service } from "../service.ts";
import type { FormValues } from "./form_values.ts";

/** What a page's handler sees of a request. */
export interface PageContext {
  readonly url: URL;
  /** The names in the address. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly cookies: ReadonlyMap<string, string>;
  readonly service: Service;
  /** Aborted when the client leaves or the server stops. */
  readonly signal: AbortSignal;
  /** Reads what a form sent. @throws DwSimError WEB_BODY_…, WEB_CONTENT_TYPE_UNKNOWN. */
  form(): Promise<FormValues>;
  /** Tells whether a text is what callers must show; true where nothing is demanded. */
  isToken(text: string): boolean;
}

/** What a page shows. */
export interface PageContent<Data> {
  readonly data: Data;
  /** Of the window; the site's name is put behind it. */
  readonly title: string;
  readonly status?: number;
}

type PageHandler<Data> = (
  context: PageContext,
) => PageContent<Data> | Response | Promise<PageContent<Data> | Response>;

/** What a page does by method. */
export interface PageHandlers<Data> {
  readonly GET?: PageHandler<Data>;
  readonly POST?: PageHandler<Data>;
  /** True for what is shown without a token even where one is demanded. */
  readonly isPublic?: boolean;
}

/** Checks that the handlers of a page give its component what it shows. */
export function defineHandlers<Data>(handlers: PageHandlers<Data>): PageHandlers<Data> {
  return handlers;
}

type DataOf<Handlers> = Handlers extends PageHandlers<infer Data> ? Data : never;

/** What a page's component is given; `PageProps<typeof handler>`. */
export interface PageProps<Handlers> {
  readonly data: DataOf<Handlers>;
  readonly place: PagePlace;
}

/** Where a page stands, as far as its frame shows it. */
export interface PagePlace {
  readonly path: string;
  readonly search: string;
  /** Absent where the system decides. */
  readonly theme?: "light" | "dark";
  /** True where callers must show a token, so that they can also leave. */
  readonly hasToken: boolean;
  readonly version: string;
}

/** A message for one showing: what became of the form before. */
export interface Toast {
  readonly kind: "success" | "error";
  readonly text: string;
}

export interface LayoutProps {
  readonly place: PagePlace;
  readonly children?: ComponentChildren;
}

/** What `_app` puts around everything. */
export interface AppProps extends LayoutProps {
  readonly title: string;
  readonly toasts: readonly Toast[];
  readonly assets: PageAssets;
}

/** What a browser loads for a page; addresses. */
export interface PageAssets {
  readonly styles: readonly string[];
  /** None for pages without islands. */
  readonly scripts: readonly string[];
  /** Chunks that the scripts will ask for. */
  readonly preloads: readonly string[];
}

export interface ErrorPageProps {
  readonly problem: Problem;
  readonly place: PagePlace;
}

/** A file of `routes/` that shows a page. */
export interface PageModule {
  readonly handler: PageHandlers<unknown>;
  /** Absent where every handler answers with a response of its own. */
  readonly default?: (props: { data: never; place: PagePlace }) => JSX.Element;
}

/** One line of the manifest: an address, its page, and the layouts around it, outermost first. */
export interface PageEntry {
  readonly path: string;
  readonly module: PageModule;
  readonly layouts: readonly ((props: LayoutProps) => JSX.Element)[];
}

/** An interactive piece, by the name of its file. */
export interface IslandEntry {
  readonly name: string;
  readonly component: (props: never) => JSX.Element;
}

/** All that is there to be seen. */
export interface Site {
  readonly pages: readonly PageEntry[];
  readonly islands: readonly IslandEntry[];
  readonly app: (props: AppProps) => JSX.Element;
  readonly error: (props: ErrorPageProps) => JSX.Element;
  /** Around errors, as around pages of the top folder. */
  readonly layouts: PageEntry["layouts"];
}
