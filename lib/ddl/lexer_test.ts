import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { DIALECTS } from "./dialects/mod.ts";
import { lex } from "./lexer.ts";
import { TOKEN } from "./tokens.ts";

function tokensOf(text: string, dialect: keyof typeof DIALECTS = "postgres"): string[] {
  const { tokens } = lex(text, DIALECTS[dialect]);
  return Array.from({ length: tokens.count }, (_, index) => tokens.textOf(index));
}

Deno.test("lex passes over comments of every kind", () => {
  deepStrictEqual(tokensOf("a -- b; 'c\n d /* e /* f */ g */ h"), ["a", "d", "h"]);
});

Deno.test("lex ends a block comment at its first end where the dialect does not nest", () => {
  deepStrictEqual(tokensOf("a /* b /* c */ d", "snowflake"), ["a", "d"]);
});

Deno.test("lex takes // as a comment only in Snowflake", () => {
  deepStrictEqual(tokensOf("a // b\nc", "snowflake"), ["a", "c"]);
  deepStrictEqual(tokensOf("a // b\nc", "redshift"), ["a", "/", "/", "b", "c"]);
});

Deno.test("lex keeps semicolons and quotes inside strings", () => {
  deepStrictEqual(tokensOf("'it''s; ok' x"), ["'it''s; ok'", "x"]);
  deepStrictEqual(tokensOf("'it\\'s; ok' x", "snowflake"), ["'it\\'s; ok'", "x"]);
  deepStrictEqual(tokensOf("'back\\' x"), ["'back\\'", "x"]);
  deepStrictEqual(tokensOf("E'it\\'s; ok' x"), ["E'it\\'s; ok'", "x"]);
});

Deno.test("lex reads dollar-quoted bodies with and without tags", () => {
  deepStrictEqual(tokensOf("$$ a; 'b $$ c"), ["$$ a; 'b $$", "c"]);
  deepStrictEqual(tokensOf("$f$ a $$ ; $f$ c"), ["$f$ a $$ ; $f$", "c"]);
});

Deno.test("lex keeps doubled quotes inside quoted names", () => {
  deepStrictEqual(tokensOf('"a ""b"" c" d'), ['"a ""b"" c"', "d"]);
});

Deno.test("lex reads unicode words, words that start with a digit, and numbers", () => {
  deepStrictEqual(tokensOf("größe 列 2020_sales 1.5e3 10"), [
    "größe",
    "列",
    "2020_sales",
    "1.5e3",
    "10",
  ]);
});

Deno.test("lex takes a client command with its whole line, and != as what it is", () => {
  deepStrictEqual(tokensOf("\\set a 'b\n!set c=d\nx\n!= y"), [
    "\\set a 'b",
    "!set c=d",
    "x",
    "!",
    "=",
    "y",
  ]);
});

Deno.test("lex passes over the rows of COPY FROM stdin", () => {
  deepStrictEqual(tokensOf("COPY t FROM stdin;\n1\tit's; \n\\.\nx"), [
    "COPY",
    "t",
    "FROM",
    "stdin",
    ";",
    "x",
  ]);
});

Deno.test("lex glues template text to the word it is in, and reports it", () => {
  const { tokens, templates } = lex("{{ db }}.x_${env}_y &v", DIALECTS.snowflake);
  deepStrictEqual([0, 1, 2, 3].map((index) => tokens.textOf(index)), [
    "{{ db }}",
    ".",
    "x_${env}_y",
    "&v",
  ]);
  deepStrictEqual(templates.map(({ offset }) => offset), [0, 11, 20]);
});

Deno.test("lex reports what is not closed, at its opening", () => {
  const found = (text: string) =>
    lex(text, DIALECTS.postgres).notClosed.map(({ what, region }) => [what, region.offset]);
  deepStrictEqual(found("a 'b"), [["string", 2]]);
  deepStrictEqual(found('a "b'), [["quoted name", 2]]);
  deepStrictEqual(found("a /* b"), [["comment", 2]]);
  deepStrictEqual(found("a $x$ b"), [["string", 2]]);
});

Deno.test("lex covers any text with tokens in order that lie inside it", () => {
  const unit = fc.constantFrom(..."abE1 \n'\"$-/*\\;(){}&!.,é\u00a0`%#");
  fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
    for (const rules of Object.values(DIALECTS)) {
      const { tokens } = lex(text, rules);
      let end = 0;
      for (let index = 0; index < tokens.count; index++) {
        ok(tokens.start(index) >= end && tokens.end(index) > tokens.start(index));
        end = tokens.end(index);
      }
      ok(end <= text.length);
      strictEqual(tokens.kind(tokens.count), TOKEN.none);
    }
  }));
});

Deno.test("lex finds the templates of the tools that write DDL, and what only looks like one", () => {
  const found = (text: string, dialect: keyof typeof DIALECTS = "redshift") =>
    lex(text, DIALECTS[dialect]).templates.map(({ offset, length }) =>
      text.slice(offset, offset + length)
    );
  const templates = [
    "{{ a.b }}",
    "${a}",
    "$(a)",
    "{a.b}",
    "%(a)s",
    "%s",
    "<a>",
    "@a@",
    ":a",
    ":'a'",
  ];
  for (const template of templates) {
    deepStrictEqual(found(`CREATE TABLE ${template} (id INT DEFAULT ${template})`), [
      template,
      template,
    ]);
  }
  const others = "a::int b:c ARRAY<INT> ARRAY <INT> x[1:2] 5 % 3 a<b '{}' '{{ a }}' -- {{ a }}\n";
  deepStrictEqual(found(others), []);
  deepStrictEqual(found("&a &&b &{c} a&b", "snowflake"), ["&a", "&&b", "&{c}", "&b"]);
  deepStrictEqual(found("&a", "postgres"), []);
});

Deno.test("lex reads names in the brackets of SQL Server, and leaves those of arrays alone", () => {
  deepStrictEqual(tokensOf("[dbo].[My Table] a[b] ARRAY[c] int[]").slice(0, 3), [
    "[dbo]",
    ".",
    "[My Table]",
  ]);
  strictEqual(tokensOf("a[b] ARRAY[c] int[]").includes("[b]"), false);
});

Deno.test("lex does not take the slashes of an address for a comment", () => {
  deepStrictEqual(tokensOf("PUT file:///tmp/x @s; b", "snowflake").at(-1), "b");
});

Deno.test("lex says once a statement that brackets nest too deep, and where", () => {
  const { beyondLimits } = lex(`${"(".repeat(3_000)};${"[".repeat(1_500)}`, DIALECTS.postgres);
  deepStrictEqual(beyondLimits.map(({ region }) => region.offset), [1_000, 4_001]);
});

Deno.test("Tokens give a word in both cases, letters beyond ASCII too", () => {
  const words = ["Straße", "STRASSE", "select", "Select", "ÄPFEL", "k1", "K1"];
  const { tokens } = lex(words.join(" "), DIALECTS.postgres);
  const indexes = words.map((_, index) => index);
  deepStrictEqual(indexes.map((i) => tokens.wordOf(i)), words.map((word) => word.toUpperCase()));
  deepStrictEqual(indexes.map((i) => tokens.lowerOf(i)), words.map((word) => word.toLowerCase()));
});

Deno.test("Tokens tell any words apart", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,6}$/), {
        minLength: 1,
        maxLength: 3_000,
      }),
      (words) => {
        const { tokens } = lex(words.join(" "), DIALECTS.postgres);
        deepStrictEqual(words.map((_, i) => tokens.wordOf(i)), words.map((w) => w.toUpperCase()));
      },
    ),
    { numRuns: 30 },
  );
});
