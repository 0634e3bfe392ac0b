import type { JSX } from "preact";
import { ExperimentHead } from "../../../../components/experiment_head.tsx";
import RunsPanel from "../../../../islands/runs_panel.tsx";
import { pageRuns, showExperiment } from "../../../../lib/app/mod.ts";
import { defineHandlers, Island, type PageProps, schemaView } from "../../../../lib/web/mod.ts";
import type { Service } from "../../../../lib/web/mod.ts";

interface Data {
  readonly name: string;
  readonly schema: ReturnType<typeof schemaView>;
  readonly runs: readonly ReturnType<Service["runJson"]>[];
  readonly currentRunId: string | null;
  readonly nowMs: number;
}

const RUN_COUNT = 100;

export const handler = defineHandlers<Data>({
  GET: ({ params, service }) => {
    const { context } = service;
    const { name, schema, currentRun } = showExperiment(context, params["name"]!);
    const runs = pageRuns(context, name, { countMax: RUN_COUNT });
    return {
      title: `Runs of ${name}`,
      data: {
        ...{ name, schema: schemaView(schema), currentRunId: currentRun?.id ?? null },
        ...{ runs: runs.map((run) => service.runJson(run)), nowMs: Date.now() },
      },
    };
  },
});

/** The runs of an experiment. */
export default function RunsPage({ data }: PageProps<typeof handler>): JSX.Element {
  const { name, schema, runs, currentRunId, nowMs } = data;
  return (
    <div class="stack">
      <ExperimentHead name={name} schema={schema} tab="runs">
        <a class="button button-primary" href={`/experiments/${name}/generate`}>Generate</a>
      </ExperimentHead>
      <Island
        of={RunsPanel}
        props={{ experiment: name, runs, currentRunId, nowMs, to: `/experiments/${name}/runs` }}
      />
    </div>
  );
}
