import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { stageProgram } from "./stage_program.ts";
import { writeTar } from "./write_tar.ts";

/** The launcher is padded to this size, so that the place of the archive is known. */
const LAUNCHER_BYTES = 8_192;

export interface BinaryOptions {
  readonly version: string;
}

/**
 * Makes the program as one file that unpacks itself: a script of the shell, then an archive with
 * runtime, bundle and native packages. The same sources give the same bytes.
 *
 * @param root The project's folder, with its packages installed.
 * @param options What the program says of itself.
 * @returns The file's content.
 */
export async function makeBinary(root: string, { version }: BinaryOptions): Promise<Uint8Array> {
  const { entries } = await stageProgram(root, version);
  // The highest level takes twice as long for three parts in a thousand.
  const archive = gzipSync(writeTar(entries), { level: 6 });
  // RFC 1952, 2.3.1: the tenth byte names the system that compressed; 255 is "unknown".
  archive[9] = 255;
  const content = createHash("sha256").update(archive).digest("hex").slice(0, 16);
  const launcher = await launcherText({ version, content });
  const binary = new Uint8Array(LAUNCHER_BYTES + archive.length);
  binary.set(launcher);
  binary.set(archive, LAUNCHER_BYTES);
  return binary;
}

async function launcherText(
  { version, content }: { readonly version: string; readonly content: string },
): Promise<Uint8Array> {
  const template = await Deno.readTextFile(new URL("./launcher.sh", import.meta.url));
  const text = template
    .replace("@VERSION@", version)
    .replace("@PLATFORM@", `${Deno.build.os} ${Deno.build.arch}`)
    .replace("@CONTENT@", content)
    .replace("@ARCHIVE_AT@", String(LAUNCHER_BYTES + 1));
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > LAUNCHER_BYTES) throw new Error("The launcher outgrew LAUNCHER_BYTES");
  // `exec` ends the script above: what follows is never read as commands.
  return new Uint8Array([...bytes, ...new Array(LAUNCHER_BYTES - bytes.length).fill(0x0a)]);
}
