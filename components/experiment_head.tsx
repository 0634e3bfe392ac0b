import type { ComponentChildren, JSX } from "preact";
import { ExperimentBadges } from "./experiment_badges.tsx";
import type { SchemaJson } from "./table_view.ts";

interface ExperimentHeadProps {
  readonly name: string;
  readonly schema: SchemaJson;
  readonly tab: "overview" | "sql" | "runs" | "lineage" | null;
  /** The last crumb, of pages below the experiment. */
  readonly crumb?: string;
  /** Replaces the experiment's name as heading. */
  readonly title?: string;
  /** Buttons. */
  readonly children?: ComponentChildren;
}

/** What stands on top of every page of an experiment. */
export function ExperimentHead(
  { name, schema, tab, crumb, title, children }: ExperimentHeadProps,
): JSX.Element {
  const base = `/experiments/${name}`;
  const tabs = [
    { id: "overview", text: "Overview", href: base },
    { id: "sql", text: "SQL", href: `${base}/sql` },
    { id: "runs", text: "Runs", href: `${base}/runs` },
    { id: "lineage", text: "Lineage", href: `${base}/lineage` },
  ];
  return (
    <div class="page-head">
      <nav class="crumbs" aria-label="Where you are">
        <ol>
          <li>
            <a href="/">Experiments</a>
          </li>
          {crumb !== undefined && (
            <li>
              <a href={base}>{name}</a>
            </li>
          )}
          <li aria-current="page">{crumb ?? name}</li>
        </ol>
      </nav>
      <div class="row-apart">
        <div class="stack-tight head-title">
          <h1>{title ?? name}</h1>
          {title === undefined && <ExperimentBadges schema={schema} />}
        </div>
        <div class="row">{children}</div>
      </div>
      {title === undefined && schema.description !== undefined && (
        <p class="lead">{schema.description}</p>
      )}
      {tab !== null && (
        <nav class="tabs" aria-label={`Pages of ${name}`}>
          {tabs.map(({ id, text, href }) => (
            <a href={href} aria-current={id === tab ? "page" : undefined} key={id}>{text}</a>
          ))}
        </nav>
      )}
    </div>
  );
}
