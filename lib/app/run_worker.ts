// The program of a thread that makes runs: planning and publishing keep it busy, and nobody else.
/// <reference lib="deno.worker" />
import type { RunRecord } from "../catalog/mod.ts";
import { type FromRunWorker, type RunTask, sentError, type ToRunWorker } from "./_run_messages.ts";
import { AppContext } from "./app_context.ts";
import { generate, type GeneratedRun } from "./generate.ts";
import { resetExperiment } from "./reset_experiment.ts";
import { resumeRun } from "./resume_run.ts";

let stop = new AbortController();

self.onmessage = ({ data }: MessageEvent<ToRunWorker>) => {
  if (data.kind === "stop") stop.abort();
  else carryOut(data.task, data.dataRoot);
};
say({ kind: "ready" });

async function carryOut(task: RunTask, dataRoot: string): Promise<void> {
  stop = new AbortController();
  try {
    using context = new AppContext({ flag: dataRoot });
    const { run } = await make(context, task);
    say({ kind: "completed", run });
  } catch (error) {
    say({ kind: "failed", error: sentError(error) });
  }
}

function make(context: AppContext, task: RunTask): Promise<GeneratedRun> {
  const { experiment } = task;
  const means = {
    signal: stop.signal,
    onRun: (run: RunRecord) => say({ kind: "begun", run }),
  };
  switch (task.kind) {
    case "generate":
      return generate(context, experiment, { ...task, ...means, kind: "generate" });
    case "resume":
      return resumeRun(context, experiment, { ...means, runId: task.runId });
    case "reset":
      return resetExperiment(context, experiment, task);
  }
}

function say(message: FromRunWorker): void {
  self.postMessage(message);
}
