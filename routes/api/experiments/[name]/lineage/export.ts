import { lineageDot, showLineage } from "../../../../../lib/app/mod.ts";
import { defineRoute, experimentParams } from "../../../../../lib/web/mod.ts";

export const GET = defineRoute({
  id: "exportLineage",
  tag: "Experiments",
  summary: "The same as a graph in the DOT language of Graphviz",
  params: experimentParams,
  answers: { 200: { description: "A DOT file", contentTypes: ["text/vnd.graphviz"] } },
  errors: ["EXPERIMENT_NOT_FOUND"],
  handler: ({ params, service: { context } }) => {
    const lineage = showLineage(context, params.name);
    return new Response(lineageDot(lineage), {
      headers: {
        "content-type": "text/vnd.graphviz; charset=utf-8",
        // The name of an experiment holds letters, digits and underscores alone.
        "content-disposition": `attachment; filename="${lineage.experiment}.dot"`,
      },
    });
  },
});
