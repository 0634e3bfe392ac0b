import { type Finding, report } from "./finding.ts";

const CATALOGUE_FOLDER = "lib/generation/generators/catalogue";
const REGISTRY_PATH = "lib/generation/generators/registry_gen.ts";

/**
 * Writes the registry of generators from the files of the catalogue.
 *
 * @param root The project's folder.
 * @returns The text that the registry has when it is fresh.
 */
export async function makeGeneratorRegistry(root: string): Promise<string> {
  const names: string[] = [];
  for await (const { name, isFile } of Deno.readDir(`${root}/${CATALOGUE_FOLDER}`)) {
    if (isFile && name.endsWith(".ts") && !/^_|_test\.ts$/.test(name)) {
      names.push(name.slice(0, -3));
    }
  }
  return registryText(names.sort());
}

/**
 * Compares the checked-in registry with the catalogue.
 *
 * @param root The project's folder.
 * @returns A finding if the registry is stale.
 */
export async function checkGeneratorRegistry(root: string): Promise<readonly Finding[]> {
  const written = await Deno.readTextFile(`${root}/${REGISTRY_PATH}`);
  if (written === await makeGeneratorRegistry(root)) return [];
  return [{
    path: REGISTRY_PATH,
    line: 1,
    rule: "registry",
    message: "The registry does not list what the catalogue holds",
    fix: "deno run -A tools/make_generator_registry.ts",
  }];
}

function registryText(names: readonly string[]): string {
  return `// Made by tools/make_generator_registry.ts from the files of catalogue/. Do not edit.
${
    names.map((name) => `import ${camelCase(name)} from "./catalogue/${name}.ts";\n`).join("")
  }import type { Generator } from "./define_generator.ts";

/** Every generator by its name, sorted. */
export const CATALOGUE = {
${names.map((name) => `  ${entry(name)},\n`).join("")}} as const;

/** Our own name of a generator. */
export type GeneratorName = keyof typeof CATALOGUE;

/** Every generator, sorted by name. */
export const GENERATORS: readonly Generator[] = Object.values(CATALOGUE);
`;
}

function entry(name: string): string {
  return camelCase(name) === name ? name : `${name}: ${camelCase(name)}`;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

if (import.meta.main) {
  const root = Deno.cwd();
  if (Deno.args.includes("--check")) {
    report("generators", await checkGeneratorRegistry(root), "the registry is fresh");
  } else {
    await Deno.writeTextFile(`${root}/${REGISTRY_PATH}`, await makeGeneratorRegistry(root));
  }
}
