import assert from "node:assert/strict";
import { resolve } from "node:path";
import { DataRoot, resolveDataRoot } from "./data_root.ts";

Deno.test("resolveDataRoot prefers the flag, then DW_SIM_HOME, then the platform's folder", () => {
  const env = { DW_SIM_HOME: "/from/env", HOME: "/home/me" };
  const platform = "linux";
  assert.equal(resolveDataRoot({ flag: "/from/flag", env, platform }).path, "/from/flag");
  assert.equal(resolveDataRoot({ env, platform }).path, "/from/env");
  assert.equal(
    resolveDataRoot({ flag: "", env: { ...env, DW_SIM_HOME: "" }, platform }).path,
    "/home/me/.local/share/dw-sim",
  );
});

Deno.test("resolveDataRoot knows where each platform keeps the data of programs", () => {
  const paths = [
    resolveDataRoot({ env: { HOME: "/h", XDG_DATA_HOME: "/xdg" }, platform: "linux" }),
    resolveDataRoot({ env: { HOME: "/h", XDG_DATA_HOME: "xdg" }, platform: "linux" }),
    resolveDataRoot({ env: { HOME: "/h" }, platform: "darwin" }),
    resolveDataRoot({ env: { LOCALAPPDATA: "C:\\Data" }, platform: "windows" }),
  ].map(({ path }) => path);
  assert.deepEqual(paths, [
    "/xdg/dw-sim",
    "/h/.local/share/dw-sim",
    "/h/Library/Application Support/dw-sim",
    "C:\\Data\\dw-sim",
  ]);
});

Deno.test("resolveDataRoot takes a relative folder from where the user stands", () => {
  const root = resolveDataRoot({ flag: "data", env: {} });
  assert.equal(root.path, resolve("data"));
});

Deno.test("resolveDataRoot says so when the environment tells no place", () => {
  for (const platform of ["linux", "darwin", "windows"] as const) {
    assert.throws(() => resolveDataRoot({ env: {}, platform }), { code: "STORAGE_NO_HOME" });
  }
});

Deno.test("DataRoot keeps every experiment and run inside itself", () => {
  const root = new DataRoot("/data", "linux");
  assert.equal(root.catalogPath, "/data/catalog.sqlite");
  assert.equal(root.runPath("retail", "r1"), "/data/experiments/retail/runs/r1");
  assert.equal(
    root.runPath("../../etc", ".."),
    "/data/experiments/%2E%2E%2F%2E%2E%2Fetc/runs/%2E%2E",
  );
});

Deno.test("DataRoot.create makes a folder for its owner alone", () => {
  const parent = Deno.makeTempDirSync();
  try {
    const root = resolveDataRoot({ flag: `${parent}/a/b` });
    root.create();
    root.create();
    if (Deno.build.os !== "windows") {
      assert.equal(Deno.statSync(root.path).mode! & 0o777, 0o700);
    }
    Deno.writeTextFileSync(`${parent}/file`, "");
    assert.throws(() => resolveDataRoot({ flag: `${parent}/file/x` }).create(), {
      code: "STORAGE_UNWRITABLE",
    });
  } finally {
    Deno.removeSync(parent, { recursive: true });
  }
});
