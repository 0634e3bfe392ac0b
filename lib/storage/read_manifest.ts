import { join } from "node:path";
import { DwSimError } from "../errors/mod.ts";
import { storageError } from "../disk/mod.ts";
import { folderName } from "./folder_name.ts";
import {
  type Manifest,
  MANIFEST_FILE,
  MANIFEST_FORMAT_VERSION,
  type PartManifest,
  type TableManifest,
} from "./manifest.ts";
import { partFile } from "./split_parts.ts";

/**
 * Reads and checks the manifest of a run. It names files, so it is trusted no more than any other
 * text: a name that points outside the run is refused.
 *
 * @param runPath Folder of the run.
 * @throws DwSimError STORAGE_UNREADABLE or MANIFEST_INVALID.
 */
export function readManifest(runPath: string): Manifest {
  const path = join(runPath, MANIFEST_FILE);
  const text = readText(path);
  try {
    return manifestOf(new Fields(JSON.parse(text), "$"));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Fault) {
      throw new DwSimError("MANIFEST_INVALID", { path, reason: error.message }, { cause: error });
    }
    throw error;
  }
}

/**
 * The files of a table, in the order of their rows.
 *
 * @param runPath Folder of the run.
 * @param table The table's entry in the run's manifest.
 */
export function partPaths(runPath: string, table: TableManifest): readonly string[] {
  return table.parts.map(({ file }) => join(runPath, table.folder, file));
}

function readText(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    throw storageError(error, path, "read");
  }
}

/** Says where a manifest is not what it has to be. */
class Fault extends Error {}

function manifestOf(fields: Fields): Manifest {
  const formatVersion = fields.count("formatVersion");
  if (formatVersion !== MANIFEST_FORMAT_VERSION) {
    throw new Fault(
      `it has format ${formatVersion}, and this dw-sim knows ${MANIFEST_FORMAT_VERSION}`,
    );
  }
  return Object.freeze({
    formatVersion,
    experiment: fields.text("experiment"),
    runId: fields.text("runId"),
    schemaHash: fields.text("schemaHash"),
    seed: fields.count("seed"),
    generatorVersion: fields.count("generatorVersion"),
    writerVersion: fields.countOr("writerVersion", 1),
    partRows: fields.count("partRows"),
    rowGroupRows: fields.count("rowGroupRows"),
    pageRows: fields.count("pageRows"),
    codec: fields.oneOf("codec", ["none", "snappy", "zstd", "gzip"]),
    tables: fields.list("tables").map(tableOf),
  });
}

function tableOf(fields: Fields): TableManifest {
  const name = fields.text("name");
  const folder = fields.oneOf("folder", [folderName(name)]);
  const rows = fields.count("rows");
  let rowsSoFar = 0;
  const parts = fields.list("parts").map((part, index) => {
    const read = partOf(part, { index, firstRow: rowsSoFar });
    rowsSoFar += read.rows;
    return read;
  });
  if (rowsSoFar !== rows) fields.fail("rows", `the rows of its parts, ${rowsSoFar}`);
  return Object.freeze({ name, folder, rows, parts });
}

function partOf(
  fields: Fields,
  { index, firstRow }: { readonly index: number; readonly firstRow: number },
): PartManifest {
  if (fields.count("firstRow") !== firstRow) fields.fail("firstRow", String(firstRow));
  return Object.freeze({
    file: fields.oneOf("file", [partFile(index)]),
    firstRow,
    rows: fields.count("rows"),
    bytes: fields.count("bytes"),
    checksum: fields.text("checksum"),
  });
}

/** An object of the JSON text, and where it stands. */
class Fields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #path: string;

  constructor(value: unknown, path: string) {
    if (typeof value !== "object" || value === null) throw new Fault(`${path} is not an object`);
    this.#values = Object.fromEntries(Object.entries(value));
    this.#path = path;
  }

  text(name: string): string {
    const value = this.#values[name];
    return typeof value === "string" ? value : this.fail(name, "a text");
  }

  count(name: string): number {
    const value = this.#values[name];
    const isCount = typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
    return isCount ? value : this.fail(name, "a whole number");
  }

  /** For numbers that older manifests do not have. */
  countOr(name: string, absent: number): number {
    return this.#values[name] === undefined ? absent : this.count(name);
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const value = this.#values[name];
    const choice = choices.find((known) => known === value);
    return choice ?? this.fail(name, choices.map((known) => `'${known}'`).join(" or "));
  }

  list(name: string): readonly Fields[] {
    const value = this.#values[name];
    if (!Array.isArray(value)) return this.fail(name, "a list");
    return value.map((item, i) => new Fields(item, `${this.#path}.${name}[${i}]`));
  }

  fail(name: string, wanted: string): never {
    throw new Fault(`${this.#path}.${name} is not ${wanted}`);
  }
}
