import type { JSX } from "preact";
import { ExperimentHead } from "../../../../components/experiment_head.tsx";
import { formatNumber } from "../../../../components/format.ts";
import { own } from "../../../../components/own.ts";
import { sentences } from "../../../../components/sentences.ts";
import RunsPanel from "../../../../islands/runs_panel.tsx";
import { cancelRun, loadRun, showExperiment, showRun } from "../../../../lib/app/mod.ts";
import { DwSimError } from "../../../../lib/errors/mod.ts";
import {
  defineHandlers,
  Island,
  type PageContext,
  pageProblem,
  type PageProps,
  redirect,
  schemaView,
  type Service,
  type Toast,
} from "../../../../lib/web/mod.ts";

interface Data {
  readonly name: string;
  readonly schema: ReturnType<typeof schemaView>;
  readonly run: ReturnType<Service["runJson"]>;
  readonly currentRunId: string | null;
  readonly nowMs: number;
}

export const handler = defineHandlers<Data>({
  GET: ({ params, service }) => {
    const { name, schema, currentRun } = showExperiment(service.context, params["name"]!);
    const run = service.runJson(showRun(service.context, name, params["id"]!));
    const currentRunId = currentRun?.id ?? null;
    return {
      title: `Run of ${name}`,
      data: { name, schema: schemaView(schema), run, currentRunId, nowMs: Date.now() },
    };
  },
  POST: async (context) => {
    const form = await context.form();
    const { name } = showExperiment(context.service.context, context.params["name"]!);
    const run = showRun(context.service.context, name, context.params["id"]!);
    const to = form.has("to") ? form.text("to") : `/experiments/${name}/runs/${run.id}`;
    const toast = await act(context, { name, runId: run.id, action: form.text("action") });
    return redirect(to, { toast });
  },
});

interface Wanted {
  readonly name: string;
  readonly runId: string;
  readonly action: string;
}

async function act(
  { service }: PageContext,
  { name, runId, action }: Wanted,
): Promise<Toast> {
  try {
    if (action === "resume") {
      await service.startRun({ kind: "resume", experiment: name, runId });
      return { kind: "success", text: "The run goes on" };
    }
    if (action === "load") {
      loadRun(service.context, name, runId);
      return { kind: "success", text: "This run's data is what is shown and queried now" };
    }
    const { status } = showRun(service.context, name, runId);
    if (status !== "running" && status !== "queued") {
      throw new DwSimError("RUN_NOT_ACTIVE", { name });
    }
    const run = await cancelRun(service.context, name);
    const text = run.status === "aborted"
      ? "The run was cancelled. What it has is kept, and it can be resumed"
      : "The run was asked to stop";
    return { kind: "success", text };
  } catch (error) {
    const { detail, hint } = pageProblem(service, error);
    return { kind: "error", text: sentences(detail, hint) };
  }
}

/** One run, table by table. */
export default function RunPage({ data }: PageProps<typeof handler>): JSX.Element {
  const { name, schema, run, currentRunId, nowMs } = data;
  const to = `/experiments/${name}/runs/${run.id}`;
  const props = { experiment: name, runs: [run], currentRunId, nowMs, to, runId: run.id };
  return (
    <div class="stack">
      <ExperimentHead name={name} schema={schema} tab={null} crumb="Run" title={`Run of ${name}`} />
      <Island of={RunsPanel} props={props} />
      <section class="stack" aria-labelledby="rows-title">
        <h2 id="rows-title">Rows by table</h2>
        <div class="scroll" tabIndex={0} role="region" aria-labelledby="rows-title">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Table</th>
                <th scope="col" class="number">Asked for</th>
                <th scope="col" class="number">Made</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(run.target_rows).map(([table, rows]) => (
                <tr key={table}>
                  <th scope="row" class="mono">{table}</th>
                  <td class="number">{formatNumber(rows)}</td>
                  <td class="number">{formatNumber(madeOf(run, table))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="soft small">
          Files: <code class="path">{run.output_path}</code>
        </p>
      </section>
    </div>
  );
}

function madeOf({ row_counts: counts, progress }: Data["run"], table: string): number {
  return own(counts, table) ?? own(progress?.tables, table)?.rows ?? 0;
}
