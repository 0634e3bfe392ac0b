import { crc32 } from "node:zlib";
import type { ByteSink } from "../parquet/mod.ts";
import { checksumText } from "./_file_checksum.ts";
import { FILE_MODE } from "../disk/mod.ts";

/**
 * Writes one file, and takes its checksum on the way.
 *
 * The checksum is CRC-32 by the processor's own instructions: 11 GB/s, a fiftieth of the time of
 * making the bytes, where SHA-256 at 1.4 GB/s would take a sixth. With the size beside it, it finds
 * what disks and crashes do; it is not there to find what a forger does.
 */
export class FileSink implements ByteSink, Disposable {
  readonly #file: Deno.FsFile;
  #checksum = 0;

  /** @param path A file that may exist from an earlier attempt; it starts over. */
  constructor(path: string) {
    this.#file = Deno.openSync(path, {
      write: true,
      create: true,
      truncate: true,
      mode: FILE_MODE,
    });
  }

  /** The algorithm and its value, `crc32:cbf43926`. */
  get checksum(): string {
    return checksumText(this.#checksum);
  }

  write(bytes: Uint8Array): void {
    this.#checksum = crc32(bytes, this.#checksum);
    let rest = bytes;
    while (rest.length > 0) rest = rest.subarray(this.#file.writeSync(rest));
  }

  /** Waits until the bytes are on the disk. */
  sync(): void {
    this.#file.syncSync();
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }
}
