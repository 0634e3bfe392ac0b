import assert from "node:assert/strict";
import { commandHelp } from "../../lib/cli/mod.ts";
import { DDL_LIMITS } from "../../lib/ddl/mod.ts";
import { DIAGNOSTICS, ERRORS } from "../../lib/errors/mod.ts";
import { GENERATORS } from "../../lib/generation/mod.ts";
import { SCHEMA_LIMITS } from "../../lib/schema/mod.ts";
import { SERVER_LIMITS } from "../../lib/web/mod.ts";
import { ROUTES } from "../../routes/manifest_gen.ts";
import { listFiles } from "../list_files.ts";
import { checkReferences, makeReferences, staleness } from "./make_references.ts";

const ROOT = new URL("../../", import.meta.url).pathname.replace(/\/$/, "");

/** By their sections. */
const LIMITS: Readonly<Record<string, object>> = {
  "Schemas": SCHEMA_LIMITS,
  "DDL": DDL_LIMITS,
  "The server": SERVER_LIMITS,
};

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
  for (const [title, group] of Object.entries(LIMITS)) {
    const [, section = ""] = limits.split(`\n## ${title}\n`);
    const [rows = ""] = section.split("\n## ");
    for (const name of Object.keys(group)) assert.ok(rows.includes(`| \`${name}\` |`), name);
  }
  const rest = await read("rest.md");
  for (const { path, module } of ROUTES) {
    for (const method of Object.keys(module)) {
      assert.ok(rest.includes(`\n## ${method} ${path}\n`), `${method} ${path}`);
    }
  }
});

Deno.test("limits are kept in the files that the page of limits is made from", async () => {
  const found: string[] = [];
  for (const path of await listFiles(`${ROOT}/lib`)) {
    if (!path.endsWith(".ts") || path.endsWith("_test.ts")) continue;
    const text = await Deno.readTextFile(`${ROOT}/lib/${path}`);
    found.push(...[...text.matchAll(/^export const (\w*LIMITS)\b/gm)].map(([, name]) => name!));
  }
  assert.deepEqual(found.sort(), ["DDL_LIMITS", "SCHEMA_LIMITS", "SERVER_LIMITS"]);
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
