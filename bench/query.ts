/**
 * Prints what it costs to ask through an engine process instead of DuckDB itself, over the same
 * files, in turn: `deno run -A bench/query.ts [rows] [rounds]`. A figure is the median of the rounds.
 */
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { cpuUsage } from "node:process";
import { AppContext, generate, importDdl } from "../lib/app/mod.ts";
import {
  exportQuery,
  openWarehouse,
  type QueryTable,
  streamQuery,
  type Warehouse,
} from "../lib/query/mod.ts";

const rowCount = Number(Deno.args[0] ?? 10_000_000);
const rounds = Number(Deno.args[1] ?? 5);
const MIB = 1024 ** 2;
const TICK_MS = 10;

const DDL = `
CREATE TABLE stores (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, city VARCHAR(40));
CREATE TABLE sales (
  id BIGINT PRIMARY KEY, store_id INTEGER NOT NULL REFERENCES stores (id), status CHAR(1) NOT NULL,
  quantity INTEGER NOT NULL, price DECIMAL(12,2) NOT NULL, discount DOUBLE PRECISION,
  sold_on DATE NOT NULL, sold_at TIMESTAMP NOT NULL, note VARCHAR(60), is_gift BOOLEAN
);`;

const QUESTIONS: readonly (readonly [name: string, sql: string])[] = [
  ["SELECT 1", "SELECT 1"],
  ["20 rows", "SELECT * FROM sales LIMIT 20"],
  ["COUNT", "SELECT count(*) FROM sales"],
  ["GROUP BY, few groups", "SELECT status, sum(price), avg(quantity) FROM sales GROUP BY status"],
  ["GROUP BY, all days", "SELECT sold_on, count(*), max(sold_at) FROM sales GROUP BY sold_on"],
  [
    "GROUP BY, as many as rows / 10",
    "SELECT count(*) FROM (SELECT id // 10, sum(price) FROM sales GROUP BY 1)",
  ],
  ["JOIN", "SELECT city, sum(price) FROM sales JOIN stores ON store_id = stores.id GROUP BY city"],
];

interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
}

const folder = await Deno.makeTempDir({ prefix: "dw_sim_bench_" });
try {
  await main();
} finally {
  await Deno.remove(folder, { recursive: true });
}

async function main(): Promise<void> {
  const tables = await makeTables();
  print(
    `${rowCount.toLocaleString("en")} rows of 10 columns, ${rounds} rounds in turn, medians; ` +
      `${navigator.hardwareConcurrency} processors, Deno ${Deno.version.deno}. Processor time is of ` +
      "all processes together; times on the clock depend on who else is at work\n",
  );
  const direct = await openDirect(tables);
  await using warehouse = await openWarehouse(tables, { limits: { memoryBytesMax: 4096 * MIB } });
  print(
    "question                        ours ms  direct ms   more  ours CPU ms  direct CPU ms   more",
  );
  for (const [name, sql] of QUESTIONS) await compare(name, warehouse, direct, sql);
  await compareFirstPage(warehouse, direct);
  await compareExports(tables);
}

async function makeTables(): Promise<readonly QueryTable[]> {
  using context = new AppContext({ flag: `${folder}/home` });
  importDdl(context, DDL, { name: "bench", dialect: "postgres", source: "bench" });
  const byTable = new Map([["stores", 1_000], ["sales", rowCount]]);
  const { run } = await generate(context, "bench", { rows: { byTable }, seed: 1 });
  return ["stores", "sales"].map((name) => {
    const path = `${run.outputPath}/${name}`;
    const names = [...Deno.readDirSync(path)].map((entry) => entry.name);
    return {
      name,
      files: names.filter((each) => each.endsWith(".parquet")).sort().map((each) =>
        `${path}/${each}`
      ),
    };
  });
}

async function openDirect(tables: readonly QueryTable[]): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const { name, files } of tables) {
    const list = files.map((file) => `'${file}'`).join(", ");
    await connection.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet([${list}])`);
  }
  return connection;
}

async function compare(
  name: string,
  warehouse: Warehouse,
  direct: DuckDBConnection,
  sql: string,
): Promise<void> {
  await paired(name, {
    ours: async () => {
      const result = await warehouse.query(sql);
      for await (const batch of result.batches()) batch.json();
    },
    direct: async () => {
      const result = await direct.run(sql);
      for (let i = 0; i < result.chunkCount; i++) result.getChunk(i).getRows();
    },
  });
}

async function compareFirstPage(warehouse: Warehouse, direct: DuckDBConnection): Promise<void> {
  const sql = "SELECT * FROM sales";
  await paired("SELECT *, first page", {
    ours: async () => {
      for await (const batch of (await warehouse.query(sql)).batches()) {
        batch.json();
        break;
      }
    },
    direct: async () => {
      const result = await direct.stream(sql);
      (await result.fetchChunk())!.getRows();
    },
  });
}

async function compareExports(tables: readonly QueryTable[]): Promise<void> {
  const sql = "SELECT * FROM sales";
  for (
    const [name, format, options, isStreamed] of [
      ["export as csv", "csv", "FORMAT csv, HEADER true", false],
      ["export as csv, streamed", "csv", "FORMAT csv, HEADER true", true],
      ["export as parquet", "parquet", "FORMAT parquet", false],
      ["export as jsonl", "jsonl", "FORMAT json", false],
    ] as const
  ) {
    let peakBytes = 0;
    await paired(name, {
      ours: async () => {
        const path = `${folder}/ours`;
        const exporting = isStreamed
          ? readStream(tables, { sql, format })
          : exportQuery(tables, sql, { format, path });
        const watching = setInterval(() => {
          for (const id of engineIds()) peakBytes = Math.max(peakBytes, memoryOf(id));
        }, 50);
        await exporting;
        clearInterval(watching);
        if (!isStreamed) await Deno.remove(path);
      },
      direct: async () => {
        // An export of ours opens an engine of its own, so that what is compared does as well.
        const path = `${folder}/direct`;
        const direct = await openDirect(tables);
        await direct.run(`COPY (${sql}) TO '${path}' (${options})`);
        direct.closeSync();
        await Deno.remove(path);
      },
    });
    print(`  the engine held at most         ${(peakBytes / MIB).toFixed(0)} MiB`);
  }
}

/** Takes a file as it comes, and keeps nothing of it. */
async function readStream(
  tables: readonly QueryTable[],
  { sql, format }: { readonly sql: string; readonly format: "csv" },
): Promise<void> {
  await using file = await streamQuery(tables, sql, { format });
  for await (const _ of file.bytes);
}

/** Runs both in turn, the other first every second time, once before anything is counted. */
async function paired(
  name: string,
  work: Readonly<Record<"ours" | "direct", () => Promise<void>>>,
): Promise<void> {
  const costs: Record<"ours" | "direct", Cost[]> = { ours: [], direct: [] };
  for (let round = -1; round < rounds; round++) {
    for (
      const side of round % 2 === 0 ? ["ours", "direct"] as const : ["direct", "ours"] as const
    ) {
      const cost = await costOf(work[side]);
      if (round >= 0) costs[side].push(cost);
    }
  }
  const [wall, directWall] = [costs.ours, costs.direct].map((each) =>
    median(each.map((cost) => cost.wallMs))
  );
  const [cpu, directCpu] = [costs.ours, costs.direct].map((each) =>
    median(each.map((cost) => cost.cpuMs))
  );
  const row = [
    name.padEnd(30),
    wall!.toFixed(1).padStart(9),
    directWall!.toFixed(1).padStart(10),
    more(wall!, directWall!),
    cpu!.toFixed(0).padStart(12),
    directCpu!.toFixed(0).padStart(14),
    more(cpu!, directCpu!),
  ];
  print(row.join(" "));
}

function more(ours: number, direct: number): string {
  return (direct === 0 ? "" : `${((ours / direct - 1) * 100).toFixed(0)}%`).padStart(6);
}

/** Of this process and its engines together. */
async function costOf(work: () => Promise<void>): Promise<Cost> {
  const cpuBefore = cpuMs();
  const startedAtMs = performance.now();
  await work();
  const wallMs = performance.now() - startedAtMs;
  return { wallMs, cpuMs: cpuMs() - cpuBefore };
}

function cpuMs(): number {
  const { user, system } = cpuUsage();
  const living = engineIds().reduce((sum, id) => sum + processCpuMs(id, 11), 0);
  return (user + system) / 1e3 + living + processCpuMs("self", 13);
}

/** Spec: proc_pid_stat(5), in ticks: utime and stime, or those of children that have ended. */
function processCpuMs(id: number | "self", field: 11 | 13): number {
  const fields = procText(`${id}/stat`).split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[field] ?? 0) + Number(fields[field + 1] ?? 0)) * TICK_MS;
}

/** Nothing of a process that has just ended. */
function procText(path: string): string {
  try {
    return Deno.readTextFileSync(`/proc/${path}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

function memoryOf(id: number): number {
  const status = procText(`${id}/status`);
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
}

function engineIds(): readonly number[] {
  return [...Deno.readDirSync("/proc/self/task")].flatMap(({ name }) =>
    Deno.readTextFileSync(`/proc/self/task/${name}/children`).split(" ").filter(Boolean).map(Number)
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}

function print(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}
