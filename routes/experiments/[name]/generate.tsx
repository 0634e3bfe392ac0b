import type { JSX } from "preact";
import { ExperimentHead } from "../../../components/experiment_head.tsx";
import type { AskedTable } from "../../../components/generate_fields.tsx";
import { ProblemBanner, type ShownProblem } from "../../../components/problem_banner.tsx";
import GenerateForm from "../../../islands/generate_form.tsx";
import {
  estimateRun,
  type ExperimentSummary,
  type RunEstimate,
  showExperiment,
} from "../../../lib/app/mod.ts";
import { diagnostic, DwSimError } from "../../../lib/errors/mod.ts";
import {
  defineHandlers,
  type FormValues,
  Island,
  type PageContext,
  pageProblem,
  type PageProps,
  redirect,
  schemaView,
} from "../../../lib/web/mod.ts";

interface Data {
  readonly name: string;
  readonly schema: ReturnType<typeof schemaView>;
  readonly tables: readonly AskedTable[];
  readonly seed: string;
  readonly estimate: RunEstimate;
  readonly problem: ShownProblem | null;
}

export const handler = defineHandlers<Data>({
  GET: ({ params, service }) => {
    const experiment = showExperiment(service.context, params["name"]!);
    return { title: `Generate ${experiment.name}`, data: dataOf(service, experiment, null) };
  },
  POST: async (context) => {
    const { service, params } = context;
    const experiment = showExperiment(service.context, params["name"]!);
    const form = await context.form();
    try {
      await service.startRun({ kind: "generate", experiment: experiment.name, ...readAsked(form) });
      return redirect(`/experiments/${experiment.name}#runs`);
    } catch (error) {
      const problem = pageProblem(service, error);
      const data = { ...dataOf(service, experiment, form), problem };
      return { title: `Generate ${experiment.name}`, data, status: problem.status };
    }
  },
});

function dataOf(
  { context }: PageContext["service"],
  { name, schema }: ExperimentSummary,
  form: FormValues | null,
): Data {
  const typed = form?.startingWith("rows.");
  const tables = schema.tables.map((table) => ({
    name: table.name,
    rows: typed?.get(table.name) ?? String(table.targetRows),
  }));
  const estimate = estimateRun(context, name);
  const seed = form?.text("seed") ?? "";
  return { name, schema: schemaView(schema), tables, seed, estimate, problem: null };
}

/** @throws DwSimError WEB_REQUEST_INVALID. */
function readAsked(form: FormValues) {
  const seed = form.text("seed").trim();
  const rows = [...form.startingWith("rows.")].map(([table, text]) =>
    [table, readCount(text, table)] as const
  );
  return {
    rows: { byTable: new Map(rows) },
    ...seed !== "" && { seed: readCount(seed, "seed") },
  };
}

function readCount(text: string, field: string): number {
  const count = Number(text.trim() === "" ? "x" : text);
  if (Number.isSafeInteger(count) && count >= 0) return count;
  const reason = `'${text.slice(0, 50)}' is no whole number from 0`;
  const problem = diagnostic("WEB_FIELD_INVALID", { field, reason }, { path: field });
  throw new DwSimError("WEB_REQUEST_INVALID", { count: 1 }, { problems: [problem] });
}

/** Asks how much data there shall be. */
export default function GeneratePage({ data }: PageProps<typeof handler>): JSX.Element {
  const { name, schema, tables, seed, estimate, problem } = data;
  return (
    <div class="stack">
      <ExperimentHead
        name={name}
        schema={schema}
        tab={null}
        crumb="Generate"
        title="Generate data"
      />
      {problem !== null && <ProblemBanner problem={problem} />}
      <div class="card">
        <Island
          of={GenerateForm}
          props={{ experiment: name, tables, seed, estimate, isDialog: false }}
        />
      </div>
    </div>
  );
}
