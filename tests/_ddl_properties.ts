import { ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { importDdl, renderDiagnostic } from "../lib/ddl/mod.ts";
import { type Dialect, validateSchema } from "../lib/schema/mod.ts";

const ROOT = new URL("./golden/ddl/", import.meta.url);
const DIALECTS: readonly Dialect[] = ["redshift", "snowflake", "postgres"];
/** The text of every golden file. */
export const CORPUS = DIALECTS.flatMap((dialect) =>
  [...Deno.readDirSync(new URL(dialect, ROOT))]
    .map(({ name }) => name)
    .filter((name) => name.endsWith(".sql"))
    .toSorted()
    .map((name) => Deno.readTextFileSync(new URL(`${dialect}/${name}`, ROOT)))
);

/** What typing, pasting and cutting do to a text. */
interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const PIECES = [
  ..."(),;.'\"$[]{}<>=-:\\/&\n ",
  "--",
  "/*",
  "*/",
  "$$",
  "NOT",
  "NULL",
  "CREATE TABLE",
  "BEGIN",
  "END",
  "DEFAULT",
  "AS",
  "WITH",
  "PRIMARY KEY",
  "REFERENCES",
  "LIKE",
  "é",
  "\u00a0",
  "9",
  "{{ x }}",
];

/** An edit may make a name too long, or close a circle: the schema room tells of those. */
const NOT_FROM_KEYS: ReadonlySet<string> = new Set([
  "NAME_NOT_ALLOWED",
  "SCHEMA_LIMIT",
  "REQUIRED_CYCLE",
]);

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.integer({ min: 0, max: 12 }),
  inserted: fc.constantFrom("", ...PIECES),
});

function applyEdit(text: string, { at, removed, inserted }: Edit): string {
  const offset = Math.floor(at * text.length);
  return text.slice(0, offset) + inserted + text.slice(offset + removed);
}

/** Any text the corpus becomes by a few edits: no crash, and no finding outside the text. */
export const survivesEdits = fc.property(
  fc.constantFrom(...CORPUS),
  fc.constantFrom(...DIALECTS),
  fc.array(edit, { maxLength: 6 }),
  (original, dialect, edits) => {
    const text = edits.reduce(applyEdit, original);
    const { schema, diagnostics } = importDdl(text, { name: "fuzz", dialect, strict: true });
    const hasError = diagnostics.some(({ severity }) => severity === "error");
    strictEqual(schema === null, hasError);
    for (const finding of diagnostics) {
      ok(finding.message !== "" && !finding.message.includes("undefined"));
      if (finding.span === undefined) continue;
      const { offset, length, line, column } = finding.span;
      ok(offset >= 0 && length >= 0 && offset + length <= text.length);
      ok(line >= 1 && column >= 1);
      ok(renderDiagnostic(finding, { name: "fuzz.sql", text }).includes(finding.message));
    }
  },
);

/** What is imported past errors, from two files at once, is a coherent schema. */
export const givesCoherentSchemas = fc.property(
  fc.constantFrom(...CORPUS),
  fc.constantFrom(...CORPUS),
  fc.constantFrom(...DIALECTS),
  edit,
  (original, other, dialect, change) => {
    const sources = [
      { name: "edited.sql", text: applyEdit(original, change) },
      { name: "other.sql", text: other },
    ];
    const { schema, diagnostics } = importDdl(sources, { name: "fuzz", dialect });
    for (const { source, span } of diagnostics) {
      const { text } = sources.find(({ name }) => name === source) ?? { text: "" };
      ok(span === undefined || span.offset + span.length <= text.length);
    }
    if (schema === null) return;
    const problems = validateSchema(schema).filter(({ code }) => !NOT_FROM_KEYS.has(code));
    strictEqual(problems.map(({ message }) => message).join("\n"), "");
  },
);
