// A process of the fault tests, made to be killed: does one deed to the experiment `shop` of the
// data root it is given, and says `ready` when it begins and `done` when it has done it.
import {
  advanceExperiment,
  AppContext,
  deleteExperiment,
  exportData,
  generate,
  pruneRuns,
  pushData,
  resetExperiment,
  ROW_GROUP_ROWS,
} from "../lib/app/mod.ts";

const [home, deed, rows = "0", target = ""] = Deno.args;
using context = new AppContext({ flag: home });
context.catalog.experiments.get("shop");
say("ready");
await act();
say("done");

async function act(): Promise<unknown> {
  switch (deed) {
    case "generate":
      return await generate(context, "shop", {
        rows: { byTable: new Map([["sales", Number(rows)]]) },
        seed: 1,
        layout: { partRows: ROW_GROUP_ROWS, codec: "snappy" },
      });
    case "advance":
      return await advanceExperiment(context, "shop", {
        addedRows: new Map([["sales", Number(rows)]]),
      });
    case "reset":
      return await resetExperiment(context, "shop");
    case "delete":
      return deleteExperiment(context, "shop");
    case "prune":
      return pruneRuns(context, "shop", { keepCount: 0 });
    case "export":
      return await exportData(context, "shop", {
        ...{ outputPath: target, format: "csv", compression: "gzip" },
      });
    case "push":
      return await pushData(context, "shop", { to: target, replace: true });
    default:
      throw new Error(`There is no deed '${deed}'`);
  }
}

function say(word: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${word}\n`));
}
