import type { JSX } from "preact";
import { ConfirmForm } from "../../../components/confirm_form.tsx";
import { ProblemBanner, type ShownProblem } from "../../../components/problem_banner.tsx";
import { resetQuestion } from "../../../components/questions.ts";
import { showExperiment } from "../../../lib/app/mod.ts";
import { defineHandlers, pageProblem, type PageProps, redirect } from "../../../lib/web/mod.ts";

interface Data {
  readonly name: string;
  readonly problem: ShownProblem | null;
}

export const handler = defineHandlers<Data>({
  GET: ({ params, service }) => {
    const { name } = showExperiment(service.context, params["name"]!);
    return { title: `Reset ${name}`, data: { name, problem: null } };
  },
  POST: async ({ params, service }) => {
    const { name } = showExperiment(service.context, params["name"]!);
    try {
      const { ended } = await service.startRun({ kind: "reset", experiment: name });
      await ended;
      const toast = { kind: "success", text: `All tables of ${name} are empty` } as const;
      return redirect(`/experiments/${name}`, { toast });
    } catch (error) {
      const problem = pageProblem(service, error);
      return { title: `Reset ${name}`, data: { name, problem }, status: problem.status };
    }
  },
});

/** Asks before all tables are emptied. */
export default function ResetPage({ data }: PageProps<typeof handler>): JSX.Element {
  return (
    <section class="narrow stack">
      <h1 class="visually-hidden">{`Reset ${data.name}`}</h1>
      {data.problem !== null && <ProblemBanner problem={data.problem} />}
      <div class="card">
        <ConfirmForm {...resetQuestion(data.name)} />
      </div>
    </section>
  );
}
