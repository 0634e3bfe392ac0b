import { type Finding, report } from "./finding.ts";
import { isSource, isTestOnly, listFiles } from "./list_files.ts";
import { measureFunctions } from "./measure_functions.ts";
import { readTokens } from "./read_tokens.ts";

const LINE_COUNT_MAX = 400;
const FUNCTION_LINE_COUNT_MAX = 70;

/** Written apart, so that this file does not break its own rules. The home of "me" is nobody's. */
const POSTPONED = new RegExp("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
const MACHINE = new RegExp(
  "(?<![\\w.])/(wor" + "k|ro" + "ot|ho" + "me/(?!me/)\\w+|Us" + "ers/\\w+)/",
);

const TEXT = /\.([cm]?[jt]sx?|md|sql|json|jsonc|yaml|yml|sh|css|html|txt)$/;

/** What the check saw besides findings. */
export interface HouseReport {
  readonly findings: readonly Finding[];
  readonly fileCount: number;
  /** Sources that ship and have no test of their name beside them; told, not refused. */
  readonly untested: readonly string[];
}

/**
 * Checks what can be seen without knowing what the code does: sizes, postponed work, output from
 * inside the library, paths of somebody's machine.
 *
 * @param root The project's folder.
 * @returns What breaks the rules, by file, and which files have no test beside them.
 */
export async function checkHouse(root: string): Promise<HouseReport> {
  const paths = (await listFiles(root)).filter((path) => TEXT.test(path));
  const findings: Finding[] = [];
  const untested: string[] = [];
  for (const path of paths) {
    const text = await Deno.readTextFile(`${root}/${path}`);
    findings.push(...textFindings(path, text), ...sourceFindings(path, text));
    if (wantsTest(path, text) && !paths.includes(testOf(path))) untested.push(path);
  }
  return { findings, fileCount: paths.length, untested };
}

function textFindings(path: string, text: string): readonly Finding[] {
  return text.split("\n").flatMap((line, at) => {
    const postponed = POSTPONED.exec(line)?.[1];
    const machine = MACHINE.exec(line)?.[0];
    return [
      ...(postponed === undefined ? [] : [{
        ...{ path, line: at + 1, rule: "postponed" },
        message: `Work is postponed with "${postponed}"`,
        fix: "do it now, or open an issue and remove the line",
      }]),
      ...(machine === undefined ? [] : [{
        ...{ path, line: at + 1, rule: "machine-path" },
        message: `"${machine}" is a path of one machine`,
        fix: "use a relative path, or a temporary folder",
      }]),
    ];
  });
}

function sourceFindings(path: string, text: string): readonly Finding[] {
  if (!isSource(path) || isGenerated(path)) return [];
  return [
    ...(isTestOnly(path) ? [] : sizeFindings(path, text)),
    ...(path.startsWith("lib/") ? consoleFindings(path, text) : []),
    ...(/_test\.tsx?$/.test(path) ? testNameFindings(path, text) : []),
  ];
}

/** Where the name of a test is written; names that are put together elsewhere are not seen. */
const TEST_NAME = /^[ ]*(?:Deno\.test|browserTest)\(\s*(?:\{[^"'`]*?\bname:\s*)?(["'`])(.+?)\1/gm;

function testNameFindings(path: string, text: string): readonly Finding[] {
  return [...text.matchAll(TEST_NAME)].flatMap(({ index, 2: name }) => {
    if (name!.split(" ").length >= 3 && !name!.endsWith(".")) return [];
    return [{
      ...{ path, line: text.slice(0, index).split("\n").length, rule: "test-name" },
      message: `The test "${name}" does not tell what holds`,
      fix: 'name it in a sentence of three words or more, like "readName refuses an empty text"',
    }];
  });
}

function sizeFindings(path: string, text: string): readonly Finding[] {
  const lineCount = text.split("\n").length - 1;
  const functions = measureFunctions(text).filter((each) =>
    each.lineCount > FUNCTION_LINE_COUNT_MAX
  );
  return [
    ...(lineCount <= LINE_COUNT_MAX ? [] : [{
      ...{ path, line: 1, rule: "file-size" },
      message: `The file has ${lineCount} lines, more than ${LINE_COUNT_MAX}`,
      fix: "split it by idea: one file, one main export",
    }]),
    ...functions.map((each) => ({
      ...{ path, line: each.line, rule: "function-size" },
      message: `The function has ${each.lineCount} lines, more than ${FUNCTION_LINE_COUNT_MAX}`,
      fix: "keep the branches here and move the leaves into functions of their own",
    })),
  ];
}

function consoleFindings(path: string, text: string): readonly Finding[] {
  const tokens = readTokens(text);
  return tokens.flatMap((token, at) => {
    const isCall = token.kind === "word" && token.text === "console" &&
      tokens[at + 1]?.text === ".";
    return !isCall ? [] : [{
      ...{ path, line: token.line, rule: "console" },
      message: "The library writes to the console",
      fix: "return the text, and let an interface print it",
    }];
  });
}

function wantsTest(path: string, text: string): boolean {
  const ships = /^(lib|tools)\//.test(path) && isSource(path) && !isTestOnly(path);
  return ships && !isGenerated(path) && /^export (async )?(function|class)\b/m.test(text);
}

function testOf(path: string): string {
  return path.replace(/(\.tsx?)$/, "_test$1");
}

function isGenerated(path: string): boolean {
  return /_gen\.ts$/.test(path);
}

if (import.meta.main) {
  const { findings, fileCount, untested } = await checkHouse(Deno.cwd());
  const without = `${untested.length} sources without a test of their name`;
  report("house", findings, `${fileCount} files are tidy; ${without}`);
}
