import {
  describeConstructs,
  type DescribedFunction,
  describeFunctions,
  REFUSED_EVERYWHERE,
} from "../lib/query/mod.ts";
import { type ExpressionCase, expressionCases } from "../tests/dialects/expression_cases.ts";
import { type Finding, report } from "./finding.ts";

const PAGE_PATH = "docs/reference/dialects.md";

const DIALECTS = [
  { dialect: "redshift", title: "Amazon Redshift" },
  { dialect: "snowflake", title: "Snowflake" },
  { dialect: "postgres", title: "PostgreSQL" },
] as const;

type ForeignDialect = (typeof DIALECTS)[number]["dialect"];

/**
 * Writes the page that says what becomes of every function and construct, with the case of the
 * corpus that says so.
 *
 * @returns The text that the page has when it is fresh.
 */
export async function makeDialectReference(): Promise<string> {
  const sections = await Promise.all(DIALECTS.map(section));
  const refused = REFUSED_EVERYWHERE.map(([name, instead]) => `- ${name}: ${instead}\n`).join("");
  return `# SQL dialects

<!-- Made by tools/make_dialect_reference.ts from the tables of lib/query/dialects and the corpora
of tests/golden/expressions. Do not edit. -->

A query is written in the dialect of its experiment and translated for the engine, DuckDB. The
answer is the one that the vendor documents; what cannot be answered so is refused by its name, with
what to write instead. Queries in DuckDB's own SQL run as they are.

The last column names the line of the corpus that holds us to it: \`redshift:12\` is line 12 of
\`tests/golden/expressions/redshift.txt\`. Every supported function has one.

Sessions run in UTC. Names are found in any case, quoted or not: a column \`"MyCol"\` answers to
\`mycol\`, too, for which PostgreSQL and Snowflake themselves want the quotes. Columns of the answer
are called as the vendor would call them. Refused in any dialect:

${refused}${sections.join("")}`;
}

/**
 * Compares the checked-in page with the tables and the corpora.
 *
 * @param root The project's folder.
 * @returns A finding if the page is stale.
 */
export async function checkDialectReference(root: string): Promise<readonly Finding[]> {
  const written = await Deno.readTextFile(`${root}/${PAGE_PATH}`).catch(() => "");
  if (written === await makeDialectReference()) return [];
  return [{
    path: PAGE_PATH,
    line: 1,
    rule: "reference",
    message: "The page does not list what the dialects have",
    fix: "deno run -A tools/make_dialect_reference.ts",
  }];
}

async function section({ dialect, title }: (typeof DIALECTS)[number]): Promise<string> {
  const cases = await expressionCases(dialect);
  const constructs = describeConstructs(dialect).map(({ name, support, says = "", shownBy }) =>
    row([name, support, says, lineOf(dialect, cases, shownBy)])
  );
  const functions = describeFunctions(dialect);
  const rows = functions.map((each) => functionRow(each, dialect, cases));
  const count = functions.filter(({ support }) => support !== "refused").length;
  return `
## ${title}

| Construct | Support | | Test |
| --- | --- | --- | --- |
${constructs.join("")}
${count} functions are supported, ${functions.length - count} are known and refused.

| Function | Support | | Test |
| --- | --- | --- | --- |
${rows.join("")}`;
}

function functionRow(
  { name, support, says = "", note = "" }: DescribedFunction,
  dialect: ForeignDialect,
  cases: readonly ExpressionCase[],
): string {
  const word = support === "refused" ? "refused" : says === "" ? "supported" : "differs";
  const proof = cases.find((each) =>
    new RegExp(`\\b${name}\\b`, "i").test(each.text) &&
    (each.expected === "REFUSED") === (support === "refused")
  );
  return row([
    `\`${name}\``,
    word,
    says || note,
    proof === undefined ? "" : `${dialect}:${proof.line}`,
  ]);
}

function lineOf(
  dialect: ForeignDialect,
  cases: readonly ExpressionCase[],
  shownBy: string,
): string {
  const found = cases.find(({ text }) => `${text} `.toLowerCase().includes(shownBy.toLowerCase()));
  if (found === undefined) throw new Error(`No case of ${dialect} holds '${shownBy}'`);
  return `${dialect}:${found.line}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
}

if (import.meta.main) {
  const root = Deno.cwd();
  if (Deno.args.includes("--check")) {
    report("dialects", await checkDialectReference(root), "the page of dialects is fresh");
  } else {
    await Deno.mkdir(`${root}/docs/reference`, { recursive: true });
    await Deno.writeTextFile(`${root}/${PAGE_PATH}`, await makeDialectReference());
  }
}
