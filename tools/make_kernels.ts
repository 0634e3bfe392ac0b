import { createHash } from "node:crypto";
import { type Finding, report } from "./finding.ts";

const SOURCE_FOLDER = "lib/kernels/assembly";
const MODULE_PATH = "lib/kernels/kernels_gen.ts";
const ENTRY = "kernels.ts";
const OPTIONS = [
  "-O3",
  "--noAssert",
  "--runtime",
  "stub",
  "--importMemory",
  "--enable",
  "simd",
  "--disable",
  "mutable-globals",
];

/**
 * Compiles the kernels from their AssemblyScript. The same sources give the same bytes.
 *
 * @param root The project's folder.
 * @returns The text that the generated module has when it is fresh.
 * @throws When the sources do not compile, with what the compiler says.
 */
export async function makeKernels(root: string): Promise<string> {
  const sources = await readSources(root);
  // Loading the compiler takes longer than checking a hash.
  const { default: asc } = await import("assemblyscript/asc");
  let wasm = new Uint8Array();
  const { error, stderr } = await asc.main([ENTRY, "--outFile", "kernels.wasm", ...OPTIONS], {
    readFile: (name: string) => sources.get(name) ?? null,
    writeFile: (_name: string, contents: string | Uint8Array) => {
      if (typeof contents !== "string") wasm = new Uint8Array(contents);
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(`The kernels do not compile\n${stderr.toString()}`);
  return `// Made by tools/make_kernels.ts from ${SOURCE_FOLDER}. Do not edit.
/** Of the sources, the compiler's version and its options. */
export const KERNELS_SOURCE = "${await sourceHash(root, sources)}";
/** The module, in base 64. */
export const KERNELS_BASE64 =
  "${wasm.toBase64()}";
`;
}

/**
 * Compares the checked-in module with the sources, by what it says it was made of: compiling takes
 * seconds, and a test does it.
 *
 * @param root The project's folder.
 * @returns A finding if the module is stale.
 */
export async function checkKernels(root: string): Promise<readonly Finding[]> {
  const written = await Deno.readTextFile(`${root}/${MODULE_PATH}`).catch(() => "");
  if (written.includes(`"${await sourceHash(root, await readSources(root))}"`)) return [];
  return [{
    path: MODULE_PATH,
    line: 1,
    rule: "kernels",
    message: "The module is not made from the sources that are there",
    fix: "deno task kernels",
  }];
}

/** Texts by the names under which they import each other. */
async function readSources(root: string): Promise<ReadonlyMap<string, string>> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(`${root}/${SOURCE_FOLDER}`)) names.push(name);
  const sources = new Map<string, string>();
  for (const name of names.sort()) {
    sources.set(name, await Deno.readTextFile(`${root}/${SOURCE_FOLDER}/${name}`));
  }
  return sources;
}

async function sourceHash(root: string, sources: ReadonlyMap<string, string>): Promise<string> {
  const { imports } = JSON.parse(await Deno.readTextFile(`${root}/deno.json`));
  const hash = createHash("sha256");
  hash.update(JSON.stringify([imports.assemblyscript, OPTIONS, [...sources]]));
  return hash.digest("hex");
}

if (import.meta.main) {
  const root = Deno.cwd();
  if (Deno.args.includes("--check")) {
    report("kernels", await checkKernels(root), "the compiled kernels are fresh");
  } else {
    await Deno.writeTextFile(`${root}/${MODULE_PATH}`, await makeKernels(root));
  }
}
