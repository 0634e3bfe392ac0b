/** Who may import whom, and why. `docs/architecture.md` tells the same as a story. */
export interface RoomRule {
  readonly room: string;
  /** Rooms whose doors it may use at run time. */
  readonly mayImport: readonly string[];
  /** Rooms of which it may use types alone. */
  readonly typesOnly?: readonly string[];
  /** A file that outsiders may import besides `mod.ts`: half of the room, for who needs no more. */
  readonly sideDoor?: string;
  readonly because: string;
}

/** Folders of `lib/` first, in the order of the house; then what stands around it. */
export const ROOMS: readonly RoomRule[] = [
  { room: "errors", mayImport: [], because: "everything reports errors, so it rests on nothing" },
  {
    room: "columns",
    mayImport: [],
    because: "it is only the shape in which generation hands values to parquet",
  },
  {
    room: "disk",
    mayImport: ["errors"],
    because: "it knows files and folders, and not what is in them",
  },
  { room: "schema", mayImport: ["errors"], because: "a schema is data, wherever it came from" },
  { room: "ddl", mayImport: ["schema", "errors"], because: "it turns text into a schema" },
  {
    room: "dbt",
    mayImport: ["schema", "errors"],
    because: "it sharpens a schema by what dbt promises of the same tables",
  },
  {
    room: "kernels",
    mayImport: [],
    because: "inner loops know numbers and addresses alone",
  },
  {
    room: "generation",
    mayImport: ["kernels", "columns", "schema", "errors"],
    // Workers make values and never plan: without planners and catalogue they start in half the time.
    sideDoor: "bind_table.ts",
    because: "where a schema came from, and where values go, must not matter to values",
  },
  {
    room: "parquet",
    mayImport: ["kernels", "columns", "errors"],
    because: "it knows columns of bytes, not generators",
  },
  {
    room: "storage",
    mayImport: ["generation", "parquet", "kernels", "columns", "schema", "disk", "errors"],
    because: "it carries what generation makes into files",
  },
  {
    room: "catalog",
    mayImport: ["schema", "errors"],
    because: "it records experiments and runs, and touches no data",
  },
  {
    room: "query",
    mayImport: ["storage", "schema", "disk", "errors"],
    because: "it reads what storage published",
  },
  {
    room: "sample",
    mayImport: ["query", "generation", "schema", "errors"],
    because: "it concludes from files of data what their schema is, and keeps no data",
  },
  {
    room: "warehouse",
    mayImport: ["query", "ddl", "schema", "disk", "errors"],
    because: "it carries rows from our files into other people's databases, and owns neither",
  },
  {
    room: "app",
    mayImport: [
      "warehouse",
      "sample",
      "query",
      "catalog",
      "storage",
      "parquet",
      "generation",
      "ddl",
      "dbt",
      "schema",
      "columns",
      "kernels",
      "disk",
      "errors",
    ],
    because: "a use case joins rooms",
  },
  {
    room: "web",
    mayImport: ["app", "schema", "errors"],
    because: "an interface asks the use cases, never another interface",
  },
  {
    room: "cli",
    mayImport: ["app", "schema", "errors"],
    because: "an interface asks the use cases, never another interface",
  },
  {
    room: "components",
    mayImport: [],
    typesOnly: ["web", "app", "schema", "errors"],
    because: "pieces of a page render what they are given",
  },
  {
    room: "islands",
    mayImport: ["components"],
    typesOnly: ["web", "app", "schema", "errors"],
    because: "islands run in the browser, where nothing of lib exists",
  },
  {
    room: "routes",
    mayImport: ["web", "app", "schema", "errors", "components", "islands"],
    because: "a route parses, calls a use case, and renders",
  },
  {
    room: "main.ts",
    mayImport: ["web", "app", "errors", "routes"],
    because: "it only composes the server",
  },
  {
    room: "cli.ts",
    mayImport: ["cli", "errors", "main.ts"],
    because: "it only starts the command line, and hands it the server that it may not know",
  },
];

/** Parts of the tree that look at the house from outside, through its doors. */
export const OUTSIDE: readonly string[] = ["tests", "bench", "tools"];

/** Where a package from npm, or a module of the runtime worth guarding, may be imported. */
export interface PackageRule {
  readonly name: string;
  readonly homes: readonly string[];
  /** Also in tests and benchmarks, wherever they stand. */
  readonly inTests: boolean;
  readonly because: string;
}

export const PACKAGES: readonly PackageRule[] = [
  {
    name: "zod",
    homes: ["schema", "web", "routes"],
    inTests: false,
    because: "input is parsed once, at the edge",
  },
  {
    name: "@faker-js/faker",
    homes: ["generation"],
    inTests: true,
    because: "words are drawn at plan time only",
  },
  {
    name: "yaml",
    homes: ["schema"],
    inTests: false,
    because: "a schema is read in one place, whatever it is written in",
  },
  {
    name: "hysnappy",
    homes: [],
    inTests: true,
    because: "it undoes what we compress and did not write it",
  },
  {
    name: "node:sqlite",
    homes: ["catalog"],
    inTests: true,
    because: "metadata has one keeper; tests look at the file from outside",
  },
  {
    name: "@duckdb/node-api",
    homes: ["query"],
    inTests: true,
    because: "the engine stays behind the query gate; tests read our files with it",
  },
  {
    name: "hono",
    homes: ["web"],
    inTests: false,
    because: "routing is the web layer's affair; routes define operations",
  },
  { name: "ajv", homes: [], inTests: true, because: "it checks schemas and did not write them" },
  {
    name: "pg",
    homes: ["warehouse"],
    inTests: true,
    because: "only one room talks to other people's databases; tests look into them",
  },
  {
    name: "pg-copy-streams",
    homes: ["warehouse"],
    inTests: false,
    because: "only one room talks to other people's databases",
  },
  { name: "commander", homes: ["cli"], inTests: false, because: "flags are the CLI's affair" },
  { name: "cli-progress", homes: ["cli"], inTests: false, because: "bars are the CLI's affair" },
  { name: "fast-check", homes: [], inTests: true, because: "it makes cases for tests" },
  { name: "hyparquet", homes: [], inTests: true, because: "it is a reader we did not write" },
  {
    name: "hyparquet-compressors",
    homes: [],
    inTests: true,
    because: "it is a reader we did not write",
  },
  { name: "parquet-wasm", homes: [], inTests: true, because: "it is a reader we did not write" },
  { name: "apache-arrow", homes: [], inTests: true, because: "it is a reader we did not write" },
  {
    name: "preact-render-to-string",
    homes: ["web"],
    inTests: false,
    because: "pages are rendered in one place",
  },
  {
    name: "preact",
    homes: ["web", "routes", "components", "islands"],
    inTests: true,
    because: "pages and islands are made of it",
  },
  {
    name: "@preact/signals",
    homes: ["islands", "components"],
    inTests: false,
    because: "islands keep their state in it",
  },
  {
    name: "vite",
    homes: ["tools"],
    inTests: false,
    because: "the browser's files are built by one tool",
  },
  {
    name: "assemblyscript",
    homes: ["tools"],
    inTests: false,
    because: "kernels are compiled by one tool",
  },
  {
    name: "@bomb.sh/tab",
    homes: ["cli"],
    inTests: false,
    because: "completion is the CLI's affair",
  },
  {
    name: "uplot",
    homes: ["islands"],
    inTests: false,
    because: "charts are drawn in the browser",
  },
  {
    name: "playwright-core",
    homes: [],
    inTests: true,
    because: "it drives a browser in tests",
  },
  {
    name: "axe-core",
    homes: [],
    inTests: true,
    because: "it checks pages and did not write them",
  },
  {
    name: "@codemirror",
    homes: ["islands"],
    inTests: false,
    because: "editors run in the browser",
  },
  {
    name: "rolldown",
    homes: ["tools"],
    inTests: false,
    because: "the program is bundled by one tool",
  },
];
