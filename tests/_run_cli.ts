/** How a process of dw-sim ended, and what it said. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** The data root. */
  readonly home: string;
  readonly stdin?: string | Uint8Array;
}

const CLI = new URL("../cli.ts", import.meta.url).pathname;

/** Runs dw-sim as a user does: a process of its own, with nothing shared but the disk. */
export async function runCli(
  args: readonly string[],
  { home, stdin = "" }: CliOptions,
): Promise<CliResult> {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-A", CLI, ...args],
    env: { DW_SIM_HOME: home, NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = process.output();
  const writer = process.stdin.getWriter();
  // A command that does not read its input may have ended before it is written.
  await writer.write(typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin)
    .then(() => writer.close()).catch(() => {});
  const { code, stdout, stderr } = await output;
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Lends a folder that is gone afterwards. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
