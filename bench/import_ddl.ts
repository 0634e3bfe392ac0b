/**
 * Prints what it costs to import DDL of many tables: the reader alone, the command line, whose
 * processes are measured from outside, and texts made to stall it.
 *
 * `deno run -A bench/import_ddl.ts [tables …]`; 2,000 and 20,000 tables if none are named.
 */
import { cpuUsage } from "node:process";
import { importDdl } from "../lib/ddl/mod.ts";

/** As `deno task dw-sim` and the compiled program are started. */
const SMALL_NURSERY = "--v8-flags=--max-semi-space-size=4";

const CLI = new URL("../cli.ts", import.meta.url).pathname;

const BOMBS: Readonly<Record<string, () => string>> = {
  "a string of 10 MB": () => `CREATE TABLE t (id INT DEFAULT '${"x".repeat(10_000_000)}');`,
  "100,000 brackets": () =>
    `CREATE TABLE t (id INT DEFAULT ${"(".repeat(1e5)}1${")".repeat(1e5)});`,
  "a million columns": () => {
    const columns = Array.from({ length: 1e6 }, (_, index) => `c${index} INT`);
    return `CREATE TABLE t (${columns.join(",")});`;
  },
};

const tableCounts = Deno.args.length === 0 ? [2_000, 20_000] : Deno.args.map(Number);
print("what                               processor   resident");
for (const tableCount of tableCounts) {
  const text = Array.from({ length: tableCount }, (_, index) => tableText(index)).join("\n");
  const name = `${tableCount.toLocaleString("en-US")} tables, ${(text.length / 1e6).toFixed(1)} MB`;
  measure(`${name}: read`, text);
  await measureCommands(name, text);
}
for (const [name, makeText] of Object.entries(BOMBS)) measure(name, makeText());

/** The reader alone, in this process. */
function measure(what: string, text: string): void {
  const before = cpuUsage();
  importDdl(text, { name: "bench", dialect: "redshift" });
  const { user, system } = cpuUsage(before);
  line(what, (user + system) / 1e6);
}

async function measureCommands(name: string, text: string): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/ddl.sql`;
    await Deno.writeTextFile(file, text);
    for (const flags of [[], ["--dry-run"]]) {
      const args = ["experiment", "import-sql", file, "--name", "bench", "--dialect", "redshift"];
      const { seconds, megabytes } = await runMeasured([...args, ...flags, "--quiet"], folder);
      line(`${name}: import-sql ${flags.join("")}`.trim(), seconds, megabytes);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** As GNU time sees the process: processor seconds, and the most memory it ever had. */
async function runMeasured(args: readonly string[], folder: string) {
  const { success, stderr } = await new Deno.Command("/usr/bin/time", {
    args: ["-f", "%U %S %M", Deno.execPath(), "run", "--quiet", "-A", SMALL_NURSERY, CLI, ...args],
    env: { DW_SIM_HOME: `${folder}/${crypto.randomUUID()}` },
    stdout: "null",
    stderr: "piped",
  }).output();
  const text = new TextDecoder().decode(stderr);
  if (!success) throw new Error(text);
  const [user, system, kilobytes] = text.trim().split("\n").at(-1)!.split(" ").map(Number);
  return { seconds: user! + system!, megabytes: kilobytes! / 1e3 };
}

function line(what: string, seconds: number, megabytes?: number): void {
  const memory = megabytes === undefined ? "" : `${megabytes.toFixed(0).padStart(8)} MB`;
  print(`${what.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s ${memory}`.trimEnd());
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}

/** A fact table as warehouses have them: 26 columns, keys, encodings, comments, a grant. */
function tableText(index: number): string {
  const name = `analytics.fact_table_${index}`;
  const attributes = Array.from(
    { length: 12 },
    (_, place) => `  attribute_${place} VARCHAR(${place * 10 + 10}) ENCODE zstd`,
  );
  return `-- table number ${index}
CREATE TABLE IF NOT EXISTS ${name} (
  id BIGINT IDENTITY(1,1) NOT NULL ENCODE az64,
  parent_id BIGINT NOT NULL DISTKEY REFERENCES analytics.fact_table_${Math.max(0, index - 1)} (id),
  order_number VARCHAR(64) DEFAULT 'unknown'::character varying NOT NULL ENCODE lzo,
  status CHAR(2) DEFAULT 'NA' ENCODE bytedict,
  amount DECIMAL(18,4) DEFAULT 0.00 NOT NULL,
  tax NUMERIC(12,2),
  discount NUMERIC(12,2),
  shipping NUMERIC(12,2),
  email CHARACTER VARYING(256) ENCODE zstd,
  description VARCHAR(MAX),
  created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT getdate() NOT NULL SORTKEY,
  updated_at TIMESTAMPTZ,
  is_active BOOLEAN DEFAULT true NOT NULL,
  payload SUPER,
${attributes.join(",\n")},
  CONSTRAINT pk_${index} PRIMARY KEY (id),
  UNIQUE (order_number, parent_id)
) DISTSTYLE KEY;
COMMENT ON TABLE ${name} IS 'It''s table ${index}';
COMMENT ON COLUMN ${name}.email IS 'mail';
GRANT SELECT ON ${name} TO GROUP readers;
`;
}
