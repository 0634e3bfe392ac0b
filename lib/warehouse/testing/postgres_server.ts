import pg from "pg";

/** Where Debian and Homebrew put the server's programs, a folder a version. */
const FOLDERS = ["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt"];

const NEEDED = ["initdb", "pg_ctl", "postgres"];

/** Who runs the server when we are root, which it refuses to be run by. */
const SERVER_USERS = ["postgres", "nobody"];

/** The folder of the server's programs; null, and a word about it, where there are none. */
export function findPostgres(): string | null {
  for (const folder of FOLDERS) {
    for (const name of namesIn(folder).toSorted().reverse()) {
      const bin = `${folder}/${name}/bin`;
      if (NEEDED.every((program) => isThere(`${bin}/${program}`))) return bin;
    }
  }
  const help = "PostgreSQL is not on this machine, and its tests are skipped: " +
    "apt-get install postgresql\n";
  Deno.stderr.writeSync(new TextEncoder().encode(help));
  return null;
}

interface Place {
  readonly bin: string;
  readonly folder: string;
  readonly port: number;
  /** The words that run a program as the server's user. */
  readonly runAs: readonly string[];
}

/** A PostgreSQL server of its own, gone with its data when it is disposed of. */
export class PostgresServer implements AsyncDisposable {
  readonly #place: Place;

  private constructor(place: Place) {
    this.#place = place;
  }

  /** Starts a server on a free port of the loopback; user `tester`, password `s3cret`. */
  static async start(bin: string): Promise<PostgresServer> {
    const folder = await Deno.makeTempDir({ prefix: "dw_sim_postgres_" });
    const user = Deno.uid() === 0 ? await serverUser() : null;
    if (user !== null) await run(["chown", user, folder]);
    const runAs = user === null ? [] : ["runuser", "-u", user, "--"];
    const server = new PostgresServer({ bin, folder, port: freePort(), runAs });
    await server.#begin();
    return server;
  }

  /** The address, with another password or database if wanted. */
  url({ password = "s3cret", database = "postgres" } = {}): string {
    return `postgres://tester:${password}@127.0.0.1:${this.#place.port}/${database}`;
  }

  /** Runs SQL over a connection of its own. */
  async sql(text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    return await ask(this.url(), text, values);
  }

  /** Runs SQL in another database than the first. */
  async sqlIn(database: string, text: string): Promise<Record<string, unknown>[]> {
    return await ask(this.url({ database }), text, []);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { folder } = this.#place;
    await this.#program("pg_ctl", ["-D", `${folder}/data`, "-m", "immediate", "stop"]);
    await Deno.remove(folder, { recursive: true });
  }

  async #begin(): Promise<void> {
    const { folder, port } = this.#place;
    await Deno.writeTextFile(`${folder}/password`, "s3cret");
    await Deno.chmod(`${folder}/password`, 0o644);
    await this.#program("initdb", [
      ...["-D", `${folder}/data`, "-U", "tester", "-A", "scram-sha-256"],
      ...[`--pwfile=${folder}/password`, "-E", "UTF8", "--no-sync"],
    ]);
    const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
    await this.#program("pg_ctl", [
      ...["-D", `${folder}/data`, "-o", options, "-l", `${folder}/log`, "-w", "start"],
    ]);
  }

  async #program(name: string, args: readonly string[]): Promise<void> {
    const { runAs, bin } = this.#place;
    await run([...runAs, `${bin}/${name}`, ...args]);
  }
}

async function ask(
  connectionString: string,
  text: string,
  values: readonly unknown[],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = values.length > 0
      ? await client.query(text, [...values])
      : await client.query(text);
    return rows;
  } finally {
    await client.end();
  }
}

async function serverUser(): Promise<string> {
  for (const user of SERVER_USERS) {
    const { success } = await new Deno.Command("id", { args: [user] }).output();
    if (success) return user;
  }
  throw new Error(`The server needs a user that is not root: ${SERVER_USERS.join(" or ")}`);
}

/** The server inherits its outputs and would hold a pipe open, so they go to a file. */
async function run(command: readonly string[]): Promise<void> {
  const output = await Deno.makeTempFile();
  try {
    const script = 'out="$1"; shift; exec "$@" >"$out" 2>&1 </dev/null';
    const { success } = await new Deno.Command("sh", {
      args: ["-c", script, "sh", output, ...command],
      cwd: "/",
    }).output();
    if (!success) throw new Error(`${command.join(" ")}: ${await Deno.readTextFile(output)}`);
  } finally {
    await Deno.remove(output);
  }
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

function namesIn(folder: string): readonly string[] {
  return isThere(folder) ? [...Deno.readDirSync(folder)].map(({ name }) => name) : [];
}

function isThere(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
