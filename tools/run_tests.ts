/**
 * Runs the tests in processes that share nothing, and sums them up as one run: what was skipped and
 * why, and counts.
 *
 * `deno task test` runs everything, `deno task test PATH …` what it is given, in one process.
 * `--coverage` tells how much of each room was run as well, which takes a fifth longer, and
 * `--coverage=all` counts what processes of the tests run, too.
 */
import { coverageLines, coverageRooms } from "./suite/coverage_rooms.ts";
import { addCounts, NO_TESTS, type TestOutput } from "./suite/read_output.ts";
import { type GroupOptions, print, runGroup } from "./suite/run_group.ts";
import { skippedLines } from "./suite/skipped_tests.ts";
import { testGroups } from "./suite/test_groups.ts";

const ROOT = new URL("../", import.meta.url).pathname.replace(/\/$/, "");

/** Many files wait for processes of theirs more than they work. */
const LANE_COUNT = navigator.hardwareConcurrency + 1;

if (import.meta.main) Deno.exit(await main(Deno.args));

async function main(args: readonly string[]): Promise<number> {
  const startedAtMs = performance.now();
  const paths = args.filter((arg) => !arg.startsWith("--"));
  if (paths.length > 0) return await summed([await runGroup(paths)], startedAtMs);
  const withChildren = args.includes("--coverage=all");
  const groups = await testGroups(".");
  if (!withChildren && !args.includes("--coverage")) {
    return await summed(await runLanes(groups), startedAtMs);
  }
  // A hundred thousand small files, too much for a folder in memory; nothing of an earlier run.
  const coverage = `${ROOT}/coverage`;
  await remove(coverage);
  try {
    const outputs = await runLanes(groups, { coverage, withChildren });
    await printCoverage(coverage, withChildren);
    return await summed(outputs, startedAtMs);
  } finally {
    await remove(coverage);
  }
}

async function remove(folder: string): Promise<void> {
  await Deno.remove(folder, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}

async function runLanes(
  groups: readonly (readonly string[])[],
  options: GroupOptions = {},
): Promise<readonly TestOutput[]> {
  const waiting = [...groups];
  const outputs: TestOutput[] = [];
  const work = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      outputs.push(await runGroup(group, options));
    }
  };
  await Promise.all(Array.from({ length: LANE_COUNT }, work));
  return outputs;
}

async function printCoverage(folder: string, withChildren: boolean): Promise<void> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["coverage", "--quiet", "--lcov", `--include=^file://${ROOT}/lib/`, folder],
  }).output();
  const rooms = coverageRooms(new TextDecoder().decode(stdout), ROOT);
  const counted = withChildren
    ? "Counted is what tests and the processes they start run, unless those are killed."
    : "Counted is what test processes run themselves; `deno task coverage` counts those they start.";
  const lines = [
    ...coverageLines(rooms),
    counted,
    "Branches are those of functions that were run.",
  ];
  await print(`\n${lines.join("\n")}\n`);
}

/** Ends with the line that `.ci/run` reads. */
async function summed(outputs: readonly TestOutput[], startedAtMs: number): Promise<number> {
  const counts = outputs.map((output) => output.counts).reduce(addCounts, NO_TESTS);
  const { passed, steps, failed, ignored } = counts;
  const skipped = skippedLines(outputs.flatMap((output) => output.ignored));
  if (skipped.length > 0) await print(`\n${skipped.join("\n")}\n`);
  const parts = [
    `${failed === 0 ? "ok" : "FAILED"} | ${passed} passed (${steps} steps)`,
    `${failed} failed`,
    ...ignored > 0 ? [`${ignored} ignored`] : [],
  ];
  const seconds = Math.round((performance.now() - startedAtMs) / 1000);
  await print(`\n${parts.join(" | ")} (${seconds}s in all)\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
