import { join } from "node:path";
import { FILE_MODE, storageError, syncFolder, touching } from "../disk/mod.ts";
import type { FileLayout } from "./file_layout.ts";
import type { WrittenPart } from "./generate_parts.ts";
import type { RunIdentity } from "./manifest.ts";

/** Lies in the folder of a run that is not finished, and goes when it is published. */
export const JOURNAL_FILE = "journal.jsonl";

/** What decides the bytes of a run: two runs with the same have the same parts. */
export interface RunOrigin extends RunIdentity, FileLayout {
  readonly seed: number;
  readonly generatorVersion: number;
}

/** A part that is written and on the disk. */
export type JournalEntry = WrittenPart;

export interface JournalContents {
  readonly origin: unknown;
  readonly entries: readonly JournalEntry[];
}

/**
 * The diary of a run that is being written: what it is made of, then a line for every part that is
 * done, each on the disk before the next. Whatever moment the process dies at, the lines that are
 * whole are true.
 */
export class RunJournal implements Disposable {
  readonly #file: Deno.FsFile;
  readonly #path: string;

  private constructor(file: Deno.FsFile, path: string) {
    this.#file = file;
    this.#path = path;
  }

  /** Begins a journal anew, with what an earlier attempt has left; replaces that one's at a stroke. */
  static begin(
    folder: string,
    { origin, entries }: { readonly origin: RunOrigin; readonly entries: readonly JournalEntry[] },
  ): RunJournal {
    const path = join(folder, JOURNAL_FILE);
    const begun = `${path}.tmp`;
    return touching(path, () => {
      const options = { write: true, create: true, truncate: true, mode: FILE_MODE };
      const journal = new RunJournal(Deno.openSync(begun, options), path);
      journal.#append([origin, ...entries]);
      Deno.renameSync(begun, path);
      syncFolder(folder);
      return journal;
    });
  }

  /** @throws DwSimError STORAGE_FULL or STORAGE_UNWRITABLE. */
  add(entry: JournalEntry): void {
    touching(this.#path, () => this.#append([entry]));
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }

  #append(values: readonly unknown[]): void {
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join("");
    let rest = new TextEncoder().encode(text);
    while (rest.length > 0) rest = rest.subarray(this.#file.writeSync(rest));
    this.#file.syncDataSync();
  }
}

/**
 * Reads a journal as far as it is whole: a line that was cut off by the end of its process is none.
 *
 * @returns Null when there is no journal, or not even its first line.
 */
export function readJournal(folder: string): JournalContents | null {
  const text = readTextOrNull(join(folder, JOURNAL_FILE));
  const lines = (text ?? "").split("\n").slice(0, -1).map(parsedOrNull);
  const [origin = null] = lines;
  if (origin === null) return null;
  const entries: JournalEntry[] = [];
  for (const line of lines.slice(1)) {
    if (!isEntry(line)) break;
    entries.push(line);
  }
  return { origin, entries };
}

function parsedOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== "object" || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return ["index", "firstRow", "rows", "bytes"].every((name) =>
    Number.isSafeInteger(fields[name])
  ) &&
    typeof fields.table === "string" && typeof fields.checksum === "string";
}

function readTextOrNull(path: string): string | null {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw storageError(error, path, "read");
  }
}
