import { deepStrictEqual, ok } from "node:assert/strict";
import { diagnostic } from "../errors/mod.ts";
import { importDdl } from "./import_ddl.ts";
import { renderDiagnostic } from "./render_diagnostic.ts";

Deno.test("renderDiagnostic points at the culprit", () => {
  const text = "CREATE TABLE t (\n\tid INT\n\tname VARCHAR(10)\n);";
  const { diagnostics } = importDdl(text, { name: "x", dialect: "redshift", strict: true });
  deepStrictEqual(renderDiagnostic(diagnostics[0]!, { name: "t.sql", text }).split("\n"), [
    "t.sql:3:2: error DDL_MISSING_COMMA: A comma is missing before 'name'",
    "    3 | \tname VARCHAR(10)",
    "      | \t^^^^",
    "  hint: Separate columns and constraints with commas: put ',' before 'name'",
  ]);
});

Deno.test("renderDiagnostic shows the part of a long line that matters", () => {
  const text = `CREATE TABLE t (${"a INT, ".repeat(100)}b INT NOT NUL);`;
  const { diagnostics } = importDdl(text, { name: "x", dialect: "redshift", strict: true });
  const found = diagnostics.find(({ code }) => code === "DDL_MISSPELLED")!;
  const [, excerpt, caret] = renderDiagnostic(found, { name: "t.sql", text }).split("\n");
  const at = caret!.indexOf("^");
  deepStrictEqual(excerpt!.slice(at, at + 3), "NUL");
  ok(excerpt!.length < 130);
});

Deno.test("renderDiagnostic leaves the excerpt out when the finding has no place", () => {
  const rendered = renderDiagnostic(diagnostic("DDL_NO_TABLES", {}), { name: "t.sql", text: "" });
  deepStrictEqual(rendered.split("\n"), [
    "t.sql: error DDL_NO_TABLES: The text defines no table that can be imported",
    "  hint: Paste at least one CREATE TABLE statement with a column list",
  ]);
});
