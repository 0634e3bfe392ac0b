import { z } from "zod";
import type { RunRecord } from "../../../../lib/app/mod.ts";
import { defineRoute, experimentParams } from "../../../../lib/web/mod.ts";
import type { Attempt, Service } from "../../../../lib/web/mod.ts";

export const POST = defineRoute({
  id: "resetExperiment",
  tag: "Experiments",
  summary: "Empty all tables; the schema stays",
  params: experimentParams,
  body: z.strictObject({}),
  idempotent: true,
  answers: {
    200: {
      description: "The tables are empty",
      schema: z.object({ name: z.string(), reset_tables: z.int() }),
    },
  },
  errors: [
    "EXPERIMENT_NOT_FOUND",
    "RUN_NOT_FOUND",
    "RUN_ALREADY_ACTIVE",
    "STORAGE_UNWRITABLE",
  ],
  handler: async ({ params, attempt, service }) => {
    const { experimentName, targetRows } = await resetRun(service, params.name, attempt);
    const json = { name: experimentName, reset_tables: Object.keys(targetRows).length };
    return { status: 200, json };
  },
});

/** A reset that an earlier try began is brought to its end, and not begun again. */
async function resetRun(
  service: Service,
  experiment: string,
  { made, ...keyed }: Attempt,
): Promise<RunRecord> {
  const task = { kind: "reset", experiment } as const;
  if (made === null) return await (await service.startRun({ ...task, ...keyed })).ended;
  const found = await service.followRun(experiment, made).ended;
  if (found.status === "completed") return found;
  return await (await service.startRun({ ...task, runId: made })).ended;
}
