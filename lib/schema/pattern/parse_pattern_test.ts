import { deepStrictEqual, equal, ok } from "node:assert/strict";
import { parsePattern } from "./parse_pattern.ts";
import { patternAlias } from "./pattern_alias.ts";

Deno.test("parsePattern lists every form of a pattern's texts, each once", () => {
  const cases: readonly (readonly [string, readonly (readonly string[])[]])[] = [
    ["[A-C]{2}-\\d", [["ABC", "ABC", "-", "0123456789"]]],
    ["^(red|blue)s?$", [
      ["r", "e", "d"],
      ["r", "e", "d", "s"],
      ["b", "l", "u", "e"],
      ["b", "l", "u", "e", "s"],
    ]],
    ["(ab){1,2}", [["a", "b"], ["a", "b", "a", "b"]]],
    ["a|a|[a]", [["a"]]],
    ["[.\\-\\]]é\\.", [[".-]", "é", "."]]],
    ["(?:x{0})", [[]]],
  ];
  for (const [text, forms] of cases) deepStrictEqual(parsePattern(text).forms, forms, text);
});

Deno.test("parsePattern says which character it cannot follow, and why", () => {
  const cases = [
    ["a)", 1, /a '\)' without its '\('/],
    ["(a", 0, /the '\(' is not closed/],
    ["[a", 0, /the '\[' is not closed/],
    ["a{2,1}", 1, /runs backwards/],
    ["a{x}", 1, /a count such as/],
    ["*a", 0, /nothing stands before '\*'/],
    ["(?=a)b", 0, /begins no group here/],
    ["(a)\\1", 3, /none of/],
    ["\\bword", 0, /none of/],
    ["a^b", 1, /'\^' inside a text/],
    ["[z-a]", 0, /runs backwards/],
    ["\\w{1,40}[a-z]{1,40}", 19, /more than 1000 forms/],
    ["a{2000}", 1, /2000 characters are too many/],
    ["[a-z]{1,999}", 0, /too many characters to choose from/],
    ["(".repeat(90), 50, /nests too deeply/],
  ] as const;
  for (const [text, at, reason] of cases) {
    const { fault } = parsePattern(text);
    ok(fault !== null, text);
    ok(reason.test(fault.reason), `${text}: ${fault.reason}`);
    equal(fault.at, at, `${text}: ${fault.reason}`);
  }
});

Deno.test("rules of Faker that are patterns are read as such", () => {
  equal(patternAlias("bothify('??-###')"), "[a-zA-Z][a-zA-Z]-\\d\\d\\d");
  equal(patternAlias('fake.numerify("(%##) #")'), "\\([1-9]\\d\\d\\) \\d");
  equal(patternAlias("faker.helpers.fromRegExp(/[A-F]{3}/)"), "[A-F]{3}");
  equal(patternAlias("regexify([0-9]+)"), "[0-9]+");
  equal(patternAlias("lexify"), null);
  equal(patternAlias("person.firstName()"), null);
});
