const BLOCK_BYTES = 512;

/** A file of an archive. */
export interface TarEntry {
  /** Path inside the archive, with `/`; at most 100 bytes, or 255 where it can be parted at a `/`. */
  readonly path: string;
  readonly content: Uint8Array;
  readonly isExecutable: boolean;
}

/**
 * Writes an archive whose bytes depend on names and contents alone: no times, owners or order of a
 * folder get in (ustar, POSIX.1-1988).
 *
 * @param entries The files, in any order.
 * @returns The archive.
 */
export function writeTar(entries: readonly TarEntry[]): Uint8Array {
  const sorted = [...entries].sort((a, b) => a.path < b.path ? -1 : 1);
  const sizes = sorted.map(({ content }) => BLOCK_BYTES + padded(content.length));
  const archive = new Uint8Array(sizes.reduce((sum, size) => sum + size, 2 * BLOCK_BYTES));
  let at = 0;
  for (const [index, entry] of sorted.entries()) {
    writeHeader(archive.subarray(at, at + BLOCK_BYTES), entry);
    archive.set(entry.content, at + BLOCK_BYTES);
    at += sizes[index]!;
  }
  return archive;
}

function padded(byteCount: number): number {
  return Math.ceil(byteCount / BLOCK_BYTES) * BLOCK_BYTES;
}

/** Offsets of the fields of a header are those of the standard's `ustar` format. */
function writeHeader(header: Uint8Array, { path, content, isExecutable }: TarEntry): void {
  const [prefix, name] = parted(path);
  writeText(header, 0, name);
  writeText(header, 100, isExecutable ? "0000755\0" : "0000644\0");
  writeText(header, 108, "0000000\0");
  writeText(header, 116, "0000000\0");
  writeText(header, 124, content.length.toString(8).padStart(11, "0") + "\0");
  writeText(header, 136, "00000000000\0");
  writeText(header, 148, " ".repeat(8));
  writeText(header, 156, "0");
  writeText(header, 257, "ustar\x0000");
  writeText(header, 345, prefix);
  const sum = header.reduce((total, byte) => total + byte, 0);
  writeText(header, 148, sum.toString(8).padStart(6, "0") + "\0 ");
}

function parted(path: string): readonly [prefix: string, name: string] {
  if (byteCountOf(path) <= 100) return ["", path];
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (byteCountOf(name) <= 100 && byteCountOf(prefix) <= 155) return [prefix, name];
  }
  throw new Error(`"${path}" is too long for an archive`);
}

function byteCountOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function writeText(header: Uint8Array, at: number, text: string): void {
  header.set(new TextEncoder().encode(text), at);
}
