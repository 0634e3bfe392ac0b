import assert from "node:assert/strict";
import { AppContext } from "./app_context.ts";
import { checkHealth } from "./check_health.ts";

async function withContext(work: (context: AppContext, folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    using context = new AppContext({ flag: `${folder}/data` });
    await work(context, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("checkHealth finds everything well in a new folder, and names what it looked at", async () => {
  await withContext(async (context) => {
    const checks = await checkHealth(context);
    assert.deepEqual(checks.filter(({ ok }) => !ok), []);
    const names = ["Runtime", "Data folder", "Free space", "Catalog", "Leftovers", "Workers"];
    assert.deepEqual(checks.map(({ name }) => name), [...names, "Kernels", "Query engine"]);
  });
});

Deno.test("checkHealth tells that others can read the data, and how to end that", async () => {
  await withContext(async (context) => {
    context.dataRoot.create();
    await Deno.chmod(context.dataRoot.path, 0o755);
    const found = (await checkHealth(context)).find(({ name }) => name === "Data folder")!;
    assert.equal(found.ok, false);
    assert.match(found.hint!, /^Keep it to yourself: chmod 700 /);
  });
});

Deno.test("checkHealth says of a port whether it is taken", async () => {
  await withContext(async (context) => {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = listener.addr;
    const told = async () =>
      (await checkHealth(context, { port })).find(({ name }) => name === "Port")!.detail;
    assert.match(await told(), /is taken/);
    listener.close();
    assert.equal(await told(), `${port} is free`);
  });
});

Deno.test("checkHealth finds a catalog that is no catalog, and goes on", async () => {
  await withContext(async (context) => {
    context.dataRoot.create();
    await Deno.writeTextFile(
      context.dataRoot.catalogPath,
      "not a database, by any means".repeat(99),
    );
    const checks = await checkHealth(context);
    assert.equal(checks.find(({ name }) => name === "Catalog")!.ok, false);
    assert.equal(checks.find(({ name }) => name === "Query engine")!.ok, true);
  });
});
