import assert from "node:assert/strict";
import { withProject } from "./_with_project.ts";
import { checkKernels, makeKernels } from "./make_kernels.ts";

const CONFIGURATION = `{ "imports": { "assemblyscript": "npm:assemblyscript@0.0.0" } }`;
const SOURCE = "export function twice(value: i32): i32 { return 2 * value; }\n";

Deno.test("the checked-in kernels are what their sources compile to, to the byte", async () => {
  const written = await Deno.readTextFile("lib/kernels/kernels_gen.ts");
  assert.equal(await makeKernels(Deno.cwd()), written);
  assert.deepEqual(await checkKernels(Deno.cwd()), []);
});

Deno.test("checkKernels finds a module of other sources, and says what to run", async () => {
  await withProject({
    "deno.json": CONFIGURATION,
    "lib/kernels/assembly/kernels.ts": SOURCE,
  }, async (root) => {
    await Deno.writeTextFile(`${root}/lib/kernels/kernels_gen.ts`, await makeKernels(root));
    assert.deepEqual(await checkKernels(root), []);
    const path = `${root}/lib/kernels/assembly/kernels.ts`;
    await Deno.writeTextFile(path, SOURCE.replace("2 *", "3 *"));
    const [finding] = await checkKernels(root);
    assert.equal(finding?.fix, "deno task kernels");
  });
});

Deno.test("makeKernels says what does not compile", async () => {
  await withProject({
    "deno.json": CONFIGURATION,
    "lib/kernels/assembly/kernels.ts": "export function half(value: i32): i32 { return `; }\n",
  }, async (root) => {
    await assert.rejects(makeKernels(root), /do not compile[^]*kernels\.ts/);
  });
});
