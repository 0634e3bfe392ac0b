import { z } from "zod";
import { pageRuns } from "../../../../../lib/app/mod.ts";
import {
  defineRoute,
  experimentParams,
  pageQuery,
  readPage,
  runShape,
} from "../../../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "listRuns",
  tag: "Runs",
  summary: "The runs of an experiment, newest first",
  params: experimentParams,
  query: pageQuery,
  answers: {
    200: {
      description: "A page of them",
      schema: z.object({ runs: z.array(runShape), next_cursor: z.string().nullable() }),
    },
  },
  errors: ["EXPERIMENT_NOT_FOUND", "WEB_CURSOR_INVALID", "RUN_ID_INVALID"],
  handler: ({ params, query, service }) => {
    const { entries, nextCursor } = readPage(
      query,
      (after, countMax) => pageRuns(service.context, params.name, { after, countMax }),
      ({ id }) => id,
    );
    const runs = entries.map((run) => service.runJson(run));
    return { status: 200, json: { runs, next_cursor: nextCursor } };
  },
});
