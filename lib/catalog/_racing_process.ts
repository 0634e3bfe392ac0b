// A process of the race in runs_test.ts: reads the names of experiments from standard input, one a
// line, tries to start a run of each, and answers with a line that says how it went.
import { DwSimError } from "../errors/mod.ts";
import { runDraft } from "./_testing.ts";
import { type Catalog, openCatalog } from "./open_catalog.ts";

using catalog = openCatalog(Deno.args[0]!);
await Deno.stdout.write(new TextEncoder().encode("ready\n"));
const lines = Deno.stdin.readable.pipeThrough(new TextDecoderStream());
for await (const chunk of lines) {
  for (const name of chunk.trim().split("\n")) {
    await Deno.stdout.write(new TextEncoder().encode(`${attempt(catalog, name)}\n`));
  }
}

function attempt({ runs }: Catalog, name: string): string {
  try {
    runs.create(runDraft(name));
    return "won";
  } catch (error) {
    return error instanceof DwSimError ? error.code : String(error);
  }
}
