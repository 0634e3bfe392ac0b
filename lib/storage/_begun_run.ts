import { join } from "node:path";
import { DwSimError } from "../errors/mod.ts";
import type { GenerationPlan } from "../generation/mod.ts";
import { fileChecksum } from "./_file_checksum.ts";
import { exists, removeFile, touching } from "../disk/mod.ts";
import { JOURNAL_FILE, type JournalEntry, readJournal, type RunOrigin } from "./_run_journal.ts";
import { folderName } from "./folder_name.ts";
import { type Manifest, MANIFEST_FILE } from "./manifest.ts";
import { partialPath } from "./publish_run.ts";
import { readManifest } from "./read_manifest.ts";
import { type Part, partFile } from "./split_parts.ts";
import { BEGUN_SUFFIX } from "./write_part.ts";

/** What lies in the folder of a run that an earlier process began. */
export interface BegunRun {
  /** The folder to go on writing in. */
  readonly partial: string;
  readonly entries: readonly JournalEntry[];
}

/**
 * Finds what an earlier attempt at a run has left. One that was published, and whose process died
 * before the catalog knew, is taken back first: nobody can have read it.
 *
 * @param runPath Where the run is to be published.
 * @param origin What it is made of.
 * @returns Null when nothing is left.
 * @throws DwSimError STORAGE_TARGET_EXISTS when what lies there is not this run's, RUN_NOT_RESUMABLE
 * when it was made of something else.
 */
export function findBegunRun(runPath: string, origin: RunOrigin): BegunRun | null {
  const partial = partialPath(runPath);
  if (exists(runPath)) {
    if (exists(partial) || !isPublished(runPath, origin)) throw occupied(runPath);
    touching(runPath, () => Deno.renameSync(runPath, partial));
  }
  if (!exists(partial)) return null;
  const contents = readJournal(partial) ?? manifestContents(partial);
  if (contents === null) {
    // Killed before its first word stood: nothing is there but what was to become the journal.
    const isForeign = ({ name }: Deno.DirEntry) => name !== `${JOURNAL_FILE}${BEGUN_SUFFIX}`;
    if ([...Deno.readDirSync(partial)].some(isForeign)) throw occupied(partial);
    return { partial, entries: [] };
  }
  if (JSON.stringify(contents.origin) !== JSON.stringify(origin)) {
    const reason = "its files were made of other rows, another layout or another seed";
    throw new DwSimError("RUN_NOT_RESUMABLE", { id: origin.runId, reason });
  }
  return { partial, entries: contents.entries };
}

/** Removes the unfinished files of earlier attempts. */
export function sweepUnfinished(partial: string, parts: readonly Part[]): void {
  for (const table of new Set(parts.map((part) => part.table))) {
    const folder = join(partial, folderName(table));
    if (!exists(folder)) continue;
    const unfinished = [...Deno.readDirSync(folder)].filter(({ name }) =>
      name.endsWith(BEGUN_SUFFIX)
    );
    for (const { name } of unfinished) removeFile(join(folder, name));
  }
}

/**
 * Tells which parts of a plan are there already, whole: their size and checksum are those that were
 * written down when they were made.
 *
 * @param partial The folder.
 * @param parts The parts of the plan.
 * @param entries What was written down.
 */
export async function intactParts(
  partial: string,
  parts: readonly Part[],
  entries: readonly JournalEntry[],
): Promise<readonly JournalEntry[]> {
  const known = new Map(entries.map((entry) => [`${entry.index} ${entry.table}`, entry]));
  const intact: JournalEntry[] = [];
  for (const { table, index, firstRow, rowCount } of parts) {
    const entry = known.get(`${index} ${table}`);
    if (entry === undefined || entry.firstRow !== firstRow || entry.rows !== rowCount) continue;
    const found = await fileChecksum(join(partial, folderName(table), partFile(index)));
    if (found?.bytes === entry.bytes && found.checksum === entry.checksum) intact.push(entry);
  }
  return intact;
}

/** What the bytes of a run come from, in the order in which journals write it. */
export function originOf(
  { experiment, runId, schemaHash }: RunOrigin | Manifest,
  { seed, generatorVersion }: Pick<GenerationPlan, "seed" | "generatorVersion">,
  { partRows, codec }: Pick<RunOrigin, "partRows" | "codec">,
): RunOrigin {
  return { experiment, runId, schemaHash, seed, generatorVersion, partRows, codec };
}

/** Parts as a journal lists them. */
export function entriesOf({ tables }: Manifest): readonly JournalEntry[] {
  return tables.flatMap(({ name, parts }) =>
    parts.map(({ firstRow, rows, bytes, checksum }, index) => ({
      ...{ table: name, index, firstRow, rows, bytes, checksum },
    }))
  );
}

function manifestContents(folder: string) {
  if (!exists(join(folder, MANIFEST_FILE))) return null;
  const manifest = readManifest(folder);
  return { origin: originOf(manifest, manifest, manifest), entries: entriesOf(manifest) };
}

function isPublished(runPath: string, { runId }: RunOrigin): boolean {
  return exists(join(runPath, MANIFEST_FILE)) && readManifest(runPath).runId === runId;
}

function occupied(path: string): DwSimError {
  return new DwSimError("STORAGE_TARGET_EXISTS", { path });
}
