import assert from "node:assert/strict";
import { checkGeneratorRegistry, makeGeneratorRegistry } from "./make_generator_registry.ts";

const FOLDER = "lib/generation/generators/catalogue";

Deno.test("the checked-in registry lists every file of the catalogue", async () => {
  assert.deepEqual(await checkGeneratorRegistry(Deno.cwd()), []);
});

Deno.test("makeGeneratorRegistry lists generators by name, and leaves helpers and tests out", async () => {
  await withCatalogue(["unit_price.ts", "age.ts", "_lists.ts", "age_test.ts"], async (root) => {
    const text = await makeGeneratorRegistry(root);
    assert.match(text, /import age from ".\/catalogue\/age.ts";\nimport unitPrice from /);
    assert.match(text, /\{\n {2}age,\n {2}unit_price: unitPrice,\n\}/);
    assert.doesNotMatch(text, /lists|age_test/);
  });
});

Deno.test("checkGeneratorRegistry finds a registry that lacks a file, and says what to run", async () => {
  await withCatalogue(["age.ts"], async (root) => {
    await Deno.writeTextFile(
      `${root}/lib/generation/generators/registry_gen.ts`,
      await makeGeneratorRegistry(root),
    );
    assert.deepEqual(await checkGeneratorRegistry(root), []);
    await Deno.writeTextFile(`${root}/${FOLDER}/color.ts`, "");
    const [finding] = await checkGeneratorRegistry(root);
    assert.equal(finding?.fix, "deno run -A tools/make_generator_registry.ts");
  });
});

async function withCatalogue(
  files: readonly string[],
  work: (root: string) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${root}/${FOLDER}`, { recursive: true });
    for (const file of files) await Deno.writeTextFile(`${root}/${FOLDER}/${file}`, "");
    await work(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}
