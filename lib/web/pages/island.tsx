import { createContext, type JSX } from "preact";
import { useContext } from "preact/hooks";
import { invariant } from "../../errors/mod.ts";
import type { IslandEntry } from "./define_page.ts";

/** Collects which islands a page has while it is rendered. */
export class IslandScope {
  readonly names = new Set<string>();
  readonly #islands: readonly IslandEntry[];

  constructor(islands: readonly IslandEntry[]) {
    this.#islands = islands;
  }

  /** The name of an island, which the page needs from now on. */
  add(component: unknown): string {
    const found = this.#islands.find((island) => island.component === component);
    invariant(found !== undefined, "an island is the default export of a file of 'islands/'");
    this.names.add(found.name);
    return found.name;
  }
}

export const IslandContext = createContext<IslandScope | null>(null);

interface IslandProps<Props> {
  /** The default export of a file of `islands/`. */
  readonly of: (props: Props) => JSX.Element;
  /** JSON: it goes to the browser as text. */
  readonly props: Props;
}

/**
 * Shows an interactive piece: rendered here with its props, so that it reads without script, and
 * brought to life in the browser with the same props.
 */
export function Island<Props extends object>(
  { of: Piece, props }: IslandProps<Props>,
): JSX.Element {
  const scope = useContext(IslandContext);
  invariant(scope !== null, "islands stand in pages");
  const name = scope.add(Piece);
  return (
    <>
      <script type="application/json" dangerouslySetInnerHTML={{ __html: scriptJson(props) }} />
      <div class="island" data-island={name}>
        <Piece {...props} />
      </div>
    </>
  );
}

/**
 * JSON that cannot end the element it stands in, nor begin a comment there. Spec:
 * html.spec.whatwg.org, "restrictions for contents of script elements".
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
