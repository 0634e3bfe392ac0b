import type { JSX } from "preact";
import { ExperimentCard } from "../components/experiment_card.tsx";
import { ProblemBanner, type ShownProblem } from "../components/problem_banner.tsx";
import { Icon } from "../components/icon.tsx";
import { Welcome } from "../components/welcome.tsx";
import { createExample, EXAMPLES, pageExperiments } from "../lib/app/mod.ts";
import { DwSimError } from "../lib/errors/mod.ts";
import {
  defineHandlers,
  type ExperimentView,
  experimentView,
  type PageContext,
  pageProblem,
  type PageProps,
  redirect,
} from "../lib/web/mod.ts";

interface Data {
  readonly experiments: readonly ExperimentView[];
  /** The address of the next page; null on the last one. */
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly problem: ShownProblem | null;
  readonly nowMs: number;
}

const PAGE_SIZE = 60;

export const handler = defineHandlers<Data>({
  GET: ({ service, url }) => {
    const after = url.searchParams.get("after") ?? "";
    return { title: "Experiments", data: dataOf(service, { after, problem: null }) };
  },
  POST: async (context) => {
    const { service } = context;
    try {
      return await makeExample(context);
    } catch (error) {
      const problem = pageProblem(service, error);
      return {
        title: "Experiments",
        data: dataOf(service, { after: "", problem }),
        status: problem.status,
      };
    }
  },
});

/** An example is made and filled by one click. */
async function makeExample({ form, service }: PageContext): Promise<Response> {
  const wanted = (await form()).text("example");
  const example = EXAMPLES.find(({ name }) => name === wanted);
  if (example === undefined) {
    throw new DwSimError("EXPERIMENT_NOT_FOUND", { name: wanted, near: [] });
  }
  const { name } = await createExample(service.context, example);
  await service.startRun({ kind: "generate", experiment: name });
  const text = `Made ${name}, and its data is being generated`;
  return redirect(`/experiments/${name}#runs`, { toast: { kind: "success", text } });
}

function dataOf(
  service: PageContext["service"],
  { after, problem }: { readonly after: string; readonly problem: ShownProblem | null },
): Data {
  const found = pageExperiments(service.context, { after, countMax: PAGE_SIZE + 1 });
  const shown = found.slice(0, PAGE_SIZE);
  const next = found.length > PAGE_SIZE
    ? `/?after=${encodeURIComponent(shown.at(-1)!.name)}`
    : null;
  const experiments = shown.map((experiment) => experimentView(service, experiment));
  return { experiments, next, isFirst: after === "", problem, nowMs: Date.now() };
}

export default function ExperimentsPage({ data }: PageProps<typeof handler>): JSX.Element {
  const { experiments, next, isFirst, problem, nowMs } = data;
  const taken = new Set(experiments.map(({ name }) => name.toLowerCase()));
  const examples = EXAMPLES.filter(({ name }) => !taken.has(name));
  if (experiments.length === 0 && isFirst) {
    return (
      <div class="stack-loose">
        {problem !== null && <ProblemBanner problem={problem} />}
        <Welcome examples={examples} isFirst />
      </div>
    );
  }
  return (
    <div class="stack-loose">
      {problem !== null && <ProblemBanner problem={problem} />}
      <div class="row-apart">
        <h1>Experiments</h1>
        <a class="button button-primary" href="/new">
          <Icon name="plus" />
          New experiment
        </a>
      </div>
      <ul class="cards">
        {experiments.map((view) => <ExperimentCard view={view} nowMs={nowMs} key={view.name} />)}
      </ul>
      {(next !== null || !isFirst) && (
        <nav class="row" aria-label="Pages">
          {!isFirst && <a class="button" href="/">First page</a>}
          {next !== null && <a class="button" href={next}>Next page</a>}
        </nav>
      )}
      {examples.length > 0 && isFirst && next === null && (
        <Welcome examples={examples} isFirst={false} />
      )}
    </div>
  );
}
