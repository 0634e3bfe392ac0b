import { type Finding, report } from "./finding.ts";

const ROUTES_FOLDER = "routes";
const MANIFEST_PATH = "routes/manifest_gen.ts";

/**
 * Writes the manifest of routes from the files below `routes/`: a file's path is its address,
 * `[name]` stands for what varies, and `index` for the folder itself.
 *
 * @param root The project's folder.
 * @returns The text that the manifest has when it is fresh.
 */
export async function makeRouteManifest(root: string): Promise<string> {
  const files = await routeFiles(`${root}/${ROUTES_FOLDER}`, "");
  return manifestText(files.sort(bySpecificity));
}

/**
 * Compares the checked-in manifest with the files.
 *
 * @param root The project's folder.
 * @returns A finding if the manifest is stale.
 */
export async function checkRouteManifest(root: string): Promise<readonly Finding[]> {
  const written = await Deno.readTextFile(`${root}/${MANIFEST_PATH}`);
  if (written === await makeRouteManifest(root)) return [];
  return [{
    path: MANIFEST_PATH,
    line: 1,
    rule: "route-manifest",
    message: "The manifest does not list what the folder holds",
    fix: "deno run -A tools/make_route_manifest.ts",
  }];
}

/** Paths from the folder, of files that define operations. */
async function routeFiles(folder: string, prefix: string): Promise<string[]> {
  const files: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) files.push(...await routeFiles(`${folder}/${name}`, `${prefix}${name}/`));
    else if (name.endsWith(".ts") && !/^_|_(test|gen)\.ts$/.test(name)) files.push(prefix + name);
  }
  return files;
}

/** What is fixed comes before what varies, so that it is found first. */
function bySpecificity(a: string, b: string): number {
  const left = addressOf(a).replaceAll("{", "\uffff");
  const right = addressOf(b).replaceAll("{", "\uffff");
  return left < right ? -1 : left > right ? 1 : 0;
}

function addressOf(file: string): string {
  const path = file.replace(/\.ts$/, "").replace(/(^|\/)index$/, "");
  return `/${path.replace(/\[(\w+)\]/g, "{$1}")}`;
}

function manifestText(files: readonly string[]): string {
  const imports = files.map((file, i) => `import * as route${i} from "./${file}";\n`).join("");
  const entries = files.map((file, i) =>
    `  { path: ${JSON.stringify(addressOf(file))}, module: route${i} },\n`
  ).join("");
  return `// Made by tools/make_route_manifest.ts from the files of routes/. Do not edit.
import type { RouteEntry } from "../lib/web/mod.ts";
${imports}
/** Every address and its operations; what is fixed stands before what varies. */
export const ROUTES: readonly RouteEntry[] = [
${entries}];
`;
}

if (import.meta.main) {
  const root = Deno.cwd();
  if (Deno.args.includes("--check")) {
    report("routes", await checkRouteManifest(root), "the manifest is fresh");
  } else {
    await Deno.writeTextFile(`${root}/${MANIFEST_PATH}`, await makeRouteManifest(root));
  }
}
