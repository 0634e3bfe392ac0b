/**
 * Edits the corpus and imports it for a while: `deno run -A tests/fuzz_ddl.ts [seconds] [seed]`.
 * Prints its seed; the same seed makes the same edits.
 */
import fc from "fast-check";
import { givesCoherentSchemas, survivesEdits } from "./_ddl_properties.ts";

const [seconds = "30", seedText] = Deno.args;
const seed = seedText === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(seedText);
print(`seed ${seed}, ${seconds} s`);
for (const property of [survivesEdits, givesCoherentSchemas]) {
  const details = fc.check<unknown[]>(property, {
    seed,
    numRuns: Infinity,
    interruptAfterTimeLimit: Number(seconds) * 500,
    // A hang is a failure, too; one import takes milliseconds.
    timeout: 5_000,
  });
  if (details.failed && !details.interrupted) {
    print(fc.defaultReportMessage(details) ?? "failed");
    Deno.exit(1);
  }
  print(`${details.numRuns} texts, no crash, no finding outside a text`);
}

function print(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}
