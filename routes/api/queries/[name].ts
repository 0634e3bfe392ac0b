import { deleteSavedQuery, showSavedQuery } from "../../../lib/app/mod.ts";
import {
  defineRoute,
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
