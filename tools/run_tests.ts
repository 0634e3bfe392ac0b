/**
 * Runs the tests, and sums them up as one run. Files that reach the query engine run in a process of
 * their own each: Deno 2.9.5 can crash when several isolates of one process have used a native
 * addon and the first of them go (denoland/deno#36538). All others share one process.
 *
 * `deno task test` runs everything, `deno task test PATH …` what it is given, in one process.
 */
import { join, normalize } from "node:path/posix";
import { listFiles } from "./list_files.ts";
import { readImports } from "./read_imports.ts";

const ENGINE = "@duckdb/node-api";
const TEST_FLAGS = ["test", "-A", "--no-check", "--preload=tests/pin_properties.ts"];

/** Processes at a time: a file waits more than it works, and more lanes would disturb its clocks. */
const LANES_MAX = 2;

/** What the summaries of Deno count. */
export interface TestCounts {
  readonly passed: number;
  readonly steps: number;
  readonly failed: number;
  readonly ignored: number;
}

const NONE: TestCounts = { passed: 0, steps: 0, failed: 0, ignored: 0 };

if (import.meta.main) Deno.exit(await main(Deno.args));

async function main(paths: readonly string[]): Promise<number> {
  if (paths.length > 0) return (await runProcess(paths)).code;
  const startedAtMs = performance.now();
  const groups = [...await testGroups(".")];
  let sum = NONE;
  const work = async () => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      sum = addCounts(await runGroup(group), sum);
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(LANES_MAX, navigator.hardwareConcurrency) }, work),
  );
  const { passed, steps, failed, ignored } = sum;
  const parts = [
    `${failed === 0 ? "ok" : "FAILED"} | ${passed} passed (${steps} steps)`,
    `${failed} failed`,
    ...ignored > 0 ? [`${ignored} ignored`] : [],
  ];
  const seconds = Math.round((performance.now() - startedAtMs) / 1000);
  await print(`\n${parts.join(" | ")} (${seconds}s in all)\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/**
 * Which test files share a process.
 *
 * @param root The project's folder.
 * @returns Groups of paths: those that never reach the engine, then each of the others.
 */
export async function testGroups(root: string): Promise<readonly (readonly string[])[]> {
  const files = await listFiles(root);
  const tests = files.filter((path) => /_test\.tsx?$/.test(path));
  const known = new Set(files);
  const imports = new Map<string, Promise<readonly string[]>>();
  const importsOf = (path: string) => {
    let found = imports.get(path);
    if (found === undefined) imports.set(path, found = readTargets(root, path, known));
    return found;
  };
  const together: string[] = [];
  const alone: string[] = [];
  for (const test of tests) (await reachesEngine(test, importsOf) ? alone : together).push(test);
  return [together, ...alone.map((test) => [test])].filter((group) => group.length > 0);
}

async function reachesEngine(
  test: string,
  importsOf: (path: string) => Promise<readonly string[]>,
): Promise<boolean> {
  const seen = new Set([test]);
  for (const path of seen) {
    for (const target of await importsOf(path)) {
      if (target === ENGINE) return true;
      seen.add(target);
    }
  }
  return false;
}

/** Files of the project that a file loads, now or later, and the engine if it does. */
async function readTargets(
  root: string,
  path: string,
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  const edges = readImports(await Deno.readTextFile(join(root, path)));
  return edges.flatMap(({ specifier, kind }) => {
    if (specifier === null || kind === "type" || kind === "url") return [];
    if (specifier === ENGINE) return [ENGINE];
    const target = normalize(join(path, "..", specifier));
    return specifier.startsWith(".") && known.has(target) ? [target] : [];
  });
}

/** A process that the runtime's own fault ends is run once more, and that is said. */
async function runGroup(paths: readonly string[]): Promise<TestCounts> {
  const first = await runProcess(paths);
  if (first.signal === null) return first.counts;
  await print(`\n${paths.join(" ")} ended by ${first.signal}; once more\n`);
  return (await runProcess(paths)).counts;
}

interface Ended {
  readonly code: number;
  readonly signal: Deno.Signal | null;
  readonly counts: TestCounts;
}

async function runProcess(paths: readonly string[]): Promise<Ended> {
  const command = new Deno.Command(Deno.execPath(), {
    args: [...TEST_FLAGS, ...paths],
    stdout: "piped",
    stderr: "piped",
  });
  const child = command.spawn();
  const [text] = await Promise.all([printLines(child.stdout), printLines(child.stderr)]);
  const { code, signal } = await child.status;
  const counts = readCounts(text);
  if (code === 0 || counts.failed > 0) return { code, signal, counts };
  await print(`\n${paths.join(" ")} did not run to its end (${signal ?? `exit code ${code}`})\n`);
  return { code, signal, counts: addCounts(counts, { ...NONE, failed: 1 }) };
}

/** Prints whole lines alone, since another process prints as well. Returns all that was read. */
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

/**
 * Reads Deno's last summary, `ok | 12 passed (3 steps) | 0 failed | 1 ignored (2s)`.
 *
 * @param output What a test process printed.
 */
export function readCounts(output: string): TestCounts {
  // deno-lint-ignore no-control-regex
  const plain = output.replace(/\x1b\[[0-9;]*m/g, "");
  const summary = plain.split("\n").findLast((line) => /^(ok|FAILED) \| \d+ passed/.test(line)) ??
    "";
  const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(summary)?.[1] ?? 0);
  return {
    passed: count("passed"),
    steps: count("steps?"),
    failed: count("failed"),
    ignored: count("ignored"),
  };
}

function addCounts(a: TestCounts, b: TestCounts): TestCounts {
  return {
    passed: a.passed + b.passed,
    steps: a.steps + b.steps,
    failed: a.failed + b.failed,
    ignored: a.ignored + b.ignored,
  };
}

async function print(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length;) at += await Deno.stdout.write(bytes.subarray(at));
}
