import { createHash } from "node:crypto";

/** What the files of browsers are made of, from the project's folder. */
const SOURCES = ["islands", "components", "tools/build_client.ts", "deno.lock"];

/**
 * Hashes what the browser's files are built from, so that a stale build is known.
 *
 * @param root The project's folder, with a slash behind it.
 * @returns Hexadecimal digits; null where the sources are not, as in a binary.
 */
export async function clientSourceHash(root: URL): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for (const source of SOURCES) {
      for (const path of await filesOf(root, source)) {
        hash.update(`${path}\0`).update(await Deno.readFile(new URL(path, root))).update("\0");
      }
    }
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
  return hash.digest("hex");
}

async function filesOf(root: URL, path: string): Promise<string[]> {
  const { isDirectory } = await Deno.stat(new URL(path, root));
  if (!isDirectory) return [path];
  const files: string[] = [];
  for await (const { name } of Deno.readDir(new URL(path, root))) {
    if (!/_test\.tsx?$/.test(name)) files.push(...await filesOf(root, `${path}/${name}`));
  }
  return files.sort();
}
