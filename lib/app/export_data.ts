import { join } from "node:path";
import type { RunRecord } from "../catalog/mod.ts";
import { DwSimError, invariant } from "../errors/mod.ts";
import {
  COPY_COMPRESSIONS,
  type CopyCompression,
  copyFileEnding,
  type CopyFormat,
  openCopier,
  type TableCopier,
} from "../query/mod.ts";
import { findColumn, findTable, type Table } from "../schema/mod.ts";
import { fillFolder, type TableManifest } from "../storage/mod.ts";
import { openRun } from "./_open_run.ts";
import { refuseOddPartitions } from "./_refuse_odd_partitions.ts";
import type { AppContext } from "./app_context.ts";

export interface ExportDataRequest {
  /** Absolute path of a folder that is empty or does not exist yet. */
  readonly outputPath: string;
  readonly format: CopyFormat;
  /** By default `snappy` for Parquet, and nothing for text. */
  readonly compression?: CopyCompression;
  /** Tables, upper and lower case alike; all when absent. */
  readonly tables?: readonly string[];
  /** A completed run; by default the current one. */
  readonly runId?: string;
  /** A column whose values become folders, in every table that has it. */
  readonly partitionBy?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TableProgress) => void;
}

/** How far a work that takes table after table is. */
export interface TableProgress {
  readonly table: string;
  readonly tablesDone: number;
  readonly tablesTotal: number;
  /** Rows of all tables. */
  readonly rowsDone: number;
  readonly rowsTotal: number;
}

export interface ExportedFile {
  /** Inside the output folder, with `/` between its parts. */
  readonly path: string;
  readonly bytes: number;
}

export interface ExportedTable {
  readonly name: string;
  readonly rows: number;
  readonly files: readonly ExportedFile[];
}

export interface ExportedData {
  readonly run: RunRecord;
  readonly format: CopyFormat;
  readonly compression: CopyCompression;
  readonly outputPath: string;
  readonly tables: readonly ExportedTable[];
  readonly elapsedMs: number;
}

/**
 * Writes the rows of a run into files that others load from. The output
 * appears whole, or not at all.
 *
 * @param context Where the experiment lives.
 * @param name The experiment.
 * @param request What, how, and where to.
 * @returns Every file.
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, RUN_…, TABLE_NOT_FOUND, COLUMN_NOT_FOUND,
 * EXPORT_…, STORAGE_…, CANCELLED.
 */
export async function exportData(
  context: AppContext,
  name: string,
  request: ExportDataRequest,
): Promise<ExportedData> {
  const startedAtMs = performance.now();
  const { format, outputPath } = request;
  const compression = compressionOf(request);
  const { run, schema, manifest } = openRun(context, name, request.runId);
  const wanted = request.tables?.map((table) => findTable(schema, table).name);
  const jobs = manifest.tables
    .filter((each) => wanted?.includes(each.name) ?? true)
    .map((files) => ({ files, table: findTable(schema, files.name) }));
  const partitioned = partitionedTables(jobs.map(({ table }) => table), request);
  const { dataRoot } = context;
  await using copier = await openCopier({ temporaryFolder: dataRoot.scratchPath });
  const fill = (partialPath: string) => {
    const work: Work = {
      ...{ copier, request, format, compression, partialPath, partitioned },
      ...{ runPath: run.outputPath, codec: manifest.codec },
    };
    return exportTables(jobs, work);
  };
  const tables = await fillFolder(outputPath, { root: dataRoot, fill });
  return {
    ...{ run, format, compression, outputPath, tables },
    elapsedMs: performance.now() - startedAtMs,
  };
}

interface Job {
  readonly files: TableManifest;
  readonly table: Table;
}

interface Work {
  readonly copier: TableCopier;
  readonly request: ExportDataRequest;
  readonly format: CopyFormat;
  readonly compression: CopyCompression;
  /** How the run's own files are packed. */
  readonly codec: string;
  readonly runPath: string;
  readonly partialPath: string;
  /** The partition column's name, by table. */
  readonly partitioned: ReadonlyMap<Table, string>;
}

function compressionOf({ format, compression }: ExportDataRequest): CopyCompression {
  const choices = COPY_COMPRESSIONS[format];
  if (compression === undefined) return choices[0]!;
  if (choices.includes(compression)) return compression;
  throw new DwSimError("EXPORT_COMPRESSION", { format, compression, choices });
}

/** One table need have the column; of tables that were named, every one. */
function partitionedTables(
  tables: readonly Table[],
  { partitionBy, tables: named }: ExportDataRequest,
): ReadonlyMap<Table, string> {
  if (partitionBy === undefined) return new Map();
  const having = tables.filter(({ columns }) =>
    columns.some(({ name }) => name.toLowerCase() === partitionBy.toLowerCase())
  );
  const needed = named === undefined && having.length > 0 ? having : tables;
  return new Map(needed.map((table) => {
    const { name } = findColumn(table, partitionBy);
    if (table.columns.length > 1) return [table, name];
    throw new DwSimError("EXPORT_PARTITION_ALONE", { table: table.name, column: name });
  }));
}

async function exportTables(
  jobs: readonly Job[],
  work: Work,
): Promise<readonly ExportedTable[]> {
  const rowsTotal = jobs.reduce((sum, { files }) => sum + files.rows, 0);
  const exported: ExportedTable[] = [];
  let rowsDone = 0;
  for (const job of jobs) {
    const report = (rows: number) => {
      rowsDone += rows;
      work.request.onProgress?.({
        ...{ table: job.table.name, rowsDone, rowsTotal },
        ...{ tablesDone: exported.length, tablesTotal: jobs.length },
      });
    };
    report(0);
    exported.push(await exportTable(job, work, report));
  }
  return exported;
}

async function exportTable(
  { files: { folder, rows, parts }, table }: Job,
  work: Work,
  report: (rows: number) => void,
): Promise<ExportedTable> {
  const { copier, format, compression, request: { signal } } = work;
  const target = join(work.partialPath, folder);
  const { columns } = table;
  const files = parts.map(({ file }) => join(work.runPath, folder, file));
  const form = { format, compression, ...signal !== undefined && { signal } };
  const partitionBy = work.partitioned.get(table);
  if (partitionBy !== undefined) {
    const source = { files, columns };
    await refuseOddPartitions(copier, source, { table: table.name, column: partitionBy, signal });
    expectRows(rows, await copier.copy(source, { ...form, path: target, partitionBy }));
    report(rows);
    return { name: table.name, rows, files: listFiles(target, folder) };
  }
  await Deno.mkdir(target);
  for (const [index, part] of parts.entries()) {
    const name = part.file.replace(/\.parquet$/, copyFileEnding(format, compression));
    const [from, path] = [files[index]!, join(target, name)];
    if (isAsStored(work)) await copyWhole(from, path, signal);
    else expectRows(part.rows, await copier.copy({ files: [from], columns }, { ...form, path }));
    report(part.rows);
  }
  return { name: table.name, rows, files: listFiles(target, folder) };
}

/** Files that are wanted as they lie are not written anew. */
function isAsStored({ format, compression, codec }: Work): boolean {
  return format === "parquet" && compression === codec;
}

async function copyWhole(from: string, to: string, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw new DwSimError("CANCELLED", { what: "The export" });
  await Deno.copyFile(from, to);
}

function expectRows(rows: number, { rowCount }: { readonly rowCount: number }): void {
  invariant(rowCount === rows, `${rows} rows are copied, not ${rowCount}`);
}

function listFiles(path: string, shown: string): readonly ExportedFile[] {
  const entries = [...Deno.readDirSync(path)].toSorted((a, b) => a.name < b.name ? -1 : 1);
  return entries.flatMap(({ name, isDirectory }) => {
    const [inside, label] = [join(path, name), `${shown}/${name}`];
    if (isDirectory) return listFiles(inside, label);
    return [{ path: label, bytes: Deno.statSync(inside).size }];
  });
}
