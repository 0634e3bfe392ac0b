import assert from "node:assert/strict";
import { loadKernels } from "./load_kernels.ts";

const functions = loadKernels(new WebAssembly.Memory({ initial: 2048, maximum: 2048 }));

Deno.test("loadKernels exports the functions of its interface, with as many parameters", async () => {
  const source = await Deno.readTextFile(new URL("kernel_functions.ts", import.meta.url));
  const declared = [...source.matchAll(/^ {2}(\w+)\(([^)]*)\): \w+;$/gm)].map(([, name, list]) => [
    name!,
    list!.split(",").filter((each) => each.trim() !== "").length,
  ]);
  assert.ok(declared.length > 30, "the interface is read");
  const exported = Object.entries(functions!)
    .flatMap(([name, value]) => typeof value === "function" ? [[name, value.length]] : []);
  assert.deepEqual(exported.toSorted(), declared.toSorted());
});

Deno.test("the kernels' own memory ends before that of the caller", () => {
  assert.ok(functions!.memoryBegin() > functions!.boundsFound());
  assert.ok(functions!.memoryBegin() < 65_536 * 2);
});

for (const choice of ["typescript", ""]) {
  Deno.test(`loadKernels with DW_SIM_KERNELS='${choice}' gives ${choice ? "none" : "them"}`, async () => {
    const code = `
      import { KernelMemory } from "${import.meta.resolve("./mod.ts")}";
      const memory = new KernelMemory();
      Deno.stdout.writeSync(new TextEncoder().encode(\`\${memory.accelerated} \${memory.take(9).length}\`));
    `;
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["eval", "--ext=ts", code],
      env: { DW_SIM_KERNELS: choice },
    }).output();
    assert.equal(new TextDecoder().decode(stdout), `${choice === ""} 9`);
  });
}
