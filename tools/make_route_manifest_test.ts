import assert from "node:assert/strict";
import { withProject } from "./_with_project.ts";
import { checkRouteManifest, makeRouteManifest } from "./make_route_manifest.ts";

Deno.test("the checked-in manifest lists every file of the routes", async () => {
  assert.deepEqual(await checkRouteManifest(new URL("../", import.meta.url).pathname), []);
});

Deno.test("makeRouteManifest turns files into addresses, what is fixed before what varies", async () => {
  const files = {
    "routes/api/things/[name]/index.ts": "",
    "routes/api/things/index.ts": "",
    "routes/api/things/import-sql.ts": "",
    "routes/api/_helper.ts": "",
    "routes/api/things_test.ts": "",
  };
  await withProject(files, async (root) => {
    const text = await makeRouteManifest(root);
    const paths = [...text.matchAll(/path: "([^"]+)"/g)].map(([, path]) => path);
    assert.deepEqual(paths, ["/api/things", "/api/things/import-sql", "/api/things/{name}"]);
  });
});

Deno.test("checkRouteManifest finds a manifest that lacks a file, and says what to run", async () => {
  const files = { "routes/health.ts": "", "routes/manifest_gen.ts": "" };
  await withProject(files, async (root) => {
    const [finding] = await checkRouteManifest(root);
    assert.equal(finding?.fix, "deno run -A tools/make_route_manifest.ts");
    await Deno.writeTextFile(`${root}/routes/manifest_gen.ts`, await makeRouteManifest(root));
    assert.deepEqual(await checkRouteManifest(root), []);
  });
});
