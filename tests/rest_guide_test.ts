import { equal, match } from "node:assert/strict";
import { withFolder } from "./_run_cli.ts";
import { startServerProcess } from "./_server_process.ts";

const GUIDE = new URL("../docs/guides/rest-api.md", import.meta.url);
const ADDRESS = "http://127.0.0.1:8000";

/** Programs of the guide, by the language of their blocks, and how they are run. */
const PROGRAMS = { bash: ["bash", "-euo", "pipefail"], python: ["python3"] } as const;

Deno.test("the programs of the guide to REST talk to a server as they stand", async (test) => {
  const text = await Deno.readTextFile(GUIDE);
  await withFolder(async (folder) => {
    const server = await startServerProcess({ home: `${folder}/home` });
    try {
      await test.step("curl", async () => {
        const lines = (await printed("bash", { text, folder, url: server.url })).split(/\r?\n/);
        equal(lines.includes("month,total"), true, lines.join("\n"));
        match(lines.at(-2)!, /^\d{4}-\d\d-01.*,\d+\.\d\d$/);
      });
      await test.step({
        name: "Python",
        ignore: !await isThere("python3"),
        fn: async () => {
          equal(
            await printed("python", { text, folder, url: server.url }),
            "['n'] [[1000]]\n",
          );
        },
      });
    } finally {
      await server.end("SIGTERM");
    }
  });
});

async function printed(
  language: keyof typeof PROGRAMS,
  { text, folder, url }: { readonly text: string; readonly folder: string; readonly url: string },
): Promise<string> {
  const block = text.split(`\n\`\`\`${language}\n`)[1]!.split("\n```\n")[0]!;
  const path = `${folder}/program`;
  await Deno.writeTextFile(path, block.replaceAll(ADDRESS, url));
  const [program, ...args] = PROGRAMS[language];
  const { code, stdout, stderr } = await new Deno.Command(program, { args: [...args, path] })
    .output();
  const decoder = new TextDecoder();
  equal(code, 0, decoder.decode(stdout) + decoder.decode(stderr));
  return decoder.decode(stdout);
}

async function isThere(program: string): Promise<boolean> {
  try {
    return (await new Deno.Command(program, { args: ["--version"], stdout: "null" }).output())
      .success;
  } catch {
    return false;
  }
}
