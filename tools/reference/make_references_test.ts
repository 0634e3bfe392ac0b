import assert from "node:assert/strict";
import { commandHelp } from "../../lib/cli/mod.ts";
import { DIAGNOSTICS, ERRORS } from "../../lib/errors/mod.ts";
import { GENERATORS } from "../../lib/generation/mod.ts";
import { SERVER_LIMITS } from "../../lib/web/mod.ts";
import { ROUTES } from "../../routes/manifest_gen.ts";
import { checkReferences, makeReferences, staleness } from "./make_references.ts";

const ROOT = new URL("../../", import.meta.url).pathname.replace(/\/$/, "");

const read = (name: string) => Deno.readTextFile(`${ROOT}/docs/reference/${name}`);

Deno.test("every page of reference says what the code says", async () => {
  assert.deepEqual(await checkReferences(ROOT), []);
});

Deno.test("no command, error, finding, generator, limit or call is left out of its page", async () => {
  const cli = await read("cli.md");
  for (const { name } of await commandHelp()) assert.ok(cli.includes(`\n## ${name}\n`), name);
  const errors = await read("errors.md");
  for (const code of [...Object.keys(ERRORS), ...Object.keys(DIAGNOSTICS)]) {
    assert.ok(errors.includes(`| \`${code}\` |`), code);
  }
  const generators = await read("generators.md");
  for (const { name } of GENERATORS) assert.ok(generators.includes(`\n| \`${name}\` |`), name);
  const limits = await read("limits.md");
  for (const name of Object.keys(SERVER_LIMITS)) {
    assert.ok(limits.includes(`| \`${name}\` |`), name);
  }
  const rest = await read("rest.md");
  for (const { path, module } of ROUTES) {
    for (const method of Object.keys(module)) {
      assert.ok(rest.includes(`\n## ${method} ${path}\n`), `${method} ${path}`);
    }
  }
});

Deno.test("a page that misses a line, or has one too many, is found at that line", () => {
  const fresh = "a\nb\nc\n";
  assert.equal(staleness("p.md", { written: fresh, fresh }).length, 0);
  assert.equal(staleness("p.md", { written: "a\nc\n", fresh })[0]!.line, 2);
  assert.equal(staleness("p.md", { written: "a\nb\nc\nd\n", fresh })[0]!.line, 4);
});

Deno.test("makeReferences mends what checkReferences finds", async () => {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${root}/docs/reference`, { recursive: true });
    for (const path of ["lib/schema", "lib/ddl", "lib/web"]) {
      await Deno.mkdir(`${root}/${path}`, { recursive: true });
    }
    for (const path of ["lib/schema/limits.ts", "lib/ddl/limits.ts", "lib/web/server_limits.ts"]) {
      await Deno.copyFile(`${ROOT}/${path}`, `${root}/${path}`);
    }
    assert.equal((await checkReferences(root)).length, 6);
    await makeReferences(root);
    assert.deepEqual(await checkReferences(root), []);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
