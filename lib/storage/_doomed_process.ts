// A process of write_run_test.ts: writes a large run to the path it is given, and says when it has
// begun to. The test kills it then.
import { IDENTITY, planOf } from "./_testing.ts";
import { writeRun } from "./write_run.ts";

await writeRun(planOf({ sales: 2_000_000_000 }), {
  identity: IDENTITY,
  runPath: Deno.args[0]!,
  workerCount: 1,
  onProgress: () => Deno.stdout.writeSync(new TextEncoder().encode("working\n")),
});
