import { basename, dirname, relative, resolve } from "node:path";
import { type Plugin, rolldown } from "rolldown";

/** Native code cannot be bundled; it is staged as a package of its own. */
const NATIVE = ["@duckdb/node-api"];

/**
 * Bundles the program with everything it loads: one entry, a chunk for each part that is loaded
 * when asked for, for each worker and each process of ours, and the files that the sources name.
 *
 * @param root The project's folder.
 * @param folder Where the bundle is written; `dw-sim.js` is its entry.
 * @returns Folders that the program reads, relative to the root; they go where the entry is.
 */
export async function bundleProgram(root: string, folder: string): Promise<readonly string[]> {
  const folders = new Set<string>();
  const bundle = await rolldown({
    cwd: root,
    input: { "dw-sim": resolve(root, "cli.ts") },
    plugins: [followPlaces(root, folders)],
    external: NATIVE,
    platform: "node",
    transform: { jsx: { runtime: "automatic", importSource: "preact" } },
  });
  try {
    await bundle.write({
      dir: folder,
      format: "esm",
      minify: true,
      entryFileNames: "[name].js",
      chunkFileNames: "chunks/[name]-[hash].js",
      assetFileNames: "assets/[name]-[hash][extname]",
    });
  } finally {
    await bundle.close();
  }
  return [...folders].sort();
}

/** Stands at the root of the bundle, so that every chunk can find it. */
const ROOT_MARK = "bundle.txt";

/**
 * Takes along what sources name by its place: modules that are started as workers or processes
 * (`import.meta.resolve("./x.ts")`), files that are read (`new URL("./x.sql", import.meta.url)`),
 * and folders (`new URL("../../examples/", import.meta.url)`), which keep their place below the root.
 */
function followPlaces(root: string, folders: Set<string>): Plugin {
  return {
    name: "follow-places",
    async transform(code, id) {
      if (!code.includes("import.meta.")) return null;
      const folder = dirname(id);
      const files = new Map<string, string>();
      for (const [, path] of code.matchAll(FILE_PLACE)) {
        const source = await Deno.readFile(resolve(folder, path!));
        files.set(path!, this.emitFile({ type: "asset", name: basename(path!), source }));
      }
      const moved = code
        .replace(
          MODULE_PLACE,
          (_, path: string) => place(this.emitFile({ type: "chunk", id: resolve(folder, path) })),
        )
        .replace(FILE_PLACE, (_, path: string) => `new URL(${place(files.get(path)!)})`)
        .replace(FOLDER_PLACE, (_, path: string) => {
          const below = relative(root, resolve(folder, path));
          if (below !== "") folders.add(below);
          const mark = this.emitFile({ type: "asset", fileName: ROOT_MARK, source: "dw-sim\n" });
          return `new URL("./${below === "" ? "" : `${below}/`}", ${place(mark)})`;
        });
      return moved === code ? null : { code: moved, map: null };
    },
  };
}

const MODULE_PLACE = /import\.meta\.resolve\("(\.[^"]+\.ts)"\)/g;
const FILE_PLACE = /new URL\(\s*["'](\.[^"']+\.\w+)["'],\s*import\.meta\.url,?\s*\)/g;
const FOLDER_PLACE = /new URL\(\s*["'](\.[^"']*\/)["'],\s*import\.meta\.url,?\s*\)/g;

function place(reference: string): string {
  return `import.meta.ROLLUP_FILE_URL_${reference}`;
}
