import { type Finding, report } from "./finding.ts";

const ROUTES_FOLDER = "routes";
const MANIFEST_PATH = "routes/manifest_gen.ts";

/**
 * Writes the manifest of routes from the files below `routes/`: a file's path is its address,
 * `[name]` stands for what varies, and `index` for the folder itself. A `.ts` defines operations, a
 * `.tsx` a page; `_layout.tsx` stands around the pages of its folder, `_app.tsx` around everything,
 * and `_error.tsx` in place of a page that fails. The files of `islands/` are listed as well.
 *
 * @param root The project's folder.
 * @returns The text that the manifest has when it is fresh.
 */
export async function makeRouteManifest(root: string): Promise<string> {
  const files = await routeFiles(`${root}/${ROUTES_FOLDER}`, "");
  const islands = await islandFiles(root);
  return manifestText({
    operations: files.filter(isOperation).sort(bySpecificity),
    pages: files.filter(isPage).sort(bySpecificity),
    layouts: files.filter(isLayout).sort(),
    islands,
    hasSite: files.includes("_app.tsx"),
  });
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

/** Paths from the folder, of all files of ours. */
async function routeFiles(folder: string, prefix: string): Promise<string[]> {
  const files: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) files.push(...await routeFiles(`${folder}/${name}`, `${prefix}${name}/`));
    else if (/\.tsx?$/.test(name) && !/_(test|gen)\.tsx?$/.test(name)) files.push(prefix + name);
  }
  return files;
}

async function islandFiles(root: string): Promise<readonly string[]> {
  const files: string[] = [];
  try {
    for await (const { name } of Deno.readDir(`${root}/islands`)) {
      if (/^[a-z]\w*\.tsx$/.test(name) && !name.endsWith("_test.tsx")) files.push(name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files.sort();
}

function isOperation(file: string): boolean {
  return /(^|\/)[^_/][^/]*\.ts$/.test(file);
}

function isPage(file: string): boolean {
  return /(^|\/)[^_/][^/]*\.tsx$/.test(file);
}

function isLayout(file: string): boolean {
  return /(^|\/)_layout\.tsx$/.test(file);
}

/** What is fixed comes before what varies, so that it is found first. */
function bySpecificity(a: string, b: string): number {
  const left = addressOf(a).replaceAll("{", "\uffff");
  const right = addressOf(b).replaceAll("{", "\uffff");
  return left < right ? -1 : left > right ? 1 : 0;
}

function addressOf(file: string): string {
  const path = file.replace(/\.tsx?$/, "").replace(/(^|\/)index$/, "");
  return `/${path.replace(/\[(\w+)\]/g, "{$1}")}`;
}

interface Listed {
  readonly operations: readonly string[];
  readonly pages: readonly string[];
  readonly layouts: readonly string[];
  readonly islands: readonly string[];
  readonly hasSite: boolean;
}

function manifestText({ operations, pages, layouts, islands, hasSite }: Listed): string {
  const types = hasSite ? "RouteEntry, Site" : "RouteEntry";
  const entries = operations.map((file, i) =>
    `  { path: ${JSON.stringify(addressOf(file))}, module: route${i} },\n`
  ).join("");
  return `// Made by tools/make_route_manifest.ts from the files of routes/ and islands/. Do not edit.
import type { ${types} } from "../lib/web/mod.ts";
${importsOf(operations, "* as route", "./")}${
    hasSite ? siteImports({ pages, layouts, islands }) : ""
  }
/** Every address and its operations; what is fixed stands before what varies. */
export const ROUTES: readonly RouteEntry[] = [
${entries}];
${hasSite ? siteText({ pages, layouts, islands }) : ""}`;
}

type SiteFiles = Pick<Listed, "pages" | "layouts" | "islands">;

function siteImports({ pages, layouts, islands }: SiteFiles): string {
  return [
    'import App from "./_app.tsx";\n',
    'import ErrorPage from "./_error.tsx";\n',
    importsOf(pages, "* as page", "./"),
    importsOf(layouts, "layout", "./"),
    importsOf(islands, "island", "../islands/"),
  ].join("");
}

function importsOf(files: readonly string[], name: string, folder: string): string {
  return files.map((file, i) => `import ${name}${i} from "${folder}${file}";\n`).join("");
}

/** Each page stands in the layouts of the folders it lies in. */
function siteText({ pages, layouts, islands }: SiteFiles): string {
  const layoutsOf = (file: string) =>
    layouts.flatMap((layout, i) =>
      file.startsWith(layout.replace("_layout.tsx", "")) ? [`layout${i}`] : []
    ).join(", ");
  const pageLines = pages.map((file, i) =>
    `    { path: ${JSON.stringify(addressOf(file))}, module: page${i}, layouts: [${
      layoutsOf(file)
    }] },\n`
  ).join("");
  const islandLines = islands.map((file, i) =>
    `    { name: "${file.replace(".tsx", "")}", component: island${i} },\n`
  ).join("");
  return `
/** What there is for browsers. */
export const SITE: Site = {
  app: App,
  error: ErrorPage,
  layouts: [${layoutsOf("")}],
  pages: [
${pageLines}  ],
  islands: [
${islandLines}  ],
};
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
