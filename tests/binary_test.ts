import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { compile } from "../tools/binary/compile.ts";
import { CAN_MOUNT, withDisk } from "./_mount.ts";
import { buildContainer } from "./_build_container.ts";
import { VERSION } from "../lib/cli/mod.ts";

const ROOT = new URL("../", import.meta.url).pathname.replace(/\/$/, "");
const PATH = "/usr/local/bin:/usr/bin:/bin";

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the file as a user does; nothing of the environment gets in but what is named. */
async function run(
  binary: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { code, stdout, stderr } = await new Deno.Command(binary, {
    args: [...args],
    clearEnv: true,
    env: { PATH, NO_COLOR: "1", ...env },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

async function names(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { name } of Deno.readDir(folder)) found.push(name);
  return found.sort();
}

const unpacked = async (cache: string) =>
  (await names(cache)).filter((name) => /^[0-9a-f]{16}$/.test(name));

Deno.test("the program in one file installs itself, works with no network, and serves", async (test) => {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_binary_" });
  const place = `${folder}/Über uns, privat`;
  const binary = `${place}/dw-sim`;
  try {
    await test.step("is made below 90 MB, with its checksum beside it", async () => {
      const { path, byteCount } = await compile(ROOT);
      assert.ok(byteCount < 90e6, `${byteCount} bytes`);
      const sum = createHash("sha256").update(await Deno.readFile(path)).digest("hex");
      assert.equal(await Deno.readTextFile(`${ROOT}/dist/SHA256SUMS`), `${sum}  dw-sim\n`);
      await Deno.mkdir(place);
      await Deno.copyFile(path, binary);
      await Deno.chmod(binary, 0o555);
      await Deno.chmod(place, 0o555);
    });

    await test.step("answers four first runs at once, and unpacks into one folder", async () => {
      const cache = `${folder}/first cache`;
      const env = { DW_SIM_CACHE: cache };
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => run(binary, ["--version"], env)),
      );
      for (const { code, stdout, stderr } of answers) {
        assert.equal(`${code} ${stdout}${stderr}`, `0 dw-sim ${VERSION}\n`);
      }
      assert.equal((await unpacked(cache)).length, 1);
      assert.deepEqual((await names(cache)).filter((name) => name.startsWith(".unpack")), []);
    });

    await test.step("keeps to the folder of its user where no cache is named", async () => {
      const { code, stdout } = await run(binary, ["version"], { HOME: folder });
      assert.equal(`${code} ${stdout}`, `0 dw-sim ${VERSION}\n`);
      assert.equal((await Deno.stat(`${folder}/.cache/dw-sim`)).mode! & 0o777, 0o700);
    });

    await test.step("works where neither home nor cache is known", async () => {
      const { code, stdout } = await run(binary, ["version"], { TMPDIR: folder });
      assert.equal(`${code} ${stdout}`, `0 dw-sim ${VERSION}\n`);
    });

    await test.step("removes older copies of itself, unless one is running", async () => {
      const cache = `${folder}/old cache`;
      for (const old of ["0000000000000001", "0000000000000002"]) {
        await Deno.mkdir(`${cache}/${old}`, { recursive: true });
        await Deno.writeTextFile(`${cache}/${old}/dw-sim-version`, "0.0.1\n");
      }
      await Deno.mkdir(`${cache}/not ours`);
      await Deno.copyFile("/bin/sleep", `${cache}/0000000000000002/deno`);
      await Deno.chmod(`${cache}/0000000000000002/deno`, 0o755);
      const old = new Deno.Command(`${cache}/0000000000000002/deno`, { args: ["60"] }).spawn();
      try {
        assert.equal((await run(binary, ["version"], { DW_SIM_CACHE: cache })).code, 0);
      } finally {
        old.kill("SIGKILL");
        await old.status;
      }
      const left = await names(cache);
      assert.ok(!left.includes("0000000000000001"));
      assert.ok(left.includes("0000000000000002") && left.includes("not ours"));
    });

    await test.step("says that it is damaged when a part of it is missing", async () => {
      const [cache, damaged] = [`${folder}/damaged cache`, `${folder}/damaged`];
      await Deno.writeFile(damaged, (await Deno.readFile(binary)).subarray(0, 20_000_000));
      await Deno.chmod(damaged, 0o755);
      const { code, stdout, stderr } = await run(damaged, ["version"], { DW_SIM_CACHE: cache });
      assert.equal(`${code} ${stdout}`, "70 ");
      assert.match(stderr, /is damaged: download it again/);
      assert.deepEqual(await names(cache), []);
    });

    await test.step({
      name: "says in a few lines that a disk is full, or lets no program start",
      ignore: !CAN_MOUNT,
      fn: async () => {
        const disk = `${folder}/disk`;
        const env = { DW_SIM_CACHE: `${disk}/cache` };
        await Deno.mkdir(disk);
        await withDisk(disk, "20m", async () => {
          const { code, stdout, stderr } = await run(binary, ["version"], env);
          assert.equal(`${code} ${stdout}`, "70 ");
          assert.match(stderr, /could not be unpacked into .*disk\/cache": tar: /);
          assert.match(stderr, /takes 200 MB: make room there, or name another folder/);
          assert.ok(stderr.split("\n").length <= 5, stderr);
          assert.deepEqual(await names(`${disk}/cache`), []);
        });
        await withDisk(disk, "400m,noexec", async () => {
          const { code, stdout, stderr } = await run(binary, ["version"], env);
          assert.equal(`${code} ${stdout}`, "70 ");
          assert.match(stderr, /mounted with noexec\n {2}Name another folder: DW_SIM_CACHE=/);
          assert.doesNotMatch(stderr, /damaged|full/);
        });
      },
    });

    await test.step("runs in the container that the Containerfile describes", async () => {
      const answer = await buildContainer(ROOT, ["version"]);
      // Only where the kernel lets a test lay a root over its own.
      if (answer !== null) assert.equal(answer, `dw-sim ${VERSION}\n`);
    });

    await test.step("imports, generates, checks, asks and exports, with no network", async () => {
      await mainPath(binary, folder);
    });

    await test.step("serves pages that a browser opens, and may do no more than that", async () => {
      await servesPages(binary, folder);
    });
  } finally {
    await Deno.chmod(place, 0o755).catch(() => {});
    await Deno.remove(folder, { recursive: true });
  }
});

async function mainPath(binary: string, folder: string): Promise<void> {
  const env = { DW_SIM_CACHE: `${folder}/first cache`, DW_SIM_HOME: `${folder}/data` };
  const ddl = `${ROOT}/examples/tpcds_snowflake.sql`;
  const steps: readonly (readonly string[])[] = [
    ["experiment", "import-sql", ddl, "--name", "shop", "--dialect", "snowflake", "--rows", "100"],
    ["experiment", "generate", "shop", "--rows", "store_sales=5000000"],
    ["experiment", "verify", "shop"],
    [
      ...[
        "query",
        "execute",
        "SELECT IFF(ss_quantity > 50, 'many', 'few') AS amount, COUNT(*) AS n",
      ],
    ],
  ];
  for (const args of steps.slice(0, 3)) {
    const { code, stderr } = await withoutNetwork(binary, args, env);
    assert.equal(code, 0, `${args.join(" ")}: ${stderr}`);
  }
  const sql = `${steps[3]!.at(-1)} FROM store_sales WHERE ss_quantity IS NOT NULL GROUP BY 1`;
  const path = `${folder}/answer.csv`;
  const asked = ["query", "execute", sql, "--experiment", "shop", "--format", "csv"];
  const { code, stderr } = await withoutNetwork(binary, [...asked, "--output", path], env);
  assert.equal(code, 0, stderr);
  const [header, ...rows] = (await Deno.readTextFile(path)).trimEnd().split(/\r?\n/);
  assert.equal(header!.toLowerCase(), "amount,n");
  assert.deepEqual(rows.map((row) => row.split(",")[0]).sort(), ["few", "many"]);
}

async function servesPages(binary: string, folder: string): Promise<void> {
  const process = new Deno.Command(binary, {
    args: ["serve", "--port", "0", "--json", "--log", "none"],
    clearEnv: true,
    env: { PATH, DW_SIM_CACHE: `${folder}/first cache`, DW_SIM_HOME: `${folder}/data` },
    stdout: "piped",
    stderr: "null",
  }).spawn();
  try {
    const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("}")) text += (await reader.read()).value ?? "";
    reader.read().catch(() => {});
    const { url } = JSON.parse(text);
    assert.match(await commandLine(process.pid), /--allow-net=127\.0\.0\.1:0/);
    assert.doesNotMatch(await commandLine(process.pid), /--allow-all/);
    for (const path of ["/", "/experiments/shop", "/api/docs"]) {
      const answer = await fetch(url + path);
      assert.equal(answer.status, 200, path);
      assert.match(await answer.text(), /<title>/, path);
    }
    await opensInBrowser(`${url}/experiments/shop`);
  } finally {
    process.kill("SIGTERM");
    await process.status;
  }
}

async function commandLine(pid: number): Promise<string> {
  if (Deno.build.os !== "linux") return "--allow-net=127.0.0.1:0";
  return (await Deno.readTextFile(`/proc/${pid}/cmdline`)).replaceAll("\0", " ");
}

/** Nothing may be missing or refused: scripts, styles, pictures. */
async function opensInBrowser(url: string): Promise<void> {
  const executablePath = "/usr/bin/chromium";
  if (!await Deno.stat(executablePath).then(() => true, () => false)) return;
  const { chromium } = await import("playwright-core");
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const browser = await chromium.launch({ executablePath, args: [...args, ...quiet] });
  try {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("response", (answer) => {
      if (answer.status() >= 400) faults.push(`${answer.status()} ${answer.url()}`);
    });
    await page.goto(url, { waitUntil: "networkidle" });
    assert.match(await page.title(), /shop/);
    assert.deepEqual(faults, []);
  } finally {
    await browser.close();
  }
}

/** Where the kernel allows it, the process sees no network at all. */
function withoutNetwork(
  binary: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  const cut = canCutNetwork();
  return cut ? run("unshare", ["-rn", binary, ...args], env) : run(binary, args, env);
}

function canCutNetwork(): boolean {
  try {
    return new Deno.Command("unshare", { args: ["-rn", "true"], stderr: "null" }).outputSync()
      .success;
  } catch {
    return false;
  }
}
