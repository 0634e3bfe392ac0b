import { schemaToJson, showExperiment } from "../../../../lib/app/mod.ts";
import {
  defineRoute,
  experimentParams,
  experimentSchemaShape,
  taggedJson,
} from "../../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "showSchema",
  tag: "Experiments",
  summary: "The schema of an experiment, as a file of it would hold it",
  params: experimentParams,
  answers: {
    200: { description: "The schema, with an ETag", schema: experimentSchemaShape },
    304: { description: "It is what `If-None-Match` says" },
  },
  errors: ["EXPERIMENT_NOT_FOUND"],
  handler: ({ params, headers, service: { context } }) =>
    taggedJson(headers, schemaToJson(showExperiment(context, params.name).schema)),
});
