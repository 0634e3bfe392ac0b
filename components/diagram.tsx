import type { ComponentChildren, JSX } from "preact";
import { ErDiagram } from "./er_diagram.tsx";
import type { TableView } from "./table_view.ts";

export const DIAGRAM_ID = "er-diagram";

interface DiagramProps {
  readonly experiment: string;
  readonly tables: readonly TableView[];
  /** The tools that make it zoom. */
  readonly children?: ComponentChildren;
}

/** The diagram of an experiment in a frame that scrolls. */
export function Diagram({ experiment, tables, children }: DiagramProps): JSX.Element {
  return (
    <div
      class="diagram"
      tabIndex={0}
      role="region"
      aria-label="Diagram of the tables. Arrows move it, plus and minus zoom"
    >
      <ErDiagram
        id={DIAGRAM_ID}
        tables={tables}
        hrefOf={(table) => `/experiments/${experiment}/tables/${encodeURIComponent(table)}`}
      />
      {children}
    </div>
  );
}
