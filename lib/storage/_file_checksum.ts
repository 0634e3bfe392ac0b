import { crc32 } from "node:zlib";
import { storageError } from "../disk/mod.ts";

const CHUNK_BYTES = 4 * 1024 ** 2;

/** What a file is, read from the disk. */
export interface FileFacts {
  readonly bytes: number;
  /** As the manifest writes it, `crc32:cbf43926`. */
  readonly checksum: string;
}

/** The text of a CRC-32, with the name of the algorithm. */
export function checksumText(value: number): string {
  return `crc32:${value.toString(16).padStart(8, "0")}`;
}

/**
 * Reads a file from its first byte to its last.
 *
 * @param path The file.
 * @returns Size and checksum; null when there is no such file.
 * @throws DwSimError STORAGE_UNREADABLE.
 */
export async function fileChecksum(path: string): Promise<FileFacts | null> {
  try {
    using file = await Deno.open(path, { read: true });
    const chunk = new Uint8Array(CHUNK_BYTES);
    let bytes = 0;
    let checksum = 0;
    for (let read = await file.read(chunk); read !== null; read = await file.read(chunk)) {
      checksum = crc32(chunk.subarray(0, read), checksum);
      bytes += read;
    }
    return { bytes, checksum: checksumText(checksum) };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw storageError(error, path, "read");
  }
}
