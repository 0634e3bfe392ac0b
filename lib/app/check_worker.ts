// The program of the thread that reads and plans what users are still writing: both keep a thread
// busy, and requests must not wait for it.
/// <reference lib="deno.worker" />
import { schemaToJson } from "../schema/mod.ts";
import type {
  BackgroundMade,
  CheckAnswer,
  CheckTask,
  FromCheckWorker,
  ToCheckWorker,
} from "./_check_messages.ts";
import { sentError } from "./_run_messages.ts";
import { AppContext } from "./app_context.ts";
import { interpretSchema } from "./interpret_schema.ts";
import { makeExperiment } from "./make_experiment.ts";
import { previewColumn } from "./preview_column.ts";
import { previewGenerators } from "./preview_generators.ts";

// What is only checked is not kept, so where the data lies does not matter; the context is never opened.
const context = new AppContext({ flag: "." });

self.onmessage = async ({ data: { id, task } }: MessageEvent<ToCheckWorker>) => {
  try {
    say({ kind: "done", id, answer: await answer(task) });
  } catch (error) {
    say({ kind: "failed", id, error: sentError(error) });
  }
};
say({ kind: "ready" });

async function answer(task: CheckTask): Promise<CheckAnswer> {
  switch (task.kind) {
    case "make":
      return { kind: "made", value: await make(task) };
    case "interpret":
      return { kind: "interpretation", value: await interpretSchema(context, task.input) };
    case "preview":
      return { kind: "column", value: await previewColumn(task.request) };
    case "generators":
      return { kind: "generators", value: await previewGenerators(task.schema) };
  }
}

async function make(
  { request, dataRoot }: Extract<CheckTask, { kind: "make" }>,
): Promise<BackgroundMade> {
  using opened = new AppContext({ flag: dataRoot });
  const { schema, leftOut, diagnostics } = await makeExperiment(opened, request);
  const described = request.isDescribed !== true ? null : {
    schema: JSON.stringify(schemaToJson(schema)),
    generators: JSON.stringify(await previewGenerators(schema)),
  };
  return { name: schema.name, leftOut, diagnostics, described };
}

function say(message: FromCheckWorker): void {
  self.postMessage(message);
}
