import { deepEqual, equal, throws } from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { Island, IslandContext, IslandScope, scriptJson } from "./island.tsx";

function Counter({ text }: { readonly text: string }) {
  return <b>{text}</b>;
}

Deno.test("scriptJson ends no element, and reads back as it was", () => {
  for (const text of ["</script><script>alert(1)</script>", "<!--<script>", "\u2028\u2029"]) {
    const json = scriptJson({ text });
    equal(/[<\u2028\u2029]/.test(json), false);
    deepEqual(JSON.parse(json), { text });
  }
});

Deno.test("Island renders its piece with its props before it, and is counted", () => {
  const scope = new IslandScope([{ name: "counter", component: Counter }]);
  const html = renderToString(
    <IslandContext.Provider value={scope}>
      <Island of={Counter} props={{ text: "</b>" }} />
    </IslandContext.Provider>,
  );
  equal(
    html,
    '<script type="application/json">{"text":"\\u003c/b>"}</script>' +
      '<div class="island" data-island="counter"><b>&lt;/b></b></div>',
  );
  deepEqual([...scope.names], ["counter"]);
});

Deno.test("Island refuses what is no file of islands", () => {
  const scope = new IslandScope([]);
  throws(() =>
    renderToString(
      <IslandContext.Provider value={scope}>
        <Island of={Counter} props={{ text: "" }} />
      </IslandContext.Provider>,
    )
  );
});
