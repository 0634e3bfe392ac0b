import { z } from "zod";
import { deleteExperiment, showExperiment } from "../../../../lib/app/mod.ts";
import {
  defineRoute,
  experimentParams,
  experimentShape,
  experimentToJson,
  taggedJson,
} from "../../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "showExperiment",
  tag: "Experiments",
  summary: "One experiment, with its schema and its runs' state",
  params: experimentParams,
  answers: {
    200: { description: "The experiment, with an ETag", schema: experimentShape },
    304: { description: "It is what `If-None-Match` says" },
  },
  errors: ["EXPERIMENT_NOT_FOUND"],
  handler: ({ params, headers, service }) =>
    taggedJson(headers, experimentToJson(service, showExperiment(service.context, params.name))),
});

export const DELETE = defineRoute({
  id: "deleteExperiment",
  tag: "Experiments",
  summary: "Remove an experiment, its runs and their files",
  params: experimentParams,
  answers: {
    200: {
      description: "It is gone",
      schema: z.object({ name: z.string(), dropped_tables: z.int() }),
    },
  },
  errors: ["EXPERIMENT_NOT_FOUND", "EXPERIMENT_HAS_ACTIVE_RUN", "STORAGE_UNWRITABLE"],
  handler: ({ params, service: { context } }) => {
    const { schema } = showExperiment(context, params.name);
    const name = deleteExperiment(context, params.name);
    return { status: 200, json: { name, dropped_tables: schema.tables.length } };
  },
});
