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

/** What browsers load: scripts and styles, from a folder that was built before. */
export class ClientFiles {
  readonly #folder: URL;
  readonly #index: ClientIndex;
  readonly #bytes = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(folder: URL, index: ClientIndex) {
    this.#folder = folder;
    this.#index = index;
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
  async answer(name: string, { headers }: Request): Promise<Response> {
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
    const bytes = await this.#read(encoding === undefined ? name : file.encodings[encoding]!);
    return new Response(bytes, {
      headers: {
        ...{ ...own, "content-type": file.type },
        ...encoding !== undefined && { "content-encoding": encoding },
      },
    });
  }

  /** Together they are about a megabyte, and stay in memory. */
  #read(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#bytes.get(name);
    if (known !== undefined) return known;
    const reading = Deno.readFile(new URL(name, this.#folder));
    this.#bytes.set(name, reading);
    return reading;
  }
}
