/** A server in a process of its own, which can be killed. */
export interface ServerProcess {
  readonly url: string;
  readonly process: Deno.ChildProcess;
  /** Sends a signal and waits until the process is gone. */
  end(signal: Deno.Signal): Promise<number>;
}

export interface ServerProcessOptions {
  /** The data root. */
  readonly home: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const CLI = new URL("../cli.ts", import.meta.url).pathname;

/** Starts `dw-sim serve` as a user does, at a free port. */
export async function startServerProcess(
  { home, args = [], env = {} }: ServerProcessOptions,
): Promise<ServerProcess> {
  const options = ["serve", "--port", "0", "--json", "--log", "none", ...args];
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", CLI, ...options],
    env: { ...env, DW_SIM_HOME: home },
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("}")) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`The server ended before it told its address: ${text}`);
    text += value;
  }
  // What is left is nothing; the stream is not to be kept.
  reader.read().catch(() => {});
  return {
    url: String(JSON.parse(text).url),
    process,
    end: async (signal) => {
      process.kill(signal);
      return (await process.status).code;
    },
  };
}
