import type { JSX } from "preact";
import { ConfirmForm } from "../../../components/confirm_form.tsx";
import { ProblemBanner, type ShownProblem } from "../../../components/problem_banner.tsx";
import { deleteQuestion } from "../../../components/questions.ts";
import { deleteExperiment, showExperiment } from "../../../lib/app/mod.ts";
import { defineHandlers, pageProblem, type PageProps, redirect } from "../../../lib/web/mod.ts";

interface Data {
  readonly name: string;
  readonly problem: ShownProblem | null;
}

export const handler = defineHandlers<Data>({
  GET: ({ params, service }) => {
    const { name } = showExperiment(service.context, params["name"]!);
    return { title: `Delete ${name}`, data: { name, problem: null } };
  },
  POST: ({ params, service }) => {
    const { name } = showExperiment(service.context, params["name"]!);
    try {
      deleteExperiment(service.context, name);
      return redirect("/", { toast: { kind: "success", text: `Deleted ${name}` } });
    } catch (error) {
      const problem = pageProblem(service, error);
      return { title: `Delete ${name}`, data: { name, problem }, status: problem.status };
    }
  },
});

/** Asks before an experiment is removed. */
export default function DeletePage({ data }: PageProps<typeof handler>): JSX.Element {
  return (
    <section class="narrow stack">
      <h1 class="visually-hidden">{`Delete ${data.name}`}</h1>
      {data.problem !== null && <ProblemBanner problem={data.problem} />}
      <div class="card">
        <ConfirmForm {...deleteQuestion(data.name)} />
      </div>
    </section>
  );
}
