import type { JSX } from "preact";
import { Diagram, DIAGRAM_ID } from "../../../components/diagram.tsx";
import { ExperimentHead } from "../../../components/experiment_head.tsx";
import { formatCount } from "../../../components/format.ts";
import { Icon } from "../../../components/icon.tsx";
import { tableView } from "../../../components/table_view.ts";
import CopyButton from "../../../islands/copy_button.tsx";
import PanZoom from "../../../islands/pan_zoom.tsx";
import { type Lineage, lineageDot, showExperiment, showLineage } from "../../../lib/app/mod.ts";
import { defineHandlers, Island, type PageProps, schemaView } from "../../../lib/web/mod.ts";

interface Data {
  readonly name: string;
  readonly schema: ReturnType<typeof schemaView>;
  readonly lineage: Lineage;
}

export const handler = defineHandlers<Data>({
  GET: ({ params, service }) => {
    const { name, schema } = showExperiment(service.context, params["name"]!);
    const lineage = showLineage(service.context, name);
    return { title: `Lineage of ${name}`, data: { name, schema: schemaView(schema), lineage } };
  },
});

/** How the tables of an experiment hang together. */
export default function LineagePage({ data }: PageProps<typeof handler>): JSX.Element {
  const { name, schema, lineage } = data;
  const tables = schema.tables.map((table) => tableView(table));
  return (
    <div class="stack-loose">
      <ExperimentHead name={name} schema={schema} tab="lineage">
        <Island of={CopyButton} props={{ text: lineageDot(lineage), label: "Copy DOT" }} />
        <a class="button" href={`/api/experiments/${name}/lineage/export`} download={`${name}.dot`}>
          <Icon name="download" />
          Download DOT
        </a>
      </ExperimentHead>
      <Diagram experiment={name} tables={tables}>
        <Island of={PanZoom} props={{ target: DIAGRAM_ID }} />
      </Diagram>
      <section class="stack" aria-labelledby="keys-title">
        <h2 id="keys-title">{formatCount(lineage.references.length, "foreign key")}</h2>
        {lineage.references.length === 0
          ? <div class="empty">No table leads to another.</div>
          : <References lineage={lineage} />}
      </section>
    </div>
  );
}

function References({ lineage }: { readonly lineage: Lineage }): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-labelledby="keys-title">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Child</th>
            <th scope="col">Columns</th>
            <th scope="col">Parent</th>
            <th scope="col">Columns</th>
          </tr>
        </thead>
        <tbody>
          {lineage.references.map((reference, i) => (
            <tr key={i}>
              <td>
                <TableLink experiment={lineage.experiment} table={reference.table} />
              </td>
              <td class="mono">{reference.columns.join(", ")}</td>
              <td>
                <TableLink experiment={lineage.experiment} table={reference.referencesTable} />
              </td>
              <td class="mono">{reference.referencesColumns.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableLink({ experiment, table }: {
  readonly experiment: string;
  readonly table: string;
}): JSX.Element {
  return <a href={`/experiments/${experiment}/tables/${encodeURIComponent(table)}`}>{table}</a>;
}
