import assert from "node:assert/strict";

Deno.test("a worker loads none of the packages that plans and schemas need", async () => {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", new URL("part_worker.ts", import.meta.url).href],
  }).output();
  const graph = JSON.parse(new TextDecoder().decode(stdout));
  const modules: { specifier: string; dependencies?: { code?: { specifier: string } }[] }[] =
    graph.modules;
  const loaded = new Set<string>();
  const load = (specifier: string): void => {
    if (loaded.has(specifier)) return;
    loaded.add(specifier);
    const found = modules.find((each) => each.specifier === specifier);
    for (const { code } of found?.dependencies ?? []) if (code) load(code.specifier);
  };
  load(graph.roots[0]);
  assert.ok(loaded.size > 60, "the program is found");
  const packages = [...loaded].filter((each) => each.startsWith("npm:"));
  assert.deepEqual(packages, []);
  const places = [...loaded].filter((each) => /\/(catalogue|plan|schema)\//.test(each));
  assert.deepEqual(places, []);
});
