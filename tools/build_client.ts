import { createHash } from "node:crypto";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type Manifest } from "vite";
import { CLIENT_INDEX_FILE, type ClientIndex, clientSourceHash } from "../lib/web/mod.ts";

const SCRIPT = "islands/_hydrate.ts";
const STYLE = "components/styles/style.css";
/** What CodeMirror reads syntax trees with, and what stands there as our editors have none. */
const PLAIN = ["@codemirror/language", "@lezer/common"];
const PLAIN_LANGUAGE = "islands/_plain_language.ts";
const ISLAND = /^islands\/([a-z]\w*)\.tsx$/;
const VITE_MANIFEST = "manifest.json";

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/**
 * Builds what browsers load into `dist/client`: a chunk an island, names with hashes, compressed
 * copies, and an index of it all. The same sources make the same bytes.
 *
 * @param root The project's folder, with a slash behind it.
 * @returns What was built.
 */
export async function buildClient(root: URL): Promise<ClientIndex> {
  const sourceHash = await clientSourceHash(root);
  if (sourceHash === null) throw new Error("the sources are not there");
  const dist = fileURLToPath(new URL("dist/", root));
  await Deno.mkdir(dist, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: dist, prefix: "client_" });
  try {
    await bundle(fileURLToPath(root), folder);
    const manifest: Manifest = JSON.parse(await Deno.readTextFile(`${folder}/${VITE_MANIFEST}`));
    await Deno.remove(`${folder}/${VITE_MANIFEST}`);
    const index = { sourceHash, ...addressesOf(manifest), files: await filesOf(folder) };
    await Deno.writeTextFile(`${folder}/${CLIENT_INDEX_FILE}`, `${JSON.stringify(index)}\n`);
    await Deno.chmod(folder, 0o755);
    await putInPlace(folder, fileURLToPath(new URL("dist/client", root)));
    return index;
  } catch (error) {
    await Deno.remove(folder, { recursive: true });
    throw error;
  }
}

async function bundle(root: string, outDir: string): Promise<void> {
  await build({
    ...{ root, configFile: false, logLevel: "warn", publicDir: false, mode: "production" },
    resolve: { alias: PLAIN.map((find) => ({ find, replacement: `${root}/${PLAIN_LANGUAGE}` })) },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      ...{ outDir, emptyOutDir: true, manifest: VITE_MANIFEST, target: "es2022" },
      ...{ assetsDir: "", assetsInlineLimit: 0, modulePreload: false, cssCodeSplit: true },
      reportCompressedSize: false,
      rolldownOptions: {
        input: { script: `${root}/${SCRIPT}`, style: `${root}/${STYLE}` },
        output: {
          entryFileNames: "[name]-[hash].js",
          chunkFileNames: "[name]-[hash].js",
          assetFileNames: "[name]-[hash][extname]",
        },
      },
    },
  });
}

function addressesOf(manifest: Manifest): Pick<ClientIndex, "styles" | "script" | "chunks"> {
  const chunks: Record<string, string[]> = { "": importsOf(manifest, SCRIPT) };
  for (const key of Object.keys(manifest).sort()) {
    const [, name] = ISLAND.exec(key) ?? [];
    if (name !== undefined) chunks[name] = [manifest[key]!.file, ...importsOf(manifest, key)];
  }
  return { styles: [manifest[STYLE]!.file], script: manifest[SCRIPT]!.file, chunks };
}

/** Files that a chunk imports before it runs, however deep. */
function importsOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  return (manifest[key]?.imports ?? []).flatMap((imported) => {
    if (seen.has(imported)) return [];
    seen.add(imported);
    return [manifest[imported]!.file, ...importsOf(manifest, imported, seen)];
  });
}

/** Describes the files, and puts compressed copies beside them. */
async function filesOf(folder: string): Promise<ClientIndex["files"]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(folder)) names.push(name);
  const files: Record<string, ClientIndex["files"][string]> = {};
  for (const name of names.sort()) {
    const bytes = await Deno.readFile(`${folder}/${name}`);
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await Deno.writeFile(`${folder}/${name}.br`, brotliCompressSync(bytes, { params: quality }));
    await Deno.writeFile(`${folder}/${name}.gz`, gzipSync(bytes, { level: 9 }));
    files[name] = {
      type: TYPES[name.split(".").at(-1)!] ?? "application/octet-stream",
      etag: `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"`,
      encodings: { br: `${name}.br`, gzip: `${name}.gz` },
    };
  }
  return files;
}

/** At one stroke; where several build at a time, all have built the same. */
async function putInPlace(folder: string, target: string): Promise<void> {
  for (let attempt = 0;; attempt++) {
    try {
      await Deno.remove(target, { recursive: true });
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    try {
      return await Deno.rename(folder, target);
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
}

if (import.meta.main) {
  const { files } = await buildClient(pathToFileURL(`${Deno.cwd()}/`));
  const count = Object.keys(files).length;
  Deno.stdout.writeSync(new TextEncoder().encode(`dist/client: ${count} files\n`));
}
