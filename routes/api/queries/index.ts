import { z } from "zod";
import { pageSavedQueries, saveQuery, showSavedQuery } from "../../../lib/app/mod.ts";
import {
  defineRoute,
  pageQuery,
  readPage,
  savedQueryDraftShape,
  savedQueryShape,
  savedQueryToJson,
} from "../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "listQueries",
  tag: "Saved queries",
  summary: "The saved queries, by name",
  query: pageQuery.extend({
    experiment: z.string().min(1).max(200).optional().describe("Only those of this experiment"),
  }),
  answers: {
    200: {
      description: "A page of them",
      schema: z.object({ queries: z.array(savedQueryShape), next_cursor: z.string().nullable() }),
    },
  },
  errors: ["WEB_CURSOR_INVALID"],
  handler: ({ query, service: { context } }) => {
    const { entries, nextCursor } = readPage(
      query,
      (after, countMax) =>
        pageSavedQueries(context, { after, countMax, experiment: query.experiment }),
      ({ name }) => name,
    );
    return {
      status: 200,
      json: { queries: entries.map(savedQueryToJson), next_cursor: nextCursor },
    };
  },
});

export const POST = defineRoute({
  id: "saveQuery",
  tag: "Saved queries",
  summary: "Keep a query under a name",
  idempotent: true,
  body: savedQueryDraftShape,
  answers: { 201: { description: "It is kept", schema: savedQueryShape } },
  errors: ["SAVED_QUERY_NAME_TAKEN", "SAVED_QUERY_NOT_FOUND"],
  handler: ({ body, attempt: { made, ...keyed }, service: { context } }) => {
    const draft = { ...body, experiment: body.experiment ?? undefined, ...keyed };
    const saved = made === null ? saveQuery(context, draft) : showSavedQuery(context, made);
    return {
      status: 201,
      json: savedQueryToJson(saved),
      headers: { location: `/api/queries/${encodeURIComponent(saved.name)}` },
    };
  },
});
