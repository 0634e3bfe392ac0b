import assert from "node:assert/strict";
import { AppContext } from "./app_context.ts";
import { checkHealth } from "./check_health.ts";
import { repairStorage } from "./repair_storage.ts";

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
    assert.match(found.hint!, /^Keep it to yourself: 'dw-sim doctor --repair', or chmod 700 /);
    assert.equal(repairStorage(context).isClosed, true);
    assert.equal((await Deno.stat(context.dataRoot.path)).mode! & 0o777, 0o700);
    assert.equal(repairStorage(context).isClosed, false);
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
    const leftovers = checks.find(({ name }) => name === "Leftovers")!;
    assert.equal(leftovers.detail, "not looked at: it needs the catalog");
    assert.equal(checks.find(({ name }) => name === "Query engine")!.ok, true);
  });
});

Deno.test("checkHealth says once that the folder cannot be made, and measures the disk above it", async () => {
  await withContext(async (_, folder) => {
    await Deno.writeTextFile(`${folder}/file`, "");
    using context = new AppContext({ flag: `${folder}/file/data` });
    const told = new Map((await checkHealth(context)).map((check) => [check.name, check]));
    assert.match(
      told.get("Data folder")!.detail,
      /file\/data' cannot be written: part of the path/,
    );
    assert.equal(told.get("Free space")!.ok, true);
    for (const name of ["Catalog", "Leftovers", "Query engine"]) {
      const { ok, detail } = told.get(name)!;
      assert.equal(`${ok} ${detail}`, "false not looked at: it needs the data folder");
    }
  });
});

/** The program's bundle stands for it: a copy of it may be damaged. */
async function toldByDamaged(
  file: string,
  damage: (text: string) => string,
): Promise<Readonly<Record<string, { readonly ok: boolean; readonly hint?: string }>>> {
  const folder = await Deno.makeTempDir();
  try {
    const root = new URL("../../", import.meta.url).pathname;
    for (const name of ["deno.json", "deno.lock", "cli.ts", "main.ts", "node_modules"]) {
      await Deno.symlink(`${root}${name}`, `${folder}/${name}`);
    }
    await copyFolder(`${root}lib`, `${folder}/lib`);
    await Deno.remove(`${folder}/cli.ts`);
    await Deno.copyFile(`${root}cli.ts`, `${folder}/cli.ts`);
    const path = `${folder}/${file}`;
    await Deno.writeTextFile(path, damage(await Deno.readTextFile(path)));
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "-A", "--no-check", `${folder}/cli.ts`, "doctor", "--json"],
      env: { DW_SIM_HOME: `${folder}/home` },
      stderr: "null",
    }).output();
    const { checks } = JSON.parse(new TextDecoder().decode(stdout));
    return Object.fromEntries(checks.map((check: { name: string }) => [check.name, check]));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to);
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

Deno.test("doctor tells of damaged kernels, and that the program is to be installed again", async () => {
  const damage = (text: string) => text.replace(/AGFzbQ/, "AGFzbR");
  const { Kernels, "Query engine": engine } = await toldByDamaged(
    "lib/kernels/kernels_gen.ts",
    damage,
  );
  assert.equal(Kernels!.ok, false);
  assert.match(Kernels!.hint!, /do not load, though they could\. Install its packages again/);
  assert.equal(engine!.ok, true);
});

Deno.test("doctor tells of an engine that does not start", async () => {
  const damage = () => "Deno.exit(1);";
  const told = await toldByDamaged("lib/query/engine/engine_process.ts", damage);
  assert.equal(told["Query engine"]!.ok, false);
  assert.match(told["Query engine"]!.hint!, /^Install its packages again with 'deno install'$/);
  assert.equal(told["Kernels"]!.ok, true);
});
