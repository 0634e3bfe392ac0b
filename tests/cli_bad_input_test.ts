import { deepEqual, equal, match } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { type CliResult, runCli, withFolder } from "./_run_cli.ts";

/** One thing that goes wrong, and what the user has to be told. */
interface Case {
  readonly title: string;
  /** Words of the command line; `$name` stands for the file of that name. */
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  readonly code: number;
  /** What is wrong, and where. */
  readonly says: readonly RegExp[];
  /** What to do about it. */
  readonly hint: RegExp;
}

const SHOP = JSON.stringify({
  name: "shop",
  tables: [{
    name: "orders",
    target_rows: 10,
    columns: [{ name: "id", data_type: "INT", is_unique: true }],
  }],
});

const IMPORT = ["experiment", "import-sql", "$ddl.sql", "--dialect", "redshift", "--name"];
const NUMBER_HINT = /in digits alone/;

/** 39 good lines, and a type that is none in line 40. */
const DDL_ERROR = [
  ...Array.from({ length: 13 }, (_, i) => `CREATE TABLE t${i} (\n  id INTEGER\n);`),
  "CREATE TABLE broken (id INTEGER, amount, note VARCHAR(10));",
].join("\n");

const CASES: readonly Case[] = [
  {
    title: "broken JSON",
    args: ["experiment", "create", "$schema.json"],
    files: { "schema.json": '{"name": "x",\n "tables": [,]}' },
    code: 2,
    says: [/schema\.json is not valid JSON at line 2, column 13/],
    hint: /Check commas/,
  },
  {
    title: "an unknown type and a reference to a missing column, both at once",
    args: ["experiment", "create", "-"],
    stdin: JSON.stringify({
      name: "x",
      tables: [
        { name: "a", target_rows: 1, columns: [{ name: "id", data_type: "INT", is_unique: true }] },
        {
          name: "b",
          target_rows: 1,
          columns: [
            {
              name: "a_id",
              data_type: "INT",
              foreign_key: { references_table: "a", references_column: "idd" },
            },
            { name: "kind", data_type: "INTT" },
          ],
        },
      ],
    }),
    code: 2,
    says: [
      /standard input has 2 problems/,
      /\$\.tables\[1\]\.columns\[1\]\.data_type error: 'INTT'/,
      /\$\.tables\[1\]\.columns\[0\]\.foreign_key/,
    ],
    hint: /Did you mean 'INT'/,
  },
  {
    title: "a DDL error in line 40",
    args: [...IMPORT, "x", "--strict"],
    files: { "ddl.sql": DDL_ERROR },
    code: 2,
    says: [
      /ddl\.sql:40:\d+ error: Column 'amount' has no data type/,
      /40 │ CREATE TABLE broken/,
      /\^/,
    ],
    hint: /Write a type after 'amount'/,
  },
  {
    title: "a name that is taken",
    args: ["experiment", "create", "-"],
    stdin: SHOP,
    code: 4,
    says: [/An experiment named 'shop' already exists/],
    hint: /Choose another name/,
  },
  {
    title: "a name that leads out of the data root",
    args: [...IMPORT, "../x"],
    files: { "ddl.sql": "CREATE TABLE t (id INTEGER);" },
    code: 2,
    says: [/'\.\.\/x' cannot be an experiment name/],
    hint: /letters, digits and underscores/,
  },
  {
    title: "an unknown table in --rows",
    args: ["experiment", "generate", "shop", "--rows", "order=5"],
    code: 3,
    says: [/Experiment 'shop' has no table 'order'/],
    hint: /Did you mean 'orders'/,
  },
  {
    title: "negative rows",
    args: ["experiment", "generate", "shop", "--rows", "orders=-1"],
    code: 2,
    says: [/'-1' cannot be the value of --rows orders=…/],
    hint: NUMBER_HINT,
  },
  {
    title: "rows in scientific notation",
    args: ["experiment", "generate", "shop", "--rows", "1e3"],
    code: 2,
    says: [/'1e3' cannot be the value of --rows/],
    hint: NUMBER_HINT,
  },
  {
    title: "a file that does not exist",
    args: ["experiment", "create", "nowhere.json"],
    code: 2,
    says: [/'nowhere\.json' cannot be read: there is no such file/],
    hint: /Check the path/,
  },
  {
    title: "a folder instead of a file",
    args: ["experiment", "create", "."],
    code: 2,
    says: [/'\.' cannot be read: it is a folder/],
    hint: /Check the path/,
  },
  {
    title: "a binary file",
    args: ["experiment", "create", "$schema.json"],
    files: { "schema.json": Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00) },
    code: 2,
    says: [/schema\.json' is not a text: byte 5 is zero/],
    hint: /Save it as UTF-8/,
  },
  {
    title: "a file that is not UTF-8",
    args: ["experiment", "create", "$schema.json"],
    files: { "schema.json": Uint8Array.of(0x7b, 0x0a, 0xe9, 0x0a) },
    code: 2,
    says: [/schema\.json' is not a text: line 2 holds bytes that are not UTF-8/],
    hint: /Save it as UTF-8/,
  },
  {
    title: "an unknown command",
    args: ["expriment", "list"],
    code: 2,
    says: [/Unknown command 'expriment' \(Did you mean experiment\?\)/],
    hint: /dw-sim --help/,
  },
  {
    title: "a query over an experiment without data",
    args: ["query", "execute", "SELECT 1"],
    code: 4,
    says: [/The experiment 'shop' has no data yet/],
    hint: /dw-sim experiment generate shop/,
  },
  {
    title: "a deletion that nobody confirms",
    args: ["experiment", "delete", "shop"],
    code: 2,
    says: [/Deleting 'shop' was not confirmed/],
    hint: /--yes/,
  },
];

Deno.test("bad input is refused with its place and a hint, and leaves nothing behind", async (t) => {
  await withFolder(async (folder) => {
    const home = `${folder}/home`;
    equal((await runCli(["experiment", "create", "-"], { home, stdin: SHOP })).code, 0);
    const before = footprint(home);
    for (const each of CASES) {
      await t.step(each.title, async () => {
        const result = await runCli(await commandLine(each, folder), { home, ...each });
        checkRefusal(result, each);
        deepEqual(footprint(home), before);
      });
    }
  });
});

Deno.test("bad input on a new machine does not even make a data root", async () => {
  await withFolder(async (folder) => {
    const home = `${folder}/home`;
    const result = await runCli(["experiment", "create", "-", "--json"], { home, stdin: "{" });
    equal(result.code, 2);
    equal(result.stdout, "");
    const { error, exit_code } = JSON.parse(result.stderr);
    deepEqual([error.code, error.kind, exit_code], ["SCHEMA_NOT_JSON", "invalid", 2]);
    deepEqual([...Deno.readDirSync(folder)], []);
  });
});

/** The words of a case, with its files written and named. */
async function commandLine({ args, files = {} }: Case, folder: string): Promise<string[]> {
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.writeFile(`${folder}/${name}`, bytes);
  }
  return args.map((word) => word.startsWith("$") ? `${folder}/${word.slice(1)}` : word);
}

function checkRefusal({ code, stdout, stderr }: CliResult, { says, hint, ...expected }: Case) {
  equal(code, expected.code, stderr);
  equal(stdout, "");
  match(stderr, /^error: /);
  for (const each of says) match(stderr, each);
  match(stderr, hint);
}

/** Every file of the data root, and every row that tells of an experiment or a run. */
function footprint(home: string): unknown {
  const paths: string[] = [];
  const walk = (folder: string) => {
    for (const { name, isDirectory } of Deno.readDirSync(folder)) {
      paths.push(`${folder}/${name}`);
      if (isDirectory) walk(`${folder}/${name}`);
    }
  };
  walk(home);
  const database = new DatabaseSync(`${home}/catalog.sqlite`, { readOnly: true });
  const rows = [
    database.prepare("SELECT name, schema_hash FROM experiments").all(),
    database.prepare("SELECT count(*) FROM generation_runs").all(),
  ];
  database.close();
  return { paths: paths.filter((path) => !/-(wal|shm)$/.test(path)).sort(), rows };
}
