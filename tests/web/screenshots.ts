/**
 * Photographs every page in both themes, on a desktop and on a phone, into `docs/images`.
 *
 * `deno task screenshots`, or with the beginnings of names for some of them.
 */
import type { Page } from "playwright-core";
import { launch, openPage, SiteProcess } from "./browser.ts";
import { palettePng } from "./_palette_png.ts";

const FOLDER = new URL("../../docs/images/", import.meta.url);
const EXAMPLES = new URL("../../examples/", import.meta.url);

const DEVICES = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

interface Scene {
  readonly path: string;
  /** What is done before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const SQL_PATH = `/experiments/ecommerce/sql?${new URLSearchParams({
  q: "-- What the ways of paying bring\nSELECT method, count(*) AS payments, sum(amount) AS amount\n" +
    "FROM payments\nGROUP BY method\nORDER BY amount DESC;\n",
})}`;

const SCENES: Readonly<Record<string, Scene>> = {
  first_run: { path: "/" },
  experiments: { path: "/" },
  new_sql: { path: "/new", act: writeSql },
  new_json: { path: "/new?from=json", act: writeJson },
  experiment: { path: "/experiments/tpch" },
  table: {
    path: "/experiments/ecommerce/tables/orders",
    act: (page) => page.getByRole("heading", { name: "Profile" }).waitFor(),
  },
  profile: { path: "/experiments/ecommerce/tables/orders", act: showProfile },
  sql: { path: SQL_PATH, act: runSql },
  sql_chart: { path: SQL_PATH, act: drawSql },
  generate: { path: "/experiments/tpch", act: openGenerate },
  runs: { path: "/experiments/tpch#runs" },
  runs_page: { path: "/experiments/tpch/runs" },
  lineage: { path: "/experiments/tpcds/lineage" },
  reset: { path: "/experiments/tpch/reset" },
  delete: { path: "/experiments/tpch/delete" },
  sign_in: { path: "/sign-in" },
  not_found: { path: "/experiments/nothing" },
};

async function writeSql(page: Page): Promise<void> {
  const sql = await Deno.readTextFile(new URL("tpch_redshift.sql", EXAMPLES));
  await page.getByLabel("Name", { exact: true }).fill("tpch");
  await page.locator("textarea[name=sql]").focus();
  await page.keyboard.insertText(sql);
  await page.locator("[data-editor=sql] .cm-content").waitFor();
  await page.keyboard.press("Control+Home");
  await page.getByRole("button", { name: "Change r_name" }).click();
  await page.locator(".preview-values li").nth(9).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

async function writeJson(page: Page): Promise<void> {
  const json = await Deno.readTextFile(new URL("ecommerce.json", EXAMPLES));
  await page.locator("textarea[name=json]").focus();
  await page.keyboard.insertText(json.replace('"name": "ecommerce"', '"name": "my shop"'));
  await page.locator("[data-editor=json] .cm-content").waitFor();
  await page.keyboard.press("Control+Home");
  await page.locator(".finding-list").waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

async function runSql(page: Page): Promise<void> {
  await page.locator("[data-editor=sql] .cm-content").waitFor();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("grid").waitFor();
}

async function drawSql(page: Page): Promise<void> {
  await runSql(page);
  await page.getByRole("button", { name: "Chart" }).click();
  await page.getByLabel("Up", { exact: true }).selectOption("amount");
  await page.locator(".chart canvas").waitFor();
}

async function showProfile(page: Page): Promise<void> {
  const heading = page.getByRole("heading", { name: "Profile" });
  await heading.waitFor();
  await heading.evaluate((element) => {
    scrollTo(0, element.getBoundingClientRect().top + scrollY - 80);
  });
}

async function openGenerate(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Generate", exact: true }).click();
  await page.getByRole("dialog", { name: "Generate data" }).waitFor();
}

/** Experiments with data, with runs that ended in several ways, and one without. */
async function fill(site: SiteProcess): Promise<void> {
  for (const example of ["ecommerce", "tpch", "tpcds"]) {
    const body = new URLSearchParams({ example });
    await (await fetch(`${site.url}/`, { method: "POST", body })).body?.cancel();
    await ended(site, example);
  }
  const path = "/api/experiments/tpch/generate";
  await site.post(path, { rows: { lineitem: 900_000_000 } });
  await new Promise((resume) => setTimeout(resume, 1_500));
  const { runs } = await (await fetch(`${site.url}/api/experiments/tpch/runs`)).json();
  await site.post(`/api/experiments/tpch/runs/${runs[0].id}/cancel`, {});
  await site.post(`${path}?wait=true`, { rows: { lineitem: 1_200_000 }, seed: 42 });
}

async function ended({ url }: SiteProcess, name: string): Promise<void> {
  for (;;) {
    const { active_run: run } = await (await fetch(`${url}/api/experiments/${name}`)).json();
    if (run === null) return;
    await new Promise((resume) => setTimeout(resume, 200));
  }
}

await Deno.mkdir(FOLDER, { recursive: true });
await using site = await SiteProcess.start();
const browser = await launch();
try {
  for (const [name, { path, act }] of Object.entries(SCENES)) {
    if (name === "experiments") await fill(site);
    if (Deno.args.length > 0 && !Deno.args.some((wanted) => name.startsWith(wanted))) continue;
    for (const [device, size] of Object.entries(DEVICES)) {
      for (const theme of ["light", "dark"] as const) {
        const { page, context } = await openPage(browser, site, { ...size, theme });
        await page.goto(path);
        await act?.(page);
        await page.waitForTimeout(300);
        const file = new URL(`${name}_${device}_${theme}.png`, FOLDER);
        const png = palettePng(await page.screenshot({ caret: "hide" }));
        await Deno.writeFile(file, png);
        const kilobytes = Math.ceil(png.length / 1000);
        await context.close();
        Deno.stdout.writeSync(
          new TextEncoder().encode(`${file.pathname.split("/").at(-1)} ${kilobytes} KB\n`),
        );
      }
    }
  }
} finally {
  await browser.close();
}
