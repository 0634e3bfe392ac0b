import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { type Box, layoutDiagram, type Line } from "./diagram_layout.ts";
import { cpuClock } from "../tests/cpu_clock.ts";

function box(id: string): Box {
  return { id, width: 120 + id.length * 7, height: 60 };
}

function line(from: string, to: string): Line {
  return { from, to, fromY: 30, toY: 30 };
}

/** Any boxes, with any lines between them: circles, loops and lines to nowhere among them. */
const drawings = fc.integer({ min: 0, max: 30 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, i) => `table_${i}`);
  const id = fc.constantFrom(...ids, "nowhere");
  const links = fc.array(fc.tuple(id, id).map(([from, to]) => line(from, to)), { maxLength: 60 });
  return links.map((lines) => ({ boxes: ids.map(box), lines }));
});

Deno.test("layoutDiagram places every box within the drawing, and none upon another", () => {
  fc.assert(fc.property(drawings, ({ boxes, lines }) => {
    const layout = layoutDiagram(boxes, lines);
    const placed = [...layout.boxes.values()];
    equal(placed.length, boxes.length);
    equal(layout.paths.length, lines.length);
    for (const [i, a] of placed.entries()) {
      ok(a.x >= 0 && a.y >= 0, `${a.id} at ${a.x}, ${a.y}`);
      ok(a.x + a.width <= layout.width && a.y + a.height <= layout.height);
      for (const b of placed.slice(i + 1)) {
        const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x ||
          a.y + a.height <= b.y || b.y + b.height <= a.y;
        ok(isApart, `${a.id} and ${b.id}`);
      }
    }
  }));
});

Deno.test("layoutDiagram puts parents left of their children where that is possible", () => {
  const ids = ["a", "b", "c", "d"];
  const lines = [line("a", "b"), line("b", "c"), line("a", "c"), line("c", "d"), line("a", "d")];
  const { boxes } = layoutDiagram(ids.map(box), lines);
  for (const { from, to } of lines) ok(boxes.get(from)!.x < boxes.get(to)!.x);
});

Deno.test("layoutDiagram has 200 boxes with 600 lines within the time a page has", () => {
  const ids = Array.from({ length: 200 }, (_, i) => `t${i}`);
  const lines = ids.flatMap((id, i) =>
    [3, 5, 7].filter((step) => i >= step).map((step) => line(ids[i - step]!, id))
  );
  const elapsedMs = cpuClock();
  layoutDiagram(ids.map(box), lines);
  // It takes some 20 ms; the bound only tells it from methods that take seconds.
  ok(elapsedMs() < 1_000);
});
