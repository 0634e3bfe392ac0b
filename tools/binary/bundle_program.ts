import { dirname, resolve } from "node:path";
import { type Plugin, rolldown } from "rolldown";

/** Native code cannot be bundled; it is staged as a package of its own. */
const NATIVE = ["@duckdb/node-api"];

/**
 * Bundles the program with everything it loads: one entry, a chunk for each part that is loaded
 * when asked for, for each worker and each process of ours, and the files that the sources name.
 *
 * @param root The project's folder.
 * @param folder Where the bundle is written; `dw-sim.js` is its entry.
 */
export async function bundleProgram(root: string, folder: string): Promise<void> {
  const bundle = await rolldown({
    cwd: root,
    input: { "dw-sim": resolve(root, "cli.ts") },
    plugins: [followPlaces()],
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
}

/**
 * Takes along what sources name by its place: modules that are started as workers or processes
 * (`import.meta.resolve("./x.ts")`), and files that are read (`new URL("./x", import.meta.url)`).
 */
function followPlaces(): Plugin {
  return {
    name: "follow-places",
    async transform(code, id) {
      if (!code.includes("import.meta.")) return null;
      const folder = dirname(id);
      const withModules = code.replace(
        /import\.meta\.resolve\("(\.[^"]+\.ts)"\)/g,
        (_, path: string) => place(this.emitFile({ type: "chunk", id: resolve(folder, path) })),
      );
      const files = [...withModules.matchAll(FILE_PLACE)].map(([, path]) => path!);
      const references = new Map<string, string>();
      for (const path of files) {
        const source = await Deno.readFile(resolve(folder, path));
        const name = path.slice(path.lastIndexOf("/") + 1);
        references.set(path, this.emitFile({ type: "asset", name, source }));
      }
      const whole = withModules.replace(
        FILE_PLACE,
        (_, path: string) => `new URL(${place(references.get(path)!)})`,
      );
      return whole === code ? null : { code: whole, map: null };
    },
  };
}

const FILE_PLACE = /new URL\(\s*["'](\.[^"']+\.\w+)["'],\s*import\.meta\.url,?\s*\)/g;

function place(reference: string): string {
  return `import.meta.ROLLUP_FILE_URL_${reference}`;
}
