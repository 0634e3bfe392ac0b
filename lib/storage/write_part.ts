import type { ColumnKernel } from "../generation/mod.ts";
import { type Codec, type PageBuffers, type ParquetColumn, ParquetWriter } from "../parquet/mod.ts";
import { FileSink } from "./_file_sink.ts";
import { PAGE_ROWS, ROW_GROUP_ROWS } from "./file_layout.ts";
import type { Part } from "./split_parts.ts";

/** What is written and not yet whole. */
export const BEGUN_SUFFIX = ".tmp";

/** The file of a part, as the manifest records it. */
export interface PartFile {
  readonly rows: number;
  readonly bytes: number;
  /** Algorithm and value, `crc32:cbf43926`. */
  readonly checksum: string;
}

/** A step of the work: the rows of a row group, and in the end the whole file. */
export type PartStep =
  | { readonly kind: "rows"; readonly rowCount: number }
  | { readonly kind: "file"; readonly file: PartFile };

/** The table a part belongs to, ready to be made. */
export interface BoundTable {
  readonly columns: readonly ParquetColumn[];
  readonly kernels: readonly ColumnKernel[];
  readonly buffers: PageBuffers;
}

/** Where a part goes, and how. */
export interface PartTarget {
  /** The file; it appears there whole and on the disk, or not at all. */
  readonly path: string;
  /** Tells this attempt's unfinished file from those of others, dead or dying. */
  readonly attempt: string;
  readonly codec: Codec;
  readonly createdBy: string;
}

/**
 * Makes one part and writes it, a row group a step: whoever takes the steps decides what else
 * happens between them, and may leave early. What was begun then stays beside `path`, as `.tmp`,
 * until the next attempt or the removal of the run.
 *
 * @param table The part's table.
 * @param part Which rows.
 * @param target Where to.
 * @yields What was done; the file last.
 */
export function* writePart(
  { columns, kernels, buffers }: BoundTable,
  part: Part,
  { path, attempt, codec, createdBy }: PartTarget,
): Generator<PartStep, void> {
  const begun = `${path}.${attempt}${BEGUN_SUFFIX}`;
  using sink = new FileSink(begun);
  const writer = new ParquetWriter(sink, columns, {
    codec,
    pageRows: PAGE_ROWS,
    createdBy,
    buffers,
  });
  for (let done = 0; done < part.rowCount; done += ROW_GROUP_ROWS) {
    const rowCount = Math.min(ROW_GROUP_ROWS, part.rowCount - done);
    writer.writeRowGroup(
      rowCount,
      (column, row, count) => kernels[column]!.page(part.firstRow + row, count),
    );
    yield { kind: "rows", rowCount };
  }
  const { rowCount: rows, byteLength: bytes } = writer.close();
  sink.sync();
  Deno.renameSync(begun, path);
  yield { kind: "file", file: { rows, bytes, checksum: sink.checksum } };
}
