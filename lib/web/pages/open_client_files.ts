import { DwSimError } from "../../errors/mod.ts";
import {
  CLIENT_INDEX_FILE,
  ClientFiles,
  type ClientIndex,
  clientIndexSchema,
} from "./client_files.ts";
import { clientSourceHash } from "./client_source_hash.ts";

const ROOT = new URL("../../../", import.meta.url);
const FOLDER = new URL("dist/client/", ROOT);

/**
 * Opens what browsers load; from source it is built first where it is missing or stale.
 *
 * @param tell Hears that it is being built.
 * @throws DwSimError WEB_CLIENT_UNBUILT.
 */
export async function openClientFiles(tell: (line: string) => void): Promise<ClientFiles> {
  const wanted = await clientSourceHash(ROOT);
  const built = await readIndex();
  if (built !== null && (wanted === null || built.sourceHash === wanted)) return await read(built);
  if (wanted === null) throw new DwSimError("WEB_CLIENT_UNBUILT", { reason: "they are not there" });
  tell(`Building the pages' scripts and styles (${built === null ? "missing" : "stale"})`);
  await build();
  return await read(await readIndex());
}

const ATTEMPTS = 20;
const PAUSE_MS = 50;

/** Another process may be putting a build in place just now, so that nothing is there for a moment. */
async function read(found: ClientIndex | null): Promise<ClientFiles> {
  let index = found;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      if (index !== null) return await ClientFiles.read(FOLDER, index);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    index = await readIndex();
  }
  throw new DwSimError("WEB_CLIENT_UNBUILT", { reason: "files are missing" });
}

async function readIndex(): Promise<ClientIndex | null> {
  try {
    const text = await Deno.readTextFile(new URL(CLIENT_INDEX_FILE, FOLDER));
    return clientIndexSchema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** In a process of its own: the bundler is large, and of no use to a server. */
async function build(): Promise<void> {
  const tool = new URL("tools/build_client.ts", ROOT);
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-check", tool.pathname],
    cwd: ROOT,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return;
  throw new DwSimError("WEB_CLIENT_UNBUILT", { reason: new TextDecoder().decode(stderr).trim() });
}
