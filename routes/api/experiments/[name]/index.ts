import { z } from "zod";
import { deleteExperiment, showExperiment, updateExperiment } from "../../../../lib/app/mod.ts";
import {
  defineRoute,
  experimentParams,
  experimentSchemaShape,
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

export const PUT = defineRoute({
  id: "updateExperiment",
  tag: "Experiments",
  summary: "Give an experiment another schema, in JSON or YAML",
  description:
    "Its name, saved queries and history stay, whatever name the schema has. Data that was made of " +
    "the former schema goes, if `drop_data` says that it may.",
  params: experimentParams,
  query: z.strictObject({
    drop_data: z.enum(["true", "false"]).default("false").describe("Whether data may go"),
  }),
  body: experimentSchemaShape,
  bodyTypes: ["application/json", "application/yaml"],
  rawBody: true,
  answers: { 200: { description: "The experiment as it is now", schema: experimentShape } },
  errors: [
    "EXPERIMENT_NOT_FOUND",
    "EXPERIMENT_HAS_DATA",
    "EXPERIMENT_HAS_ACTIVE_RUN",
    "EXPERIMENT_CHANGED",
    "SCHEMA_NOT_JSON",
    "SCHEMA_INVALID",
    "SCHEMA_TOO_LARGE",
    "YAML_UNREADABLE",
    "YAML_TOO_LARGE",
    "STORAGE_UNWRITABLE",
  ],
  handler: async ({ params, query, text, contentType, service }) => {
    await updateExperiment(service.context, params.name, text, {
      source: "The request",
      format: contentType === "application/yaml" ? "yaml" : "json",
      dropsData: query.drop_data === "true",
    });
    return {
      status: 200,
      json: experimentToJson(service, showExperiment(service.context, params.name)),
    };
  },
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
