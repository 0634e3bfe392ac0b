import { addCounts, NO_TESTS, readOutput, type TestOutput } from "./read_output.ts";

const PRELOADED = ["tests/pin_properties.ts", "tests/keep_profiles_to_tests.ts"];
const TEST_FLAGS = ["test", "-A", "--no-check", ...PRELOADED.map((path) => `--preload=${path}`)];

/** How a test process is run. */
export interface GroupOptions {
  /** Where profiles of coverage go; none are made without it. */
  readonly coverage?: string;
  /** Whether processes that tests start make profiles too. */
  readonly withChildren?: boolean;
}

/** Prints text as a whole, since another process prints as well. */
export async function print(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length;) at += await Deno.stdout.write(bytes.subarray(at));
}

/**
 * Runs test files in one process. One that the runtime's own fault ends is run once more, and that
 * is said.
 *
 * @param paths The files.
 * @returns What it told. A process that did not run to its end counts as a failed test.
 */
export async function runGroup(
  paths: readonly string[],
  options: GroupOptions = {},
): Promise<TestOutput> {
  const first = await runProcess(paths, options);
  if (first.signal === null) return first;
  await print(`\n${paths.join(" ")} ended by ${first.signal}; once more\n`);
  return await runProcess(paths, options);
}

interface Ended extends TestOutput {
  readonly signal: Deno.Signal | null;
}

async function runProcess(
  paths: readonly string[],
  { coverage, withChildren = false }: GroupOptions,
): Promise<Ended> {
  const profiles = coverage === undefined
    ? []
    : [`--coverage=${coverage}`, "--coverage-raw-data-only"];
  const child = new Deno.Command(Deno.execPath(), {
    args: [...TEST_FLAGS, ...profiles, ...paths],
    env: withChildren ? { DW_SIM_TEST_PROFILES: "all" } : {},
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const [text] = await Promise.all([printLines(child.stdout), printLines(child.stderr)]);
  const { code, signal } = await child.status;
  const output = readOutput(text);
  if (code === 0 || output.counts.failed > 0) return { ...output, signal };
  await print(`\n${paths.join(" ")} did not run to its end (${signal ?? `exit code ${code}`})\n`);
  return { ...output, signal, counts: addCounts(output.counts, { ...NO_TESTS, failed: 1 }) };
}

/** Prints whole lines alone. Returns all that was read. */
async function printLines(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  let text = "";
  let printed = 0;
  for await (const piece of stream.pipeThrough(new TextDecoderStream())) {
    text += piece;
    const end = text.lastIndexOf("\n") + 1;
    if (end > printed) await print(text.slice(printed, end));
    printed = Math.max(printed, end);
  }
  if (printed < text.length) await print(`${text.slice(printed)}\n`);
  return text;
}
