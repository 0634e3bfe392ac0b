import { equal, match } from "node:assert/strict";
import { listFiles } from "../tools/list_files.ts";

const ROOT = new URL("../", import.meta.url).pathname;
const TEST_COMMAND = /npx -y deno@(\d+\.\d+\.\d+) task test/;

Deno.test("the README and the CI run the tests by the same command, with the same Deno", async () => {
  const readme = await Deno.readTextFile(`${ROOT}README.md`);
  const ci = await Deno.readTextFile(`${ROOT}.ci/run`);
  const [command] = TEST_COMMAND.exec(readme)!;
  equal(ci.includes(command), true);
  equal(readme.includes(command.replace("task test", "task demo")), true);
});

Deno.test("every link inside the documentation leads somewhere", async () => {
  const pages = (await listFiles(ROOT)).filter((path) => path.endsWith(".md"));
  for (const page of pages) {
    const text = await Deno.readTextFile(ROOT + page);
    for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      const url = new URL(target!, `file://${ROOT}${page}`);
      await Deno.stat(url).catch(() => Promise.reject(new Error(`${page} links to ${target}`)));
    }
  }
});

Deno.test("every decision tells its context, what was decided, the figures and what follows", async () => {
  const decisions = (await listFiles(`${ROOT}docs/decisions`)).toSorted();
  for (const [at, path] of decisions.entries()) {
    const number = String(at + 1).padStart(4, "0");
    const text = await Deno.readTextFile(`${ROOT}docs/decisions/${path}`);
    equal(path.startsWith(`${number}-`), true, path);
    match(text, new RegExp(`^# ${number} `));
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    equal(headings.join(", "), "Context, Decision, Figures, Consequences", path);
  }
});

Deno.test("every room of lib has its section in the architecture page", async () => {
  const text = await Deno.readTextFile(`${ROOT}docs/architecture.md`);
  for await (const { name, isDirectory } of Deno.readDir(`${ROOT}lib`)) {
    if (isDirectory) equal(text.includes(`\n## ${name}\n`), true, name);
  }
});
