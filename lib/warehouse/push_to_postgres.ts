import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type DdlStatement,
  ddlStatements,
  type NameWriter,
  nameWriter,
  originalTables,
  WRITE_DIALECTS,
} from "../ddl/mod.ts";
import { makeFolder, removeAside, scratchPath } from "../disk/mod.ts";
import { DwSimError, invariant } from "../errors/mod.ts";
import { openCopier, type TableCopier } from "../query/mod.ts";
import type { ExperimentSchema, Table } from "../schema/mod.ts";
import { parseDatabaseAddress } from "./database_address.ts";
import { PostgresClient } from "./postgres_client.ts";
import { type TypeNote, typeNotes } from "./type_notes.ts";

export type { TypeNote };

/** A table of a run, with its Parquet files in row order. */
export interface PushTable {
  readonly name: string;
  readonly rows: number;
  readonly files: readonly string[];
}

export interface PushRequest {
  /** `postgres://user:password@host:port/database`. */
  readonly to: string;
  /** Puts every table into this schema, which is made if it is missing. */
  readonly schemaName?: string;
  /** Drops tables of the same names, in the same transaction. */
  readonly replace?: boolean;
  /** Keeps the columns that were added to stand for composite keys. */
  readonly withSurrogates?: boolean;
  /** A folder for what is under way; the system's one by default. */
  readonly temporaryFolder?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PushProgress) => void;
}

export interface PushProgress {
  /** The table that is filled, or what is done after the last one. */
  readonly table: string;
  readonly tablesDone: number;
  readonly tablesTotal: number;
  readonly rowsDone: number;
  readonly rowsTotal: number;
}

export interface PushedTable {
  /** As the database calls it, `sales.orders`. */
  readonly name: string;
  readonly rows: number;
}

export interface PushReport {
  /** Where it went, without the password. */
  readonly target: string;
  readonly tables: readonly PushedTable[];
  readonly keyCount: number;
  readonly foreignKeyCount: number;
  readonly typeNotes: readonly TypeNote[];
}

/**
 * Puts the tables of a run into a PostgreSQL database: columns, rows, then keys and foreign keys,
 * which the server checks. All of it is one transaction: it is there whole, or not at all.
 *
 * @param schema What the tables are.
 * @param tables Their files.
 * @param request Where to.
 * @throws DwSimError WAREHOUSE_…, CANCELLED.
 */
export async function pushToPostgres(
  schema: ExperimentSchema,
  tables: readonly PushTable[],
  request: PushRequest,
): Promise<PushReport> {
  const address = parseDatabaseAddress(request.to);
  const placed = placedIn(schema, request.schemaName);
  const options = { withSurrogates: request.withSurrogates ?? false };
  const statements = ddlStatements(placed, {
    ...{ dialect: "postgres", purpose: "data", keysApart: true },
    ...options,
  });
  const originals = new Map(originalTables(placed, options).map((table) => [table.name, table]));
  const names = nameWriter(schema.dialect, WRITE_DIALECTS.postgres);
  await using client = await PostgresClient.connect(address, request.signal);
  const jobs = tables.map((files) => ({ files, table: originals.get(files.name)! }));
  const push: Push = { client, statements, names, jobs, request, target: address.shown };
  await client.run("BEGIN", "a transaction");
  await makeTables(push);
  await fillTables(push);
  await addKeys(push);
  await client.run("COMMIT", "the whole");
  return {
    target: address.shown,
    tables: jobs.map(({ table, files }) => ({ name: names.table(table), rows: files.rows })),
    keyCount: statements.filter(({ kind }) => kind === "key").length,
    foreignKeyCount: statements.filter(({ kind }) => kind === "foreign_key").length,
    typeNotes: typeNotes(placed),
  };
}

interface Push {
  readonly client: PostgresClient;
  readonly statements: readonly DdlStatement[];
  readonly names: NameWriter;
  readonly jobs: readonly { readonly table: Table; readonly files: PushTable }[];
  readonly request: PushRequest;
  readonly target: string;
}

function placedIn(schema: ExperimentSchema, schemaName: string | undefined): ExperimentSchema {
  if (schemaName === undefined) return schema;
  return { ...schema, tables: schema.tables.map((table) => moved(table, schemaName)) };
}

/** In one schema all tables go by the names that tell them apart. */
function moved({ nameInSchema: _, ...table }: Table, schemaName: string): Table {
  return { ...table, schemaName };
}

async function makeTables(push: Push): Promise<void> {
  const { client, statements, request, target } = push;
  const there = await existingTables(push);
  if (there.length > 0 && request.replace !== true) {
    throw new DwSimError("WAREHOUSE_TABLES_EXIST", { target, tables: there });
  }
  // One statement, so that tables that reference each other go together.
  if (there.length > 0) await client.run(`DROP TABLE ${there.join(", ")}`, "to drop the tables");
  const schemas = await client.run("SELECT nspname FROM pg_namespace", "its list of schemas");
  const known = new Set(schemas.map(({ nspname }) => `CREATE SCHEMA IF NOT EXISTS ${nspname}`));
  for (const { kind, table, sql } of statements) {
    // IF NOT EXISTS asks for the right to make a schema even where there is one.
    if (kind === "schema" && !known.has(sql.replaceAll('"', ""))) {
      await client.run(sql, "to make a schema");
    }
    if (kind === "table") await client.run(sql, `to make table '${table}'`);
  }
}

/** The names, as SQL, that something in the database has already. */
async function existingTables({ client, names, jobs }: Push): Promise<readonly string[]> {
  const rows = await client.run(
    "SELECT nspname AS schema, relname AS name, nspname = current_schema() AS is_default " +
      "FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace " +
      "WHERE relname = ANY($1)",
    "its list of tables",
    [jobs.map(({ table }) => names.kept(table.nameInSchema ?? table.name))],
  );
  return jobs.flatMap(({ table }) => {
    const own = table.schemaName === undefined ? undefined : names.kept(table.schemaName);
    const called = names.kept(table.nameInSchema ?? table.name);
    const isThere = rows.some(({ schema, name, is_default }) =>
      name === called && (own === undefined ? is_default === true : schema === own)
    );
    return isThere ? [names.table(table)] : [];
  });
}

async function fillTables({ client, names, jobs, request }: Push): Promise<void> {
  const rowsTotal = jobs.reduce((sum, { files }) => sum + files.rows, 0);
  let rowsDone = 0;
  const { temporaryFolder = tmpdir() } = request;
  await using copier = await openCopier({ temporaryFolder });
  const folder = scratchPath(temporaryFolder, "push");
  makeFolder(folder);
  try {
    for (const [tablesDone, { table, files }] of jobs.entries()) {
      const columns = table.columns.map(({ name }) => names.sql(name)).join(", ");
      const sql = `COPY ${names.table(table)} (${columns}) ` +
        "FROM STDIN (FORMAT csv, HEADER true, FREEZE true)";
      const report = () =>
        request.onProgress?.({
          ...{ table: table.name, tablesDone, tablesTotal: jobs.length, rowsDone, rowsTotal },
        });
      report();
      let rows = 0;
      for await (const path of csvFiles({ copier, folder, table, files }, request.signal)) {
        const taken = await client.copyFile(sql, path, `filling '${table.name}'`);
        [rows, rowsDone] = [rows + taken, rowsDone + taken];
        report();
      }
      invariant(rows === files.rows, `'${table.name}' has ${files.rows} rows, not ${rows}`);
    }
  } finally {
    removeAside(folder);
  }
}

interface CsvSource {
  readonly copier: TableCopier;
  readonly folder: string;
  readonly table: Table;
  readonly files: PushTable;
}

/** The table as CSV, a file a part: the next is written while the one before is sent. */
async function* csvFiles(
  { copier, folder, table, files }: CsvSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const write = async (index: number): Promise<string> => {
    const path = join(folder, `${index % 2}.csv`);
    await copier.copy({ files: [files.files[index]!], columns: table.columns }, {
      ...{ path, format: "csv", compression: "none", binary: "bytea" },
      ...signal !== undefined && { signal },
    });
    return path;
  };
  let next = write(0);
  for (let index = 0; index < files.files.length; index++) {
    const path = await next;
    if (index + 1 < files.files.length) {
      next = write(index + 1);
      // Its failure is heard when its turn comes, or not at all when we stop before.
      next.catch(() => {});
    }
    yield path;
  }
}

async function addKeys({ client, statements, names, jobs, request }: Push): Promise<void> {
  const rows = jobs.reduce((sum, { files }) => sum + files.rows, 0);
  const [tablesDone, tablesTotal] = [jobs.length, jobs.length];
  for (const { kind, table, sql } of statements) {
    if (kind === "schema" || kind === "table") continue;
    const what = WORK[kind];
    request.onProgress?.({
      ...{ table: `${what} of ${table}`, tablesDone, tablesTotal, rowsDone: rows, rowsTotal: rows },
    });
    await client.run(sql, `${what} of '${table}'`);
  }
  for (const { table } of jobs) {
    for (const { name, identity } of table.columns) {
      if (identity === undefined) continue;
      const column = names.sql(name);
      // New rows are to count on where ours end.
      await client.run(
        `SELECT setval(pg_get_serial_sequence($1, $2), ${identity.step > 0 ? "max" : "min"}` +
          `(${column})) FROM ${names.table(table)} HAVING count(*) > 0`,
        `the sequence of '${table.name}'`,
        [names.table(table), names.kept(name)],
      );
    }
  }
}

const WORK = { key: "the key", foreign_key: "a foreign key", comment: "a comment" } as const;
