import { join } from "node:path";
import { exists, makeFolder, systemCode, touching } from "../disk/mod.ts";
import type { Manifest } from "./manifest.ts";

/** File systems that know no hard links, or not across their borders, answer with these. */
const NO_LINK = new Set(["EXDEV", "EPERM", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "ENOSYS"]);

/**
 * Gives a new run the files of an earlier one, by hard links: they take no space of their own, and
 * stay whichever of the runs is removed. Published files are never written to again, so nothing can
 * change under either.
 *
 * @param base The earlier run.
 * @param partial The folder of the new one.
 */
export function adoptParts(
  { runPath, manifest }: { readonly runPath: string; readonly manifest: Manifest },
  partial: string,
): void {
  for (const { folder, parts } of manifest.tables) {
    makeFolder(join(partial, folder));
    for (const { file } of parts) {
      const path = join(partial, folder, file);
      if (!exists(path)) touching(path, () => link(join(runPath, folder, file), path));
    }
  }
}

function link(from: string, to: string): void {
  try {
    Deno.linkSync(from, to);
  } catch (error) {
    if (!NO_LINK.has(systemCode(error) ?? "")) throw error;
    Deno.copyFileSync(from, `${to}.tmp`);
    using copy = Deno.openSync(`${to}.tmp`, { write: true });
    copy.syncSync();
    Deno.renameSync(`${to}.tmp`, to);
  }
}
