import type { JSX } from "preact";
import { type ExperimentSummary, listExperiments } from "../lib/app/mod.ts";
import { defineHandlers, type PageProps } from "../lib/web/mod.ts";

interface Data {
  readonly experiments: readonly ExperimentSummary[];
}

export const handler = defineHandlers<Data>({
  GET: ({ service: { context } }) => ({
    title: "Experiments",
    data: { experiments: listExperiments(context) },
  }),
});

export default function ExperimentsPage({ data }: PageProps<typeof handler>): JSX.Element {
  return (
    <section class="stack">
      <h1>Experiments</h1>
      <ul class="cards">
        {data.experiments.map(({ name }) => <li class="card" key={name}>{name}</li>)}
      </ul>
    </section>
  );
}
