import { basename, dirname, join, resolve } from "node:path";
import { DwSimError } from "../errors/mod.ts";
import type { SampleFormat, SampleTable } from "../query/mod.ts";

/**
 * Finds the tables of a sample. A file is a table; so is a folder inside a given folder, with all
 * the files below it as parts. A given folder that holds only numbered parts is one table.
 *
 * @param paths Files and folders. Hidden files, those that begin with `_`, and those of other
 *   formats are passed over inside folders.
 * @returns The tables by name, each name once, and the files of each in the order of their names.
 * @throws DwSimError SAMPLE_PATH_UNREADABLE.
 */
export async function listSampleTables(paths: readonly string[]): Promise<readonly SampleTable[]> {
  const found: SampleTable[] = [];
  for (const path of paths) {
    const absolute = resolve(path);
    const tables = await isFolder(path) ? await tablesIn(absolute) : [fileTable(absolute)];
    if (tables.length === 0) throw unreadable(path, "it holds no files of data");
    found.push(...tables);
  }
  for (const file of found.flatMap(({ files }) => files)) refusePattern(file);
  return withNamesOnce(found).toSorted((a, b) => a.name < b.name ? -1 : 1);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw unreadable(path, reasonOf(error));
  }
}

async function tablesIn(folder: string): Promise<readonly SampleTable[]> {
  const tables: SampleTable[] = [];
  for (const { name, isDirectory } of await entriesOf(folder)) {
    const path = join(folder, name);
    if (!isDirectory && formatOf(name) !== null) tables.push(fileTable(path));
    if (isDirectory) {
      const files = await filesBelow(path);
      if (files.length > 0) tables.push(partsTable(path, files));
    }
  }
  const files = tables.flatMap((table) => table.files);
  const areParts = files.length > 1 &&
    files.every((file) => dirname(file) === folder && PART.test(basename(file)));
  return areParts ? [partsTable(folder, files)] : tables;
}

/** What engines call the files of one table: `part-00000-….parquet`, `data_0.csv`, `0001.csv`. */
const PART = /^(?:part[-_]?|data[-_]?|chunk[-_]?)?\d+[^/]*$/i;

function fileTable(path: string): SampleTable {
  const format = formatOf(path);
  if (format === null) throw unreadable(path, "its ending is that of no format we read");
  return { name: basename(path).replace(ENDING, ""), format, files: [path] };
}

function partsTable(folder: string, files: readonly string[]): SampleTable {
  const formats = new Set(files.map(formatOf));
  const [format] = formats;
  if (formats.size > 1 || format === null || format === undefined) {
    throw unreadable(folder, "it mixes files of several formats");
  }
  return { name: basename(folder), format, files };
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const { name, isDirectory } of await entriesOf(folder)) {
    const path = join(folder, name);
    if (isDirectory) files.push(...await filesBelow(path));
    else if (formatOf(name) !== null) files.push(path);
  }
  return files;
}

async function entriesOf(folder: string): Promise<readonly Deno.DirEntry[]> {
  const entries = (await Array.fromAsync(Deno.readDir(folder)))
    .filter(({ name, isSymlink }) => !/^[._]/.test(name) && !isSymlink);
  return entries.toSorted((a, b) => a.name < b.name ? -1 : 1);
}

const ENDING = /\.(parquet|csv|tsv|jsonl|ndjson)(\.gz)?$/i;

function formatOf(path: string): SampleFormat | null {
  const [, ending, zipped] = ENDING.exec(path) ?? [];
  switch (ending?.toLowerCase()) {
    case "parquet":
      return zipped === undefined ? "parquet" : null;
    case "csv":
    case "tsv":
      return "csv";
    case "jsonl":
    case "ndjson":
      return "jsonl";
    default:
      return null;
  }
}

/** The engine would take these for a pattern, and read other files than the one that is meant. */
function refusePattern(file: string): void {
  const odd = /[*?[\]]/.exec(file)?.[0];
  if (odd !== undefined) throw unreadable(file, `its path holds '${odd}'; rename it`);
}

function withNamesOnce(tables: readonly SampleTable[]): readonly SampleTable[] {
  const taken = new Set<string>();
  return tables.map((table) => {
    let { name } = table;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${table.name}_${number}`;
    taken.add(name.toLowerCase());
    return { ...table, name };
  });
}

function unreadable(path: string, reason: string): DwSimError {
  return new DwSimError("SAMPLE_PATH_UNREADABLE", { path, reason });
}

function reasonOf(error: Error): string {
  if (error instanceof Deno.errors.NotFound) return "there is no such file";
  if (error instanceof Deno.errors.PermissionDenied) return "permission is denied";
  return error.message;
}
