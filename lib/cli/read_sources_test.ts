import { deepStrictEqual, rejects } from "node:assert/strict";
import { DwSimError } from "../errors/mod.ts";
import { readSources } from "./read_sources.ts";

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("readSources takes the SQL files of a folder by name, and each file once", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/marts`);
    await Deno.mkdir(`${folder}/.git`);
    const files = ["b.sql", "a.DDL", "notes.md", "marts/c.sql", ".git/d.sql"];
    for (const file of files) await Deno.writeTextFile(`${folder}/${file}`, file);
    const sources = await readSources([`${folder}/b.sql`, folder]);
    deepStrictEqual(sources.map(({ text }) => text), ["b.sql", "a.DDL", "marts/c.sql"]);
    deepStrictEqual(sources[1]!.name, `${folder}/a.DDL`);
  }));

Deno.test("readSources refuses a folder without SQL, and a path that leads nowhere", () =>
  withFolder(async (folder) => {
    for (const path of [folder, `${folder}/none.sql`]) {
      await rejects(readSources([path]), (error) => {
        return error instanceof DwSimError && error.code === "CLI_INPUT_UNREADABLE";
      });
    }
  }));
