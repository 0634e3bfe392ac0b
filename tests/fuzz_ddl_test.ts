import { ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { importDdl, renderDiagnostic } from "../lib/ddl/mod.ts";
import { type Dialect, validateSchema } from "../lib/schema/mod.ts";

const ROOT = new URL("./golden/ddl/", import.meta.url);
const DIALECTS: readonly Dialect[] = ["redshift", "snowflake", "postgres"];
const CORPUS = DIALECTS.flatMap((dialect) =>
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

Deno.test("importDdl survives any edit of the corpus, and points only inside the text", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CORPUS),
      fc.constantFrom(...DIALECTS),
      fc.array(edit, { maxLength: 6 }),
      (original, dialect, edits) => {
        const text = edits.reduce(applyEdit, original);
        const { schema, diagnostics } = importDdl(text, { name: "fuzz", dialect });
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
    ),
    { numRuns: 3_000 },
  );
});

Deno.test("importDdl gives schemas that the schema room finds coherent, whatever the edit", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CORPUS),
      fc.constantFrom(...DIALECTS),
      edit,
      (original, dialect, change) => {
        const { schema } = importDdl(applyEdit(original, change), { name: "fuzz", dialect });
        if (schema === null) return;
        const problems = validateSchema(schema).filter(({ code }) => !NOT_FROM_KEYS.has(code));
        strictEqual(problems.map(({ message }) => message).join("\n"), "");
      },
    ),
    { numRuns: 1_000 },
  );
});

Deno.test("importDdl gives the same outcome for the same text", () => {
  for (const text of CORPUS) {
    const once = importDdl(text, { name: "same", dialect: "snowflake" });
    const again = importDdl(text, { name: "same", dialect: "snowflake" });
    strictEqual(JSON.stringify(once), JSON.stringify(again));
  }
});
