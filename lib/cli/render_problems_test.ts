import assert from "node:assert/strict";
import { diagnostic } from "../errors/mod.ts";
import { paintFor } from "./paint.ts";
import { renderExcerpt, renderProblems } from "./render_problems.ts";

const paint = paintFor({ hasColor: false });

Deno.test("renderProblems shows the place, the line and what to do", () => {
  const source = { name: "q.sql", text: "SELECT *\nFROM ordrs" };
  const span = { offset: 14, length: 5, line: 2, column: 6 };
  const problem = diagnostic("QUERY_TABLE_UNKNOWN", { name: "ordrs", near: ["orders"] }, { span });
  const text = renderProblems([problem], { sources: [source], paint, width: 80, countMax: 20 });
  assert.equal(
    text,
    [
      "  q.sql:2:6 error: The experiment has no table 'ordrs'",
      "     2 │ FROM ordrs",
      "       │      ^^^^^",
      "    Did you mean 'orders'?",
    ].join("\n"),
  );
});

Deno.test("renderProblems counts what it does not show", () => {
  const problems = Array.from({ length: 25 }, () => diagnostic("QUERY_EMPTY", {}));
  const text = renderProblems(problems, { sources: [], paint, width: 80, countMax: 20 });
  assert.match(text, /\n {2}… and 5 more$/);
});

Deno.test("renderProblems lets the first warnings stand for others of their kind", () => {
  const warnings = ["a", "b", "c", "d", "e"].map((table) =>
    diagnostic("PLAN_CHECK_UNUSED", { table, check: "x > y" })
  );
  const text = renderProblems(warnings, { sources: [], paint, width: 80, countMax: 20 });
  assert.match(text, /'a'[^]*'b'/);
  assert.doesNotMatch(text, /'c'|'d'|'e'/);
  assert.match(text, /\n {2}… and 3 more of these kinds; --all-findings shows them$/);
  const options = { sources: [], paint, width: 80, countMax: 20, showsAlike: true };
  const all = renderProblems(warnings, options);
  assert.match(all, /'a'[^]*'b'[^]*'c'[^]*'d'[^]*'e'/);
  assert.doesNotMatch(all, /more/);
});

Deno.test("renderExcerpt keeps the mark under its character, in long lines and after tabs", () => {
  const text = `${"x".repeat(300)}\t東京 bad`;
  const span = { offset: 304, length: 3, line: 1, column: 305 };
  const [line, mark] = renderExcerpt(span, text, paint);
  const columnsBefore = (before: string) =>
    Array.from(before).reduce((sum, character) => sum + (/[東京]/.test(character) ? 2 : 1), 0);
  assert.equal(columnsBefore(line!.slice(0, line!.indexOf("bad"))), mark!.indexOf("^"));
  assert.equal(mark!.trim().replace(/[│ ]/g, ""), "^^^");
});
