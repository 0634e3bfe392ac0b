import pg from "pg";
import copyStreams from "pg-copy-streams";
import { pipeline } from "node:stream/promises";
import { Readable, type Writable } from "node:stream";
import { DwSimError } from "../errors/mod.ts";
import { warehouseError } from "./_warehouse_error.ts";
import type { DatabaseAddress } from "./database_address.ts";

const CONNECT_TIMEOUT_MS = 10_000;

/** The parts of the two packages that are used; they bring no types. */
interface Client {
  connect(): Promise<void>;
  query(stream: Writable): Writable & { readonly rowCount: number };
  query(sql: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly Row[] }>;
  on(event: "error", listener: (error: Error) => void): void;
  end(): Promise<void>;
  readonly connection: { readonly stream: { destroy(): void } };
}

/** One row by column names. */
export type Row = Readonly<Record<string, unknown>>;

/** One connection to a PostgreSQL database. */
export class PostgresClient implements AsyncDisposable {
  readonly #client: Client;
  readonly #address: DatabaseAddress;
  readonly #signal: AbortSignal | undefined;
  /** Cuts the connection: the server then rolls back. */
  readonly #cut: () => void;

  private constructor(client: Client, address: DatabaseAddress, signal: AbortSignal | undefined) {
    this.#client = client;
    this.#address = address;
    this.#signal = signal;
    this.#cut = () => client.connection.stream.destroy();
    signal?.addEventListener("abort", this.#cut);
  }

  /** @throws DwSimError WAREHOUSE_UNREACHABLE, WAREHOUSE_AUTH, WAREHOUSE_NO_DATABASE. */
  static async connect(address: DatabaseAddress, signal?: AbortSignal): Promise<PostgresClient> {
    const client: Client = new pg.Client({
      connectionString: address.url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      application_name: "dw-sim",
    });
    // A connection that breaks while nothing is asked fails the next question, not the process.
    client.on("error", () => {});
    const postgres = new PostgresClient(client, address, signal);
    await postgres.#guarded(() => client.connect(), "connecting", true);
    return postgres;
  }

  /**
   * Runs one statement.
   *
   * @param sql The statement.
   * @param what What it does, in words for an error.
   * @param values Its parameters, `$1` and on.
   */
  async run(sql: string, what: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await this.#guarded(() => this.#client.query(sql, [...values]), what);
    return rows;
  }

  /**
   * Sends a file through COPY … FROM STDIN.
   *
   * @param sql The statement.
   * @param path The file.
   * @param what What it does, in words for an error.
   * @returns How many rows the server took.
   */
  async copyFile(sql: string, path: string, what: string): Promise<number> {
    return await this.#guarded(async () => {
      using file = await Deno.open(path);
      const copy: Writable = copyStreams.from(sql);
      const stream = this.#client.query(copy);
      await pipeline(Readable.from(chunksOf(file)), stream);
      return stream.rowCount;
    }, what);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#signal?.removeEventListener("abort", this.#cut);
    // What the server thinks of the end changes nothing any more.
    await this.#client.end().catch(() => {});
  }

  async #guarded<Value>(
    work: () => Promise<Value>,
    what: string,
    isConnecting = false,
  ): Promise<Value> {
    refuseAborted(this.#signal);
    try {
      return await work();
    } catch (error) {
      refuseAborted(this.#signal);
      throw warehouseError(error, { address: this.#address, what, isConnecting });
    }
  }
}

const CHUNK_BYTES = 1 << 18;

async function* chunksOf(file: Deno.FsFile): AsyncGenerator<Uint8Array> {
  for (;;) {
    const chunk = new Uint8Array(CHUNK_BYTES);
    const length = await file.read(chunk);
    if (length === null) return;
    yield chunk.subarray(0, length);
  }
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DwSimError("CANCELLED", { what: "The push" });
}
