import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  type Column,
  type Locale,
  LOCALES,
  type LogicalKind,
  type LogicalType,
  renderType,
} from "../schema/mod.ts";
import { cellsOf } from "./_testing.ts";
import { GENERATORS } from "./generators/registry_gen.ts";
import { planGeneration } from "./plan/plan_generation.ts";

/** Hashes by seed, and locale where it is not English, then by `generator TYPE`, `!` behind it for the unique form. */
type Golden = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Making {
  readonly seed: number;
  readonly locale?: Locale;
}

const SEEDS: readonly Making[] = [1, 2, 3].map((seed) => ({ seed }));
/** Other words are of texts alone, and drawn by the same rules: one seed is enough. */
const OTHERS: readonly Making[] = LOCALES.slice(1).map((locale) => ({ seed: 1, locale }));
const ROWS = 200;
const GOLDEN = new URL("golden_values.json", import.meta.url);

/** One type of every kind: what a generator makes of others differs in units and lengths alone. */
const TYPES: Readonly<Record<LogicalKind, LogicalType>> = {
  boolean: { kind: "boolean" },
  integer: { kind: "integer", bits: 32 },
  decimal: { kind: "decimal", precision: 18, scale: 4 },
  float: { kind: "float", bits: 64 },
  string: { kind: "string", maxLength: 60, fixed: false },
  binary: { kind: "binary", maxLength: 20 },
  date: { kind: "date" },
  time: { kind: "time", precision: 6, zoned: false },
  timestamp: { kind: "timestamp", precision: 6, zoned: false },
  json: { kind: "json" },
  uuid: { kind: "uuid" },
  geography: { kind: "geography" },
  interval: { kind: "interval" },
};

/** Every generator in every kind of column it fills; texts also where no two may be alike. */
const COLUMNS: readonly Column[] = GENERATORS.flatMap(({ name, produces }) =>
  produces.flatMap((kind) => {
    const type = TYPES[kind];
    const column = {
      name: `${name} ${renderType(type)}`,
      type,
      nullable: false,
      unique: false,
      generator: name,
    };
    return kind === "string"
      ? [column, { ...column, name: `${column.name}!`, unique: true }]
      : [column];
  })
);

Deno.test("every generator makes the values it always made", async () => {
  const made: Golden = Object.fromEntries(
    await Promise.all(
      [...SEEDS, ...OTHERS].map(async (making) => [nameOf(making), await hashes(making)]),
    ),
  );
  if (Deno.env.has("UPDATE_GOLDEN")) {
    await Deno.writeTextFile(GOLDEN, `${JSON.stringify(made, null, 2)}\n`);
  }
  const golden: Golden = JSON.parse(await Deno.readTextFile(GOLDEN));
  for (const name of Object.keys(made)) {
    assert.deepEqual(
      made[name],
      golden[name],
      "values changed for the same seed: if that is meant, raise GENERATOR_VERSION, say so in the " +
        "changelog, and run this test with UPDATE_GOLDEN=1",
    );
  }
});

function nameOf({ seed, locale }: Making): string {
  return locale === undefined ? String(seed) : `${seed} ${locale}`;
}

async function hashes({ seed, locale }: Making): Promise<Record<string, string>> {
  const columns = locale === undefined
    ? COLUMNS
    : COLUMNS.filter(({ type }) => type.kind === "string");
  const table = {
    name: "golden",
    targetRows: ROWS,
    columns,
    primaryKey: [],
    uniqueKeys: [],
    foreignKeys: [],
    compositeKeys: [],
    warnings: [],
  };
  const { plan } = await planGeneration(
    { name: "golden", ...locale && { locale }, tables: [table] },
    { seed },
  );
  return Object.fromEntries(columns.map(({ name }) => {
    const cells = cellsOf(plan, `golden.${name}`).map(String);
    const digest = createHash("sha256").update(JSON.stringify(cells)).digest("hex");
    return [name, digest.slice(0, 16)];
  }));
}
