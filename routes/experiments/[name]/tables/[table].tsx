import type { JSX } from "preact";
import { Banner } from "../../../../components/banner.tsx";
import { ColumnTable } from "../../../../components/column_table.tsx";
import { ExperimentHead } from "../../../../components/experiment_head.tsx";
import { formatCount, formatNumber } from "../../../../components/format.ts";
import { own } from "../../../../components/own.ts";
import { TableData, type TableDataJson } from "../../../../components/table_data.tsx";
import { type TableView, tableView } from "../../../../components/table_view.ts";
import TableDataLoader from "../../../../islands/table_data_loader.tsx";
import { profileTable, sampleTable, showExperiment } from "../../../../lib/app/mod.ts";
import { type ExperimentSchema, findTable, type Table } from "../../../../lib/schema/mod.ts";
import {
  defineHandlers,
  Island,
  type PageContext,
  type PageProps,
  pictureToJson,
  schemaView,
} from "../../../../lib/web/mod.ts";

interface Data {
  readonly name: string;
  readonly schema: ReturnType<typeof schemaView>;
  readonly table: TableView;
  /** Tables that lead here. */
  readonly children: readonly string[];
  readonly rowCount: number | null;
  /** Absent until it is asked for; with script it is asked for at once. */
  readonly shown: TableDataJson | null;
}

const SAMPLE_ROWS = 20;

export const handler = defineHandlers<Data>({
  GET: async (context) => {
    const { params, service, url } = context;
    const { name, schema, currentRun } = showExperiment(service.context, params["name"]!);
    const table = findTable(schema, params["table"]!);
    const generators = await service.checks.generators(alone(schema, table));
    const written = schemaView(schema);
    const json = written.tables[schema.tables.indexOf(table)]!;
    const isAsked = url.searchParams.has("data") && currentRun !== null;
    return {
      title: `${table.name} of ${name}`,
      data: {
        ...{ name, schema: written, table: tableView(json, own(generators, table.name)) },
        children: childrenOf(schema, table),
        rowCount: own(currentRun?.rowCounts, table.name) ?? null,
        shown: isAsked ? await read(context, name, table.name) : null,
      },
    };
  },
});

/** A table without its parents: which generators it has depends on nothing else. */
function alone({ name }: ExperimentSchema, table: Table): ExperimentSchema {
  return { name, tables: [{ ...table, foreignKeys: [] }] };
}

function childrenOf({ tables }: ExperimentSchema, { name }: Table): readonly string[] {
  return tables.filter(({ foreignKeys }) =>
    foreignKeys.some(({ referencesTable }) => referencesTable === name)
  ).map((table) => table.name);
}

async function read(
  { service: { context }, signal }: PageContext,
  experiment: string,
  table: string,
): Promise<TableDataJson> {
  const { columns, rows } = await sampleTable(context, experiment, {
    ...{ table, rowCountMax: SAMPLE_ROWS, signal },
  });
  const picture = pictureToJson(await profileTable(context, experiment, { table, signal }));
  const sample = {
    ...{ table, rows },
    columns: columns.map(({ name }) => name),
    column_types: columns.map(({ type }) => type),
  };
  return { sample, picture };
}

/** One table: its columns, and what is in it. */
export default function TablePage({ data, place }: PageProps<typeof handler>): JSX.Element {
  const { name, schema, table, rowCount, shown } = data;
  return (
    <div class="stack-loose">
      <ExperimentHead
        name={name}
        schema={schema}
        tab={null}
        crumb={table.name}
        title={table.fullName}
      />
      <Facts {...data} />
      {table.warnings.map((text) => (
        <Banner kind="warn" key={text}>
          <p>{text}</p>
        </Banner>
      ))}
      <section class="stack" aria-labelledby="columns-title">
        <h2 id="columns-title">{formatCount(table.columns.length, "column")}</h2>
        <ColumnTable table={table} />
      </section>
      {rowCount === null && (
        <div class="empty">
          <p>No data yet.</p>
          <a class="button button-primary" href={`/experiments/${name}/generate`}>Generate</a>
        </div>
      )}
      {shown !== null && <TableData data={shown} />}
      {rowCount !== null && shown === null && (
        <Island
          of={TableDataLoader}
          props={{ experiment: name, table: table.name, href: `${place.path}?data=shown` }}
        />
      )}
    </div>
  );
}

function Facts({ name, table, rowCount, children }: Data): JSX.Element {
  return (
    <div class="stack-tight">
      {table.comment !== null && <p class="lead">{table.comment}</p>}
      <dl class="facts">
        <div>
          <dt>{rowCount === null ? "Rows planned" : "Rows"}</dt>
          <dd>{formatNumber(rowCount ?? table.targetRows)}</dd>
        </div>
        {table.properties.length > 0 && (
          <div>
            <dt>Physical</dt>
            <dd class="mono">{table.properties.join(", ")}</dd>
          </div>
        )}
        {children.length > 0 && (
          <div>
            <dt>Led to by</dt>
            <dd class="row row-tight">
              {children.map((child) => (
                <a href={`/experiments/${name}/tables/${encodeURIComponent(child)}`} key={child}>
                  {child}
                </a>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
