import { deleteSavedQuery, replaceSavedQuery, showSavedQuery } from "../../../lib/app/mod.ts";
import {
  defineRoute,
  savedQueryDraftShape,
  savedQueryParams,
  savedQueryShape,
  savedQueryToJson,
} from "../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "showQuery",
  tag: "Saved queries",
  summary: "One saved query",
  params: savedQueryParams,
  answers: { 200: { description: "The query", schema: savedQueryShape } },
  errors: ["SAVED_QUERY_NOT_FOUND"],
  handler: ({ params, service: { context } }) => ({
    status: 200,
    json: savedQueryToJson(showSavedQuery(context, params.name)),
  }),
});

export const PUT = defineRoute({
  id: "replaceQuery",
  tag: "Saved queries",
  summary: "Rename a saved query, or change it",
  description: "Its name, text and experiment become what the body says.",
  params: savedQueryParams,
  body: savedQueryDraftShape,
  answers: { 200: { description: "The query as it is now", schema: savedQueryShape } },
  errors: ["SAVED_QUERY_NOT_FOUND", "SAVED_QUERY_NAME_TAKEN"],
  handler: ({ params, body, service: { context } }) => ({
    status: 200,
    json: savedQueryToJson(
      replaceSavedQuery(context, params.name, {
        ...body,
        experiment: body.experiment ?? undefined,
      }),
    ),
  }),
});

export const DELETE = defineRoute({
  id: "deleteQuery",
  tag: "Saved queries",
  summary: "Forget a saved query",
  params: savedQueryParams,
  answers: { 200: { description: "What was forgotten", schema: savedQueryShape } },
  errors: ["SAVED_QUERY_NOT_FOUND"],
  handler: ({ params, service: { context } }) => ({
    status: 200,
    json: savedQueryToJson(deleteSavedQuery(context, params.name)),
  }),
});
