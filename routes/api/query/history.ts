import { z } from "zod";
import { clearHistory, pageHistory } from "../../../lib/app/mod.ts";
import { DwSimError } from "../../../lib/errors/mod.ts";
import {
  askedQueryShape,
  askedQueryToJson,
  defineRoute,
  pageQuery,
  readPage,
} from "../../../lib/web/mod.ts";

const experiment = z.string().min(1).max(200).optional().describe("Only questions to this one");

export const GET = defineRoute({
  id: "listHistory",
  tag: "Data",
  summary: "What was asked before, the newest first",
  query: pageQuery.extend({ experiment }),
  answers: {
    200: {
      description: "A page of it; the last 1,000 questions are kept",
      schema: z.object({ history: z.array(askedQueryShape), next_cursor: z.string().nullable() }),
    },
  },
  errors: ["WEB_CURSOR_INVALID"],
  handler: ({ query, service: { context } }) => {
    const { entries, nextCursor } = readPage(
      query,
      (after, countMax) =>
        pageHistory(context, {
          ...{ before: after === undefined ? undefined : idOf(after), countMax },
          experimentName: query.experiment,
        }),
      ({ id }) => String(id),
    );
    return {
      status: 200,
      json: { history: entries.map(askedQueryToJson), next_cursor: nextCursor },
    };
  },
});

function idOf(text: string): number {
  const id = Number(text);
  if (Number.isSafeInteger(id)) return id;
  throw new DwSimError("WEB_CURSOR_INVALID", {});
}

export const DELETE = defineRoute({
  id: "clearHistory",
  tag: "Data",
  summary: "Forget what was asked",
  query: z.strictObject({ experiment }),
  answers: {
    200: {
      description: "How many questions were forgotten",
      schema: z.object({ forgotten: z.int() }),
    },
  },
  handler: ({ query, service: { context } }) => ({
    status: 200,
    json: { forgotten: clearHistory(context, query.experiment) },
  }),
});
