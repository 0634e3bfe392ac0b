import { z } from "zod";
import { DwSimError } from "../../errors/mod.ts";
import type { PageAssets } from "./define_page.ts";

const fileSchema = z.object({
  type: z.string(),
  etag: z.string(),
  /** Names of compressed copies, by encoding. */
  encodings: z.record(z.string(), z.string()),
});

/** What `tools/build_client.ts` says of its work in `client.json`. */
export const clientIndexSchema = z.object({
  sourceHash: z.string(),
  styles: z.array(z.string()),
  script: z.string(),
  /** Chunks by the island that needs them; those of the script itself are under "". */
  chunks: z.record(z.string(), z.array(z.string())),
  files: z.record(z.string(), fileSchema),
});

export type ClientIndex = z.infer<typeof clientIndexSchema>;

export const CLIENT_INDEX_FILE = "client.json";

/** Names hold a hash of what they name, so nobody need ask for one twice. */
const FOREVER = "public, max-age=31536000, immutable";

type Bytes = Uint8Array<ArrayBuffer>;

/** What browsers load: scripts and styles. */
export class ClientFiles {
  readonly #index: ClientIndex;
  readonly #bytes: ReadonlyMap<string, Bytes>;

  private constructor(index: ClientIndex, bytes: ReadonlyMap<string, Bytes>) {
    this.#index = index;
    this.#bytes = bytes;
  }

  /**
   * Reads a folder that was built before. Together the files are about a megabyte; they are read at
   * once, so that a server goes on while a newer build takes their place.
   */
  static async read(folder: URL, index: ClientIndex): Promise<ClientFiles> {
    const names = Object.entries(index.files)
      .flatMap(([name, { encodings }]) => [name, ...Object.values(encodings)]);
    const read = names.map(async (name) =>
      [name, await Deno.readFile(new URL(name, folder))] as const
    );
    return new ClientFiles(index, new Map(await Promise.all(read)));
  }

  /** What a page with these islands loads. */
  assetsOf(islands: ReadonlySet<string>): PageAssets {
    const { styles, script, chunks } = this.#index;
    const addresses = (names: readonly string[]) => names.map((name) => `/assets/${name}`);
    if (islands.size === 0) return { styles: addresses(styles), scripts: [], preloads: [] };
    const needed = ["", ...islands].flatMap((name) => chunks[name] ?? []);
    return {
      styles: addresses(styles),
      scripts: addresses([script]),
      preloads: addresses([...new Set(needed)]),
    };
  }

  /**
   * Answers a request for a file.
   *
   * @throws DwSimError WEB_PATH_NOT_FOUND.
   */
  answer(name: string, { headers }: Request): Response {
    const file = Object.hasOwn(this.#index.files, name) ? this.#index.files[name] : undefined;
    if (file === undefined) throw new DwSimError("WEB_PATH_NOT_FOUND", { path: `/assets/${name}` });
    const own = { etag: file.etag, "cache-control": FOREVER, vary: "accept-encoding" };
    if (headers.get("if-none-match") === file.etag) {
      return new Response(null, { status: 304, headers: own });
    }
    const wanted = (headers.get("accept-encoding") ?? "").split(",").map((each) => each.trim());
    const encoding = ["br", "gzip"].find((each) =>
      wanted.includes(each) && file.encodings[each] !== undefined
    );
    const bytes = this.#bytes.get(encoding === undefined ? name : file.encodings[encoding]!);
    return new Response(bytes ?? null, {
      headers: {
        ...{ ...own, "content-type": file.type },
        ...encoding !== undefined && { "content-encoding": encoding },
      },
    });
  }
}
