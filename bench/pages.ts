/**
 * Measures the pages of a schema of 200 tables with 100 columns each, and of TPC-DS with its diagram
 * of 24 tables: how soon the first byte comes, how soon the islands answer, and how much script a
 * page loads. The peer is the same page of the REST API, which does the same reading and no
 * rendering. Chromium is driven as in the tests.
 *
 * `deno run -A bench/pages.ts`
 */
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { launch, openPage, SiteProcess } from "../tests/web/browser.ts";

const TABLES = 200;
const COLUMNS = 100;
const LOADS = 15;

const PAGES = [
  ["experiments", "/"],
  ["experiment, 200 × 100", "/experiments/wide"],
  ["table of 100 columns", "/experiments/wide/tables/t7"],
  ["lineage, 200 tables", "/experiments/wide/lineage"],
  ["generate, 200 tables", "/experiments/wide/generate"],
  ["runs", "/experiments/wide/runs"],
  ["experiment, 24-table diagram", "/experiments/tpcds"],
  ["new", "/new"],
  ["delete", "/experiments/wide/delete"],
] as const;

/** Tables that lead to three others each. */
function wideSchema(): object {
  const tables = Array.from({ length: TABLES }, (_, table) => ({
    name: `t${table}`,
    target_rows: 100,
    primary_key: ["id"],
    columns: [
      { name: "id", data_type: "INT", is_unique: true },
      ...[3, 5, 7].filter((step) => table >= step).map((step) => ({
        name: `t${table - step}_id`,
        data_type: "INT",
        foreign_key: { references_table: `t${table - step}`, references_column: "id" },
      })),
    ],
  }));
  for (const { columns } of tables) {
    while (columns.length < COLUMNS) columns.push(filler(columns.length));
  }
  return { name: "wide", tables };
}

function filler(place: number) {
  const types = ["VARCHAR(40)", "DECIMAL(10,2)", "TIMESTAMP", "INT"];
  return { name: `column_${place}`, data_type: types[place % types.length]!, is_unique: false };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Until the first byte of the answer, in milliseconds. */
async function firstByteMs(url: string): Promise<number> {
  const times: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    const startedAtMs = performance.now();
    const response = await fetch(url, { headers: { accept: "text/html" } });
    times.push(performance.now() - startedAtMs);
    await response.arrayBuffer();
  }
  return median(times);
}

/** From asking for the page to the last of its islands being alive, and what it loaded. */
async function interactive(
  browser: Browser,
  site: SiteProcess,
  path: string,
): Promise<
  { readonly elapsedMs: number; readonly scriptBytes: number; readonly isSound: boolean }
> {
  const times: number[] = [];
  let scriptBytes = 0;
  let isSound = true;
  for (let load = 0; load < 5; load++) {
    const { page, context, errors } = await openPage(browser, site, { width: 1440 });
    const scripts: Promise<number>[] = [];
    page.on("response", (response) => {
      if (!response.url().endsWith(".js")) return;
      scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    await page.goto(path);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("[data-island]")].every((each) =>
        "alive" in (each as HTMLElement).dataset
      )
    );
    times.push(await page.evaluate(() => performance.now()));
    scriptBytes = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
    isSound &&= errors.length === 0;
    await context.close();
  }
  return { elapsedMs: median(times), scriptBytes, isSound };
}

/** What scripts of a page weigh that were loaded since it was opened. */
function weighScripts(page: Page): () => Promise<number> {
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) {
      scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    }
  });
  return async () => {
    await page.waitForLoadState("networkidle");
    return (await Promise.all(scripts)).reduce((sum, each) => sum + each, 0);
  };
}

async function useEditor(page: Page, format: "sql" | "json", text: string): Promise<void> {
  const editor = page.locator(`[data-editor=${format}] .cm-content`);
  if (await editor.isVisible()) await editor.click();
  else await page.locator(`textarea[name=${format}]`).focus();
  await editor.waitFor();
  await page.keyboard.insertText(text);
}

/** What pages have loaded when somebody has used all that their editors offer, one after another. */
async function printEditors(browser: Browser, site: SiteProcess): Promise<void> {
  const { page, context } = await openPage(browser, site, { width: 1440 });
  const weigh = weighScripts(page);
  await page.goto("/new?from=sql");
  await useEditor(page, "sql", "CREATE TABLE written (id INT PRIMARY KEY);");
  await page.getByRole("heading", { name: "How it is understood" }).waitFor();
  print(`new, once SQL is written in its editor: ${kilobytes(await weigh())}`);
  await page.getByRole("button", { name: "Change id" }).click();
  await page.locator(".preview-values li").first().waitFor();
  print(`new, once a column is changed as well: ${kilobytes(await weigh())}`);
  await page.locator(".segments label", { hasText: "JSON" }).click();
  await useEditor(page, "json", '{"');
  await page.keyboard.press("Control+Space");
  await page.locator("[data-editor=json] .cm-tooltip-autocomplete").waitFor();
  print(`new, once JSON is written as well: ${kilobytes(await weigh())}`);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+f");
  await page.locator("[data-editor=json] .cm-search").waitFor();
  print(`new, once it is searched as well, which is all: ${kilobytes(await weigh())}`);
  await context.close();
  await printWorkspace(browser, site);
}

async function printWorkspace(browser: Browser, site: SiteProcess): Promise<void> {
  const { page, context } = await openPage(browser, site, { width: 1440 });
  const weigh = weighScripts(page);
  await page.goto("/experiments/wide/sql");
  await useEditor(page, "sql", " ");
  print(`SQL workspace, before it is asked: ${kilobytes(await weigh())}`);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("grid").waitFor();
  print(`SQL workspace, once there is an answer: ${kilobytes(await weigh())}`);
  await context.close();
}

function print(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}

function kilobytes(bytes: number): string {
  return bytes === 0 ? "none" : `${(bytes / 1024).toFixed(1)} KB`;
}

await using site = await SiteProcess.start();
await site.post("/api/experiments", wideSchema());
await site.post("/api/experiments/wide/generate?wait=true", {});
const tpcds = await Deno.readTextFile(new URL("../examples/tpcds_snowflake.sql", import.meta.url));
await site.post("/api/experiments/import-sql", { name: "tpcds", sql: tpcds, dialect: "snowflake" });
const browser = await launch();
try {
  print(`Pages of ${TABLES} tables with ${COLUMNS} columns; medians of ${LOADS} answers, 5 loads`);
  print(
    `${"page".padEnd(32)}${"first byte".padStart(12)}${"interactive".padStart(13)}${
      "script, gzip".padStart(14)
    }`,
  );
  for (const [name, path] of PAGES) {
    const first = await firstByteMs(`${site.url}${path}`);
    const { elapsedMs, scriptBytes, isSound } = await interactive(browser, site, path);
    const cells = [
      `${first.toFixed(0)} ms`.padStart(12),
      `${elapsedMs.toFixed(0)} ms`.padStart(13),
      kilobytes(scriptBytes).padStart(14),
    ];
    print(`${name.padEnd(32)}${cells.join("")}${isSound ? "" : "  with errors"}`);
  }
  const peer = await firstByteMs(`${site.url}/api/experiments/wide`);
  print(`${"peer: the same as JSON".padEnd(32)}${`${peer.toFixed(0)} ms`.padStart(12)}`);
  await printEditors(browser, site);
} finally {
  await browser.close();
}
