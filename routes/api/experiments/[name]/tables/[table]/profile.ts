import { profileTable } from "../../../../../../lib/app/mod.ts";
import {
  defineRoute,
  pictureShape,
  pictureToJson,
  RUN_READ_ERRORS,
  tableParams,
} from "../../../../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "profileTable",
  tag: "Data",
  summary: "How the values of a table of the current run spread",
  description:
    "Everything is measured in the files: NULLs, distinct values, extremes, a histogram or the most " +
    "frequent values, and how many rows the parents of each foreign key have.",
  params: tableParams,
  weight: "query",
  answers: { 200: { description: "The profile", schema: pictureShape } },
  errors: RUN_READ_ERRORS,
  handler: async ({ params, signal, service: { context } }) => {
    const picture = await profileTable(context, params.name, { table: params.table, signal });
    return { status: 200, json: pictureToJson(picture) };
  },
});
