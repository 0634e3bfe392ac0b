import { type Finding, report } from "../finding.ts";
import { cliPage } from "./cli_page.ts";
import { errorsPage } from "./errors_page.ts";
import { generatorsPage } from "./generators_page.ts";
import { limitsPage } from "./limits_page.ts";
import { restPage } from "./rest_page.ts";
import { schemaPage } from "./schema_page.ts";

const FOLDER = "docs/reference";

/** The pages that are made from code, by their file. */
const PAGES: Readonly<Record<string, (root: string) => string | Promise<string>>> = {
  "cli.md": cliPage,
  "errors.md": errorsPage,
  "generators.md": generatorsPage,
  "limits.md": limitsPage,
  "rest.md": restPage,
  "schema.md": schemaPage,
};

/**
 * Writes the reference pages.
 *
 * @param root The project's folder.
 */
export async function makeReferences(root: string): Promise<void> {
  for (const [name, make] of Object.entries(PAGES)) {
    await Deno.writeTextFile(`${root}/${FOLDER}/${name}`, await make(root));
  }
}

/**
 * Compares the checked-in pages with the code.
 *
 * @param root The project's folder.
 * @returns What is missing from a page, or stands there and is gone from the code: one finding for
 *   each page, at the first line that differs.
 */
export async function checkReferences(root: string): Promise<readonly Finding[]> {
  const findings = await Promise.all(
    Object.entries(PAGES).map(async ([name, make]) => {
      const path = `${FOLDER}/${name}`;
      const written = await Deno.readTextFile(`${root}/${path}`).catch(() => "");
      return staleness(path, { written, fresh: await make(root) });
    }),
  );
  return findings.flat();
}

/** The first line at which a page is not what it would be. */
export function staleness(
  path: string,
  { written, fresh }: { readonly written: string; readonly fresh: string },
): readonly Finding[] {
  if (written === fresh) return [];
  const [before, after] = [written.split("\n"), fresh.split("\n")];
  const at = after.findIndex((line, index) => line !== before[index]);
  const line = at < 0 ? after.length : at;
  return [{
    path,
    line: line + 1,
    rule: "reference",
    message: `The page says "${excerpt(before[line])}" where the code says "${
      excerpt(after[line])
    }"`,
    fix: "deno task docs",
  }];
}

function excerpt(line: string | undefined): string {
  return line === undefined ? "(nothing)" : line.slice(0, 60);
}

if (import.meta.main) {
  const root = Deno.cwd();
  if (Deno.args.includes("--check")) {
    report("references", await checkReferences(root), "every page of reference is fresh");
  } else {
    await makeReferences(root);
  }
}
