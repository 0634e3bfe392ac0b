/**
 * Writes a small project into a folder of its own, runs a check on it, and removes it.
 *
 * @param files Contents by path.
 * @param run What to do with the folder.
 * @returns What `run` returned.
 */
export async function withProject<Result>(
  files: Readonly<Record<string, string>>,
  run: (root: string) => Promise<Result>,
): Promise<Result> {
  const root = await Deno.makeTempDir();
  try {
    for (const [path, content] of Object.entries(files)) {
      await Deno.mkdir(`${root}/${path}/..`.replace(/[^/]+\/\.\.$/, ""), { recursive: true });
      await Deno.writeTextFile(`${root}/${path}`, content);
    }
    return await run(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}
