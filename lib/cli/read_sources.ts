import { DwSimError } from "../errors/mod.ts";
import { readSource } from "./read_source.ts";
import type { SourceText } from "./source_text.ts";

/**
 * Reads the user's texts from files and folders, in the order given; those of a folder, and of the
 * folders in it, by name.
 *
 * @param paths Files, folders, or `-` for standard input.
 * @returns One text or more.
 * @throws DwSimError CLI_INPUT_UNREADABLE, also for a folder without SQL, CLI_INPUT_TOO_LARGE or
 * CLI_INPUT_NOT_TEXT.
 */
export async function readSources(paths: readonly string[]): Promise<readonly SourceText[]> {
  const files = new Set<string>();
  for (const path of paths) {
    for (const file of await filesOf(path)) files.add(file);
  }
  const sources: SourceText[] = [];
  for (const file of files) sources.push(await readSource(file));
  return sources;
}

async function filesOf(path: string): Promise<readonly string[]> {
  if (!await isFolder(path)) return [path];
  const files = await sqlFiles(path);
  if (files.length > 0) return files;
  const reason = "the folder holds no .sql or .ddl file";
  throw new DwSimError("CLI_INPUT_UNREADABLE", { path, reason });
}

/** Whatever is wrong with a path is told when it is read. */
async function isFolder(path: string): Promise<boolean> {
  if (path === "-") return false;
  return await Deno.stat(path).then(({ isDirectory }) => isDirectory, () => false);
}

async function sqlFiles(folder: string): Promise<string[]> {
  const entries = (await Array.fromAsync(Deno.readDir(folder)))
    .filter(({ name }) => !name.startsWith("."))
    .toSorted((a, b) => a.name < b.name ? -1 : 1);
  const files: string[] = [];
  for (const { name, isDirectory, isFile } of entries) {
    const path = `${folder.replace(/\/+$/, "")}/${name}`;
    if (isDirectory) files.push(...await sqlFiles(path));
    else if (isFile && /\.(sql|ddl)$/i.test(name)) files.push(path);
  }
  return files;
}
