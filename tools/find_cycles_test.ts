import { deepEqual } from "node:assert/strict";
import { findCycles } from "./find_cycles.ts";

function graph(text: string): ReadonlyMap<string, readonly string[]> {
  const lines = text.trim().split("\n").map((line) => line.trim().split(" "));
  return new Map(lines.map(([file, ...targets]) => [file!, targets]));
}

Deno.test("findCycles finds none in a tree with a shared leaf", () => {
  deepEqual(findCycles(graph("a b c\nb d\nc d\nd")), []);
});

Deno.test("findCycles gives the shortest way round each knot", () => {
  deepEqual(findCycles(graph("a b\nb c\nc d a\nd b\nx y\ny x\nz a x")), [
    ["a", "b", "c"],
    ["x", "y"],
  ]);
});

Deno.test("findCycles sees a file that imports itself", () => {
  deepEqual(findCycles(graph("a a")), [["a"]]);
});
