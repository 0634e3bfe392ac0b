import { z } from "zod";
import { pageExperiments, showExperiment } from "../../../lib/app/mod.ts";
import {
  defineRoute,
  experimentSchemaShape,
  experimentShape,
  experimentToJson,
  pageQuery,
  readPage,
} from "../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "listExperiments",
  tag: "Experiments",
  summary: "The experiments, by name",
  query: pageQuery,
  answers: {
    200: {
      description: "A page of them",
      schema: z.object({
        experiments: z.array(experimentShape),
        next_cursor: z.string().nullable(),
      }),
    },
  },
  errors: ["WEB_CURSOR_INVALID"],
  handler: ({ query, service }) => {
    const { entries, nextCursor } = readPage(
      query,
      (after, countMax) => pageExperiments(service.context, { after, countMax }),
      ({ name }) => name,
    );
    const experiments = entries.map((entry) => experimentToJson(service, entry));
    return { status: 200, json: { experiments, next_cursor: nextCursor } };
  },
});

export const POST = defineRoute({
  id: "createExperiment",
  tag: "Experiments",
  summary: "Make an experiment of a schema, in JSON or YAML",
  body: experimentSchemaShape,
  bodyTypes: ["application/json", "application/yaml"],
  rawBody: true,
  idempotent: true,
  answers: { 201: { description: "It was made", schema: experimentShape } },
  errors: [
    "SCHEMA_NOT_JSON",
    "SCHEMA_INVALID",
    "SCHEMA_TOO_LARGE",
    "YAML_UNREADABLE",
    "YAML_TOO_LARGE",
    "EXPERIMENT_NAME_TAKEN",
    "EXPERIMENT_NOT_FOUND",
  ],
  handler: async ({ text, contentType, attempt, service }) => {
    const { made, ...keyed } = attempt;
    const kind = contentType === "application/yaml" ? "yaml" : "json";
    const input = { kind, text, source: "The request" } as const;
    const { path } = service.context.dataRoot;
    const name = made ?? (await service.checks.make({ input, ...keyed }, path)).name;
    return {
      status: 201,
      json: experimentToJson(service, showExperiment(service.context, name)),
      headers: { location: `/api/experiments/${name}` },
    };
  },
});
