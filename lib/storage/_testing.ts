import type { ColumnPlan, GenerationPlan, TablePlan } from "../generation/mod.ts";
import type { RunIdentity } from "./manifest.ts";

export const IDENTITY: RunIdentity = {
  experiment: "retail",
  runId: "20260131-093005-250-7hq2mz4c",
  schemaHash: "abc",
};

const DISTINCT = { start: 1, step: 1, count: 2 ** 32, divisor: 1 };

/** A sequence, a permutation, a nullable decimal, a word and a timestamp. */
const COLUMNS: readonly ColumnPlan[] = [
  {
    name: "id",
    type: { kind: "integer", bits: 64 },
    nullable: false,
    nulls: null,
    ordinal: { kind: "row" },
    domain: { kind: "affine", ...DISTINCT },
  },
  {
    name: "code",
    type: { kind: "integer", bits: 32 },
    nullable: false,
    nulls: null,
    ordinal: { kind: "permuted", count: 50_000_000, key: [1, 2] },
    domain: { kind: "affine", ...DISTINCT, count: 50_000_000 },
  },
  {
    name: "amount",
    type: { kind: "decimal", precision: 10, scale: 2 },
    nullable: true,
    nulls: { rate: 0.1, key: [3, 4], first: false },
    ordinal: { kind: "row" },
    domain: {
      kind: "quantile",
      curve: { kind: "normal", mean: 50, stddev: 20 },
      low: 0,
      high: 500,
      scale: 100,
      step: 1,
      divisor: 1,
      key: [5, 6],
    },
  },
  {
    name: "city",
    type: { kind: "string", maxLength: 20, fixed: false },
    nullable: false,
    nulls: null,
    ordinal: { kind: "hashed", count: 3, key: [7, 8] },
    domain: { kind: "pool", pool: "city" },
  },
  {
    name: "sold_at",
    type: { kind: "timestamp", precision: 6, zoned: false },
    nullable: false,
    nulls: null,
    ordinal: { kind: "hashed", count: 1_000_000, key: [9, 10] },
    domain: {
      kind: "affine",
      start: 1_700_000_000_000_000,
      step: 1_000_000,
      count: 1_000_000,
      divisor: 1,
    },
  },
];

/** A plan of tables that have the same columns, by name and number of rows. */
export function planOf(rows: Readonly<Record<string, number>>): GenerationPlan {
  return {
    generatorVersion: 1,
    seed: 42,
    pools: { city: ["Aachen", "Oslo", "Zürich"] },
    tables: Object.entries(rows).map(([name, rowCount]): TablePlan => ({
      name,
      rowCount,
      columns: COLUMNS,
    })),
  };
}

/** Lends a folder that is removed afterwards. */
export async function withFolder(use: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = Deno.makeTempDirSync();
  try {
    await use(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** Every file under a folder, by its path inside it. */
export function filesUnder(folder: string, inside = ""): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory) {
      for (const file of filesUnder(`${folder}/${name}`, `${inside}${name}/`)) files.set(...file);
    } else {
      files.set(inside + name, Deno.readFileSync(`${folder}/${name}`));
    }
  }
  return new Map([...files].sort(([a], [b]) => a < b ? -1 : 1));
}
