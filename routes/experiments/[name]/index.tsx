import type { JSX } from "preact";
import { Banner } from "../../../components/banner.tsx";
import { Diagram, DIAGRAM_ID } from "../../../components/diagram.tsx";
import { ExperimentHead } from "../../../components/experiment_head.tsx";
import { formatCount, formatNumber } from "../../../components/format.ts";
import { deleteQuestion, resetQuestion } from "../../../components/questions.ts";
import { sum } from "../../../components/run_list.tsx";
import { TABLE_LIST_ID, TableList } from "../../../components/table_list.tsx";
import { tableView } from "../../../components/table_view.ts";
import ConfirmAction from "../../../islands/confirm_action.tsx";
import GenerateForm from "../../../islands/generate_form.tsx";
import PanZoom from "../../../islands/pan_zoom.tsx";
import RowFilter from "../../../islands/row_filter.tsx";
import RunsModal from "../../../islands/runs_modal.tsx";
import { estimateRun, pageRuns, type RunEstimate, showExperiment } from "../../../lib/app/mod.ts";
import {
  defineHandlers,
  type ExperimentView,
  experimentView,
  isDismissed,
  Island,
  type PageProps,
  type Service,
} from "../../../lib/web/mod.ts";

interface Data {
  readonly view: ExperimentView;
  readonly runs: readonly ReturnType<Service["runJson"]>[];
  readonly estimate: RunEstimate;
  readonly isDismissed: boolean;
  readonly nowMs: number;
}

const RUN_COUNT = 20;

/** Larger diagrams are on the page of the lineage alone: nobody reads them in passing. */
const DIAGRAM_TABLES_MAX = 40;

/** A shorter list is seen at a glance. */
const FILTERED_MIN = 12;

export const handler = defineHandlers<Data>({
  GET: ({ params, service, cookies }) => {
    const { context } = service;
    const view = experimentView(service, showExperiment(context, params["name"]!));
    const runs = pageRuns(context, view.name, { countMax: RUN_COUNT });
    return {
      title: view.name,
      data: {
        ...{ view, runs: runs.map((run) => service.runJson(run)), nowMs: Date.now() },
        estimate: estimateRun(context, view.name),
        isDismissed: isDismissed(cookies, view.name),
      },
    };
  },
});

export default function ExperimentPage({ data }: PageProps<typeof handler>): JSX.Element {
  const { name, schema, currentRun } = data.view;
  const tables = schema.tables.map((table) => tableView(table));
  const rowCounts = currentRun?.row_counts ?? null;
  const warnings = tables.flatMap(({ warnings }) => warnings);
  return (
    <div class="stack-loose">
      <ExperimentHead name={name} schema={schema} tab="overview">
        <Actions {...data} />
      </ExperimentHead>
      {warnings.length > 0 && !data.isDismissed && (
        <Banner kind="warn" dismissAction={`/experiments/${name}/dismiss`}>
          <Warnings warnings={warnings} />
        </Banner>
      )}
      {currentRun === null && data.view.activeRun === null && (
        <Banner kind="info">
          <p>
            <strong>No data yet.</strong>{" "}
            Generate it, and samples, profiles and queries show what is in it.
          </p>
        </Banner>
      )}
      <section class="stack" aria-labelledby="tables-title">
        <div class="row-apart">
          <h2 id="tables-title">{formatCount(tables.length, "table")}</h2>
          {rowCounts !== null && (
            <span class="soft small">{`${formatNumber(sum(rowCounts))} rows in all`}</span>
          )}
        </div>
        {tables.length <= DIAGRAM_TABLES_MAX && tables.length > 1 && (
          <Diagram experiment={name} tables={tables}>
            <Island of={PanZoom} props={{ target: DIAGRAM_ID }} />
          </Diagram>
        )}
        {tables.length > FILTERED_MIN && (
          <Island
            of={RowFilter}
            props={{ target: TABLE_LIST_ID, label: "Find a table", rowCount: tables.length }}
          />
        )}
        <TableList experiment={name} tables={tables} rowCounts={rowCounts} />
      </section>
    </div>
  );
}

const WARNINGS_SHOWN = 3;

function Warnings({ warnings }: { readonly warnings: readonly string[] }): JSX.Element {
  const hidden = warnings.slice(WARNINGS_SHOWN);
  return (
    <>
      {warnings.slice(0, WARNINGS_SHOWN).map((text) => <p key={text}>{text}</p>)}
      {hidden.length > 0 && (
        <details>
          <summary>{`${hidden.length} more`}</summary>
          <ul class="findings">{hidden.map((text) => <li key={text}>{text}</li>)}</ul>
        </details>
      )}
    </>
  );
}

function Actions({ view, runs, estimate, nowMs }: Data): JSX.Element {
  const { name, schema, currentRun } = view;
  const asked = schema.tables.map((table) => ({
    name: table.name,
    rows: String(table.target_rows),
  }));
  const [reset, remove] = [resetQuestion(name), deleteQuestion(name)];
  return (
    <>
      <Island
        of={GenerateForm}
        props={{ experiment: name, tables: asked, seed: "", estimate, isDialog: true }}
      />
      <Island
        of={RunsModal}
        props={{ experiment: name, runs, currentRunId: currentRun?.id ?? null, nowMs }}
      />
      <Island of={ConfirmAction} props={{ ...reset, label: "Reset", icon: "reset" }} />
      <Island of={ConfirmAction} props={{ ...remove, label: "Delete", icon: "trash" }} />
    </>
  );
}
