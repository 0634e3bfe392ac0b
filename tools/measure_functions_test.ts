import { deepEqual } from "node:assert/strict";
import { measureFunctions } from "./measure_functions.ts";

function sizes(source: string): readonly string[] {
  return measureFunctions(source).map(({ line, lineCount }) => `${line}+${lineCount}`);
}

Deno.test("measureFunctions measures functions, methods and arrow functions", () => {
  const source = `function one(a: string, b = { c: 1 }): Promise<{ d: number }> {
  return two(() => {
    done();
  });
}
class Three {
  #four<T>(e: T): e is string {
  }
  constructor() {}
  get five(): readonly [string, { f: number }] { return x; }
  *six(): Iterable<string | null> {
  }
}
const seven = async (): Promise<void> => {
};
`;
  deepEqual(sizes(source), ["1+5", "2+3", "7+2", "9+1", "10+1", "11+2", "14+2"]);
});

Deno.test("measureFunctions leaves other braces alone", () => {
  const source = `if (a) {
} else if (b()) {
}
for (const c of d) { e = { f: g(h) }; }
while (i) { switch (j) { case 1: {} } }
try {} catch (k) {}
type L = (m: string) => void;
interface N { o(p: string): { q: number } }
const r = s ? t(u) : { v: 1 };
class W extends X(Y) {}
`;
  // A class that extends a call cannot be told from a method by its brackets; it measures as one.
  deepEqual(sizes(source), ["10+1"]);
});

Deno.test("measureFunctions reads past templates with code", () => {
  deepEqual(sizes("function a() {\n  return `${b({})} } ${`{`}`;\n}\nfunction c() {}"), [
    "1+3",
    "4+1",
  ]);
});
