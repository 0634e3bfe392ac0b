import { buildClient } from "../build_client.ts";
import { bundleProgram } from "./bundle_program.ts";
import type { TarEntry } from "./write_tar.ts";

/** Packages with native code, and those that find it for the platform at hand. */
const PACKAGES = ["@duckdb/node-api", "@duckdb/node-bindings", nativePackage()];

/** What browsers load; the program looks for it below its root. */
const CLIENT = "dist/client";

export interface StagedProgram {
  /** Everything that the program is, by its path in the archive. */
  readonly entries: readonly TarEntry[];
}

/**
 * Gathers what the program is made of: the runtime, the bundle, native packages.
 *
 * @param root The project's folder, with its packages installed.
 * @param version What `--version` answers.
 * @returns The files; nothing of `node_modules` that is not named here gets in.
 */
export async function stageProgram(root: string, version: string): Promise<StagedProgram> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_stage_" });
  try {
    await buildClient(new URL(`file://${root}/`));
    const folders = await bundleProgram(root, `${folder}/app`);
    const entries = [
      { path: "deno", content: await Deno.readFile(Deno.execPath()), isExecutable: true },
      textEntry("package.json", `{"name":"dw-sim","private":true,"type":"module"}\n`),
      // Found by every process of ours, and by none of the user's projects around.
      textEntry("deno.json", `{"nodeModulesDir":"manual","lock":false}\n`),
      textEntry("dw-sim-version", `${version}\n`),
      { path: "LICENSE", content: await Deno.readFile(`${root}/LICENSE`), isExecutable: false },
      ...await entriesOf(`${folder}/app`, "app"),
    ];
    for (const name of [...folders, CLIENT]) {
      entries.push(...await entriesOf(`${root}/${name}`, `app/${name}`));
    }
    for (const name of PACKAGES) {
      entries.push(...await entriesOf(await packageFolder(root, name), `node_modules/${name}`));
    }
    return { entries };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function nativePackage(): string {
  const cpu = { x86_64: "x64", aarch64: "arm64" }[Deno.build.arch as "x86_64" | "aarch64"];
  return `@duckdb/node-bindings-${Deno.build.os}-${cpu}`;
}

/** Packages of packages are kept in a store, `.deno/<name>@<version>`. */
async function packageFolder(root: string, name: string): Promise<string> {
  const store = `${root}/node_modules/.deno`;
  const prefix = `${name.replace("/", "+")}@`;
  for await (const entry of Deno.readDir(store)) {
    if (entry.name.startsWith(prefix)) return `${store}/${entry.name}/node_modules/${name}`;
  }
  throw new Error(`The package "${name}" is not installed; run "deno install" first`);
}

async function entriesOf(folder: string, prefix: string): Promise<TarEntry[]> {
  const entries: TarEntry[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const [from, path] = [`${folder}/${name}`, `${prefix}/${name}`];
    if (isDirectory) entries.push(...await entriesOf(from, path));
    else if (!name.endsWith(".d.ts")) {
      entries.push({ path, content: await Deno.readFile(from), isExecutable: false });
    }
  }
  return entries;
}

function textEntry(path: string, text: string): TarEntry {
  return { path, content: new TextEncoder().encode(text), isExecutable: false };
}
