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
