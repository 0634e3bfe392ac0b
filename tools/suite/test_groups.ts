import { join, normalize } from "node:path/posix";
import { listFiles } from "../list_files.ts";
import { readImports } from "../read_imports.ts";

const ENGINE = "@duckdb/node-api";

/**
 * Which test files share a process. Files that reach the query engine have one of their own each:
 * Deno 2.9.5 can crash when several isolates of one process have used a native addon and the first
 * of them go (denoland/deno#36538). So have the files of `tests/`, which take seconds and would hold
 * up each other. All others share one with their room.
 *
 * @param root The project's folder.
 * @returns Groups of paths, those of `tests/` first: whatever is begun last should be short.
 */
export async function testGroups(root: string): Promise<readonly (readonly string[])[]> {
  const files = await listFiles(root);
  const known = new Set(files);
  const imports = new Map<string, Promise<readonly string[]>>();
  const importsOf = (path: string) => {
    let found = imports.get(path);
    if (found === undefined) imports.set(path, found = readTargets(root, path, known));
    return found;
  };
  const groups = new Map<string, string[]>();
  for (const path of files.filter((path) => /_test\.tsx?$/.test(path))) {
    const isAlone = path.startsWith("tests/") || await reachesEngine(path, importsOf);
    const key = isAlone ? path : roomOf(path);
    groups.set(key, [...groups.get(key) ?? [], path]);
  }
  const isLong = ([path = ""]: readonly string[]) => path.startsWith("tests/");
  return [...groups.values()].toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
}

/** `lib/ddl` of `lib/ddl/reader/read_name_test.ts`, `tools` of `tools/finding_test.ts`. */
function roomOf(path: string): string {
  const [folder = "", room = ""] = path.split("/");
  return folder === "lib" ? `${folder}/${room}` : folder;
}

async function reachesEngine(
  test: string,
  importsOf: (path: string) => Promise<readonly string[]>,
): Promise<boolean> {
  const seen = new Set([test]);
  for (const path of seen) {
    for (const target of await importsOf(path)) {
      if (target === ENGINE) return true;
      seen.add(target);
    }
  }
  return false;
}

/** Files of the project that a file loads, now or later, and the engine if it does. */
async function readTargets(
  root: string,
  path: string,
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  const edges = readImports(await Deno.readTextFile(join(root, path)));
  return edges.flatMap(({ specifier, kind }) => {
    if (specifier === null || kind === "type" || kind === "url") return [];
    if (specifier === ENGINE) return [ENGINE];
    const target = normalize(join(path, "..", specifier));
    return specifier.startsWith(".") && known.has(target) ? [target] : [];
  });
}
