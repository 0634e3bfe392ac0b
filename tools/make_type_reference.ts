import { describeTypes } from "../lib/ddl/mod.ts";
import { type Dialect, type LogicalType, renderType } from "../lib/schema/mod.ts";
import { type Finding, report } from "./finding.ts";

const PAGE_PATH = "docs/reference/types.md";

const DIALECTS: readonly { readonly dialect: Dialect; readonly title: string }[] = [
  { dialect: "redshift", title: "Amazon Redshift" },
  { dialect: "snowflake", title: "Snowflake" },
  { dialect: "postgres", title: "PostgreSQL" },
];

/**
 * Writes the page that says what becomes of every type.
 *
 * @returns The text that the page has when it is fresh.
 */
export function makeTypeReference(): string {
  return `# Types

<!-- Made by tools/make_type_reference.ts from the dialects of lib/ddl. Do not edit. -->

What an import makes of every type word. The first column is what stands in the DDL, with \`(n)\` for
one number in brackets and \`(p,s)\` for two; the second is the kind of value that is generated; the
third is how dw-sim writes the type where it does not show the word of the DDL itself.

\`FLOAT(n)\` has 32 bits up to n = 24 and 64 bits beyond, where the dialect tells them apart.

Any type with \`[]\` or \`ARRAY\` after it is a JSON document. An enum of the same file is text with its
labels as values, a domain is the type it stands on, and a composite type is a JSON document. A type
that only another dialect has is read as that dialect reads it, with a warning; a type that nobody
knows is read as text, with a warning. No type is dropped in silence.
${DIALECTS.map(section).join("")}`;
}

/**
 * Compares the checked-in page with the dialects.
 *
 * @param root The project's folder.
 * @returns A finding if the page is stale.
 */
export async function checkTypeReference(root: string): Promise<readonly Finding[]> {
  const written = await Deno.readTextFile(`${root}/${PAGE_PATH}`).catch(() => "");
  if (written === makeTypeReference()) return [];
  return [{
    path: PAGE_PATH,
    line: 1,
    rule: "reference",
    message: "The page does not list the types that the dialects have",
    fix: "deno run -A tools/make_type_reference.ts",
  }];
}

function section({ dialect, title }: (typeof DIALECTS)[number]): string {
  const rows = describeTypes(dialect).map(({ word, type }) =>
    `| \`${word}\` | ${describe(type)} | \`${withLetters(renderType(type), word)}\` |\n`
  );
  return `\n## ${title}\n\n| In the DDL | Holds | Written as |\n| --- | --- | --- |\n${
    rows.join("")
  }`;
}

function describe(type: LogicalType): string {
  switch (type.kind) {
    case "integer":
      return `whole number of ${type.bits} bits`;
    case "float":
      return `floating-point number of ${type.bits} bits`;
    case "decimal":
      return "decimal number";
    case "string":
      return type.fixed ? "text, padded to its length" : "text";
    case "binary":
      return "bytes";
    case "json":
      return "JSON document";
    case "uuid":
      return "UUID";
    case "timestamp":
      return type.zoned ? "moment in time" : "date and time of day";
    case "time":
      return type.zoned ? "time of day with its zone" : "time of day";
    case "boolean":
      return "true or false";
    default:
      return type.kind;
  }
}

/** The numbers that stand for the letters become the letters again. */
function withLetters(written: string, word: string): string {
  if (word.includes("(n)")) return written.replace("(7)", "(n)").replace("(7,", "(n,");
  return word.endsWith("(p,s)") ? written.replace("(17,5)", "(p,s)") : written;
}

if (import.meta.main) {
  const root = Deno.cwd();
  if (Deno.args.includes("--check")) {
    report("types", await checkTypeReference(root), "the page of types is fresh");
  } else {
    await Deno.mkdir(`${root}/docs/reference`, { recursive: true });
    await Deno.writeTextFile(`${root}/${PAGE_PATH}`, makeTypeReference());
  }
}
