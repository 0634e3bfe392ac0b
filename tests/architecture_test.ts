import { equal } from "node:assert/strict";
import { checkHouse } from "../tools/check_house.ts";
import { checkImports } from "../tools/check_imports.ts";
import { formatFindings } from "../tools/finding.ts";
import { OUTSIDE, ROOMS } from "../tools/house_rules.ts";
import { listFiles } from "../tools/list_files.ts";

const ROOT = new URL("../", import.meta.url).pathname;

Deno.test("every file of the project keeps to its room", async () => {
  equal(formatFindings(await checkImports(ROOT)), "");
});

Deno.test("every file of the project is tidy", async () => {
  const { findings } = await checkHouse(ROOT);
  equal(formatFindings(findings), "");
});

Deno.test("the house rules order rooms so that each imports only rooms before it", () => {
  const order = ROOMS.map(({ room }) => room);
  for (const { room, mayImport } of ROOMS) {
    for (const target of mayImport) {
      equal(order.indexOf(target) < order.indexOf(room), true, `${room} → ${target}`);
      equal(OUTSIDE.includes(target), false);
    }
  }
});

Deno.test("every room of lib has a door that says what the room is for", async () => {
  const paths = await listFiles(`${ROOT}lib`);
  for (const room of new Set(paths.map((path) => path.split("/")[0]!))) {
    const door = await Deno.readTextFile(`${ROOT}lib/${room}/mod.ts`);
    equal(/^\/\*\*[\s\S]+@module/.test(door), true, `lib/${room}/mod.ts`);
  }
});

Deno.test("deno.json pins every package to one exact version from npm", async () => {
  const { imports } = JSON.parse(await Deno.readTextFile(`${ROOT}deno.json`)) as {
    imports: Record<string, string>;
  };
  for (const [name, specifier] of Object.entries(imports)) {
    equal(/^npm:(@[\w.-]+\/)?[\w-]+@\d+\.\d+\.\d+(-[\w.]+)?$/.test(specifier), true, name);
  }
});
