import type { EngineAnswer, EngineRequest } from "./wire/engine_messages.ts";
import { type Frame, FrameReader, messageOf, writeMessage } from "./wire/frames.ts";

/** The one place that knows how the engine's program is started. */
function engineCommand(): Deno.Command {
  const entry = import.meta.resolve("./engine/engine_process.ts");
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-prompt", ...PERMISSIONS, entry],
    clearEnv: true,
    env: engineEnvironment(),
    ...{ stdin: "piped", stdout: "piped", stderr: "piped" },
  });
}

/** The engine is native code that heeds none of these; they bind the script around it. */
const PERMISSIONS = ["--allow-ffi", "--allow-read", "--allow-env", "--allow-sys"];

/** What Deno and the loader of the system need to find their files; no secret of the user's. */
const PASSED_VARIABLES: readonly string[] = [
  ...["HOME", "PATH", "DENO_DIR", "TMPDIR", "XDG_CACHE_HOME", "LD_LIBRARY_PATH"],
  ...["SystemRoot", "LOCALAPPDATA", "USERPROFILE", "TEMP", "TMP"],
];

function engineEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of PASSED_VARIABLES) {
    const value = Deno.env.get(name);
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

/** The pipe to us as a path that the engine can write to; null where a pipe has none. */
export const PIPE_PATH = Deno.build.os === "windows" ? null : "/dev/stderr";

/** A process of ours that runs DuckDB: requests go in, frames come out, and it can be killed. */
export class EngineProcess {
  readonly #child: Deno.ChildProcess;
  readonly #frames: FrameReader;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  /** Nobody waits until the system has taken back gigabytes of a process that was killed. */
  #giveUp: (() => void) | null = null;
  #hasEnded = false;

  constructor() {
    this.#child = engineCommand().spawn();
    this.#writer = this.#child.stdin.getWriter();
    const reader = this.#child.stdout.getReader();
    this.#frames = new FrameReader(async () => (await reader.read()).value ?? null);
    this.#child.status.then(() => this.#hasEnded = true);
    offerToTheKernel(this.#child.pid);
    this.rest();
  }

  /** A warm engine must not keep a program alive that has nothing else to do. */
  rest(): void {
    this.#child.unref();
  }

  /** Answers of this engine are waited for, from now on. */
  work(): void {
    this.#child.ref();
  }

  get processId(): number {
    return this.#child.pid;
  }

  /** True once the process is gone, or as good as gone. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** What the engine writes to `PIPE_PATH`; it ends with the process. To be read by one reader. */
  get pipe(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return this.#child.stderr;
  }

  /** Asks for nothing more: the process ends when it has answered. */
  async retire(): Promise<void> {
    await this.#writer.close().catch(() => {});
  }

  /** Sends a request. One to a process that is gone is lost: its answer will be the end. */
  async send(request: EngineRequest): Promise<void> {
    await writeMessage((bytes) => this.#writer.write(bytes), request).catch(() => {});
  }

  /** The next batch or message; null when the process is gone. */
  async receive(): Promise<EngineAnswer | Frame | null> {
    if (this.#hasEnded) return null;
    const frame = await new Promise<Frame | null>((resolve) => {
      this.#giveUp = () => resolve(null);
      this.#frames.next().then(resolve, () => resolve(null));
    });
    this.#giveUp = null;
    if (frame === null) this.#hasEnded = true;
    // Both ends are of one version of the program.
    return frame?.kind === "message" ? messageOf(frame) as EngineAnswer : frame;
  }

  /** Ends the process at once, whatever it does. */
  kill(): void {
    this.#hasEnded = true;
    this.#giveUp?.();
    try {
      this.#child.kill("SIGKILL");
    } catch (error) {
      // It may have ended by itself in the meantime.
      if (!(error instanceof TypeError || error instanceof Deno.errors.NotFound)) throw error;
    }
  }

  /** Waits for the end of a process that was killed or that died. */
  async ended(): Promise<Deno.CommandStatus> {
    this.#child.ref();
    return await this.#child.status;
  }
}

/** When memory runs out, Linux should take this process before any other. */
function offerToTheKernel(processId: number): void {
  if (Deno.build.os !== "linux") return;
  try {
    Deno.writeTextFileSync(`/proc/${processId}/oom_score_adj`, "1000");
  } catch {
    // Some containers forbid it, and the process may be gone. Both are watched for elsewhere.
  }
}
