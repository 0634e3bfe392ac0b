/** Folders that hold nothing of ours. */
const SKIPPED = new Set(["node_modules", "dist", "coverage"]);

/**
 * Lists the files of the project, without hidden folders and without what tools leave behind.
 *
 * @param root The project's folder.
 * @returns Paths relative to it, with `/`, sorted.
 */
export async function listFiles(root: string): Promise<readonly string[]> {
  const paths: string[] = [];
  await walk(root, "", paths);
  return paths.sort();
}

async function walk(root: string, folder: string, paths: string[]): Promise<void> {
  for await (const entry of Deno.readDir(`${root}/${folder}`)) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory && !SKIPPED.has(entry.name) && !entry.name.startsWith(".")) {
      await walk(root, path, paths);
    }
    if (entry.isFile) paths.push(path);
  }
}

/**
 * Tells TypeScript from everything else.
 *
 * @param path A path of the project.
 */
export function isSource(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

/**
 * Tells tests and what only tests and benchmarks use from what ships: helpers are called
 * `_testing.ts` or `_arbitrary_….ts`, or stand in a folder `testing/`.
 *
 * @param path A path of the project.
 */
export function isTestOnly(path: string): boolean {
  return /^(tests|bench)\/|_test(ing)?\.tsx?$|(^|\/)(testing\/|_arbitrary_)/.test(path);
}
