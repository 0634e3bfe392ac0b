import { DuckDBInstance } from "@duckdb/node-api";
import { type ExperimentSchema, keysOf, type Table, tablesByName } from "../lib/schema/mod.ts";

/** A number that SQL of the tests' own finds, and what it should be. */
export interface KeyQuestion {
  readonly what: string;
  readonly sql: string;
  readonly expected: number;
}

/** A run to be asked about. */
export interface KeyedRun {
  readonly schema: ExperimentSchema;
  readonly rowCount: (table: Table) => number;
  /** What to select a table's rows from. */
  readonly from: (table: Table) => string;
}

/**
 * All that must hold of a run, in SQL that shares nothing with the product's own checks: counts,
 * uniqueness of every key (NULLs are no duplicates), no orphans, surrogate keys from 1 to N.
 */
export function keyQuestions(run: KeyedRun): KeyQuestion[] {
  return run.schema.tables.flatMap((table) => [
    ...countQuestions(run, table),
    ...uniqueQuestions(run, table),
    ...referenceQuestions(run, table),
  ]);
}

function countQuestions({ rowCount, from }: KeyedRun, table: Table): KeyQuestion[] {
  const rows = rowCount(table);
  const sql = `SELECT count(*) FROM ${from(table)}`;
  const counted = { what: `rows of ${table.name}`, sql, expected: rows };
  const surrogate = table.primaryKey.find((name) => name.startsWith("_row_id"));
  if (surrogate === undefined || rows === 0) return [counted];
  const numbered = `SELECT count(DISTINCT ${quoted(surrogate)}) + min(${quoted(surrogate)}) - 1
    + max(${quoted(surrogate)}) FROM ${from(table)}`;
  return [counted, {
    what: `${surrogate} of ${table.name} is 1..N`,
    sql: numbered,
    expected: 2 * rows,
  }];
}

function uniqueQuestions({ from }: KeyedRun, table: Table): KeyQuestion[] {
  return keysOf(table).map((key) => {
    const columns = key.map(quoted).join(", ");
    const present = key.map((name) => `${quoted(name)} IS NOT NULL`).join(" AND ");
    const sql = `SELECT count(*) FROM (SELECT 1 FROM ${from(table)} WHERE ${present}
      GROUP BY ${columns} HAVING count(*) > 1)`;
    return { what: `no duplicates of (${columns}) in ${table.name}`, sql, expected: 0 };
  });
}

function referenceQuestions({ schema, from }: KeyedRun, table: Table): KeyQuestion[] {
  return table.foreignKeys.map(({ columns, referencesTable, referencesColumns }) => {
    const parent = tablesByName(schema).get(referencesTable.toLowerCase())!;
    const on = columns.map((name, index) =>
      `c.${quoted(name)} = p.${quoted(referencesColumns[index]!)}`
    );
    const present = columns.map((name) => `c.${quoted(name)} IS NOT NULL`).join(" AND ");
    const sql = `SELECT count(*) FROM ${from(table)} c
      ANTI JOIN ${from(parent)} p ON ${on.join(" AND ")} WHERE ${present}`;
    return { what: `no orphans of ${table.name} (${columns.join(", ")})`, sql, expected: 0 };
  });
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Asks DuckDB.
 *
 * @param queries Each with one number for an answer.
 */
export async function askNumbers(queries: readonly string[]): Promise<number[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const answers: number[] = [];
    for (const sql of queries) {
      // `runAndReadAll` would ask past the last chunk: a crash at exit before Deno 2.9.6.
      const [row] = (await connection.run(sql)).getChunk(0).getRows();
      answers.push(Number(row![0]));
    }
    return answers;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
