import { showExperiment } from "../../../lib/app/mod.ts";
import { defineHandlers, dismissHeader, redirect } from "../../../lib/web/mod.ts";

/** Takes the warnings of an experiment off its page, for this browser. */
export const handler = defineHandlers<never>({
  POST: ({ params, cookies, service }) => {
    const { name } = showExperiment(service.context, params["name"]!);
    return redirect(`/experiments/${name}`, { cookies: [dismissHeader(cookies, name)] });
  },
});
