import { deepEqual, equal, match, ok } from "node:assert/strict";
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { browserTest, makeShop, openPage, type SiteProcess } from "./browser.ts";

const PATH = "/experiments/shop/sql";

/** Counts for minutes, and for longer than anybody waits. */
const LONG = "SELECT count(*) FROM receipts a, receipts b, receipts c, receipts d WHERE " +
  "a.total + b.total + c.total + d.total = 0.01";

async function ready(page: Page, path = PATH): Promise<void> {
  await page.goto(path);
  await page.locator("[data-editor=sql] .cm-content").waitFor();
}

/** Replaces what is in the editor. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator("[data-editor=sql] .cm-content").click();
  await page.keyboard.press("Control+a");
  // Typing over coloured text, Chromium tries to keep its colour by a style that the policy refuses.
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

async function run(page: Page, text: string): Promise<void> {
  await write(page, text);
  await page.keyboard.press("Control+Enter");
}

function editorText(page: Page): Promise<string> {
  return page.locator("[data-editor=sql] .cm-content").innerText();
}

async function exportAs(page: Page, label: string): Promise<void> {
  await page.getByText("Export", { exact: true }).click();
  await page.getByRole("button", { name: `Export ${label}`, exact: true }).click();
}

function status(page: Page) {
  return page.locator(".sql-result [role=status]");
}

async function ask(
  site: SiteProcess,
  sql: string,
  format = "json",
  experiment = "shop",
): Promise<Response> {
  return await fetch(`${site.url}/api/query/execute`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sql, experiment, format }),
  });
}

browserTest("SQL is typed, completed from the schema, and run", async ({ site, browser }) => {
  await makeShop(site, 200);
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await page.goto("/experiments/shop");
  await page.getByRole("link", { name: "SQL", exact: true }).click();
  await page.waitForURL(`**${PATH}`);
  await page.locator("[data-editor=sql] .cm-content").waitFor();
  await write(page, "");
  await page.keyboard.type("SELECT * FROM rec");
  const list = page.locator("[data-editor=sql] .cm-tooltip-autocomplete");
  await list.getByText("receipts").waitFor();
  await page.waitForTimeout(100);
  await page.keyboard.press("Tab");
  await page.keyboard.type(" r WHERE r.to");
  await list.getByText("total").waitFor();
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  await page.keyboard.type(" >= 0 ORDER BY total LIMIT 7");
  await page.keyboard.press("Control+Enter");
  await status(page).getByText("7 rows").waitFor();
  const grid = page.getByRole("grid");
  match(await grid.locator("[role=columnheader]").last().innerText(), /total\s+NUMERIC\(12,2\)/);
  equal(await grid.locator(".grid-rows .grid-row").count(), 7);
  await page.reload();
  await page.locator("[data-editor=sql] .cm-content").waitFor();
  match(
    await page.locator("[data-editor=sql] .cm-content").innerText(),
    /SELECT \* FROM receipts r WHERE r\.total >= 0/,
  );
  deepEqual(errors, []);
});

browserTest("an error is marked at its position, also of a selection", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 10);
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await ready(page);
  await run(page, "SELECT 1;\nSELECT id,\n  nme FROM stores");
  await page.getByRole("alert").waitFor();
  match(await page.getByRole("alert").innerText(), /3:3[\s\S]*nme/);
  match(await page.getByRole("alert").innerText(), /Did you mean 'name'/);
  equal(await page.locator(".cm-lintRange-error").innerText(), "nme");
  await page.keyboard.press("Control+Home");
  await page.locator(".cm-activeLine", { hasText: "SELECT 1" }).waitFor();
  await page.getByRole("button", { name: "3:3, go to line 3, column 3" }).click();
  await page.locator(".cm-focused .cm-activeLine", { hasText: "nme" }).waitFor();
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.type("name");
  await page.keyboard.press("Control+Enter");
  await status(page).getByText("10 rows").waitFor();
  equal(await page.locator(".cm-lintRange-error").count(), 0);
  deepEqual(errors, []);
});

browserTest("all statements run one after the other, and each has its answer", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 10);
  const { page } = await openPage(browser, site, { width: 1440 });
  await ready(page);
  await write(page, "SELECT ';' AS a;\nSELECT id FROM stores -- ;\n;\nSELECT 1 WHERE 1 = 0;");
  await page.keyboard.press("Control+Shift+Enter");
  await page.getByText("No rows: nothing fits").waitFor();
  const answers = page.getByRole("group", { name: "Answers" });
  equal(await answers.getByRole("button").count(), 3);
  await answers.getByRole("button", { name: "2" }).click();
  await status(page).getByText("10 rows").waitFor();
  await page.getByRole("button", { name: "Show rows" }).waitFor({ state: "hidden" });
  await page.getByText("receipts", { exact: true }).click();
  await page.getByRole("button", { name: "Show rows" }).click();
  await status(page).getByText("10 rows").waitFor();
  match(await editorText(page), /^SELECT ';' AS a;[^]*FROM receipts\s+LIMIT 100;\s*$/);
});

browserTest("the history is the server's: of every browser, and of programs", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 10);
  await makeShop(site, 10, "other");
  await (await fetch(`${site.url}/api/query/history`, { method: "DELETE" })).body?.cancel();
  await (await ask(site, "SELECT 1 AS by_a_program")).body?.cancel();
  await (await ask(site, "SELECT 1 AS elsewhere", "json", "other")).body?.cancel();
  const first = await openPage(browser, site, { width: 1440 });
  await ready(first.page);
  await write(first.page, "SELECT 1;\n\n  SELECT id\n  FROM stores");
  await first.page.locator(".sql-side summary", { hasText: "History" }).click();
  const past = first.page.locator(".past");
  await past.nth(0).getByText("SELECT 1 AS by_a_program").waitFor();
  equal(await past.count(), 1);
  await first.page.getByLabel("Dialect").selectOption("redshift");
  await first.page.locator("[data-editor=sql] .cm-content").focus();
  await first.page.keyboard.press("Control+Enter");
  await past.nth(1).waitFor();
  match(await past.nth(0).innerText(), /^SELECT id FROM stores\s+10 rows · \d+(\.\d)? m?s · /);
  await run(first.page, "SELECT idd FROM stores");
  await past.nth(2).waitFor();
  match(await past.nth(0).innerText(), /idd/);
  equal(await past.nth(0).locator(".fault").count(), 1);
  equal(await first.page.evaluate(() => JSON.stringify(localStorage).includes("history")), false);

  const second = await openPage(browser, site, { width: 1440 });
  await ready(second.page);
  await second.page.locator(".sql-side summary", { hasText: "History" }).click();
  await second.page.locator(".past").nth(1).click();
  equal(await editorText(second.page), "SELECT id\n  FROM stores");
  equal(await second.page.getByLabel("Dialect").inputValue(), "redshift");
  await second.page.getByRole("button", { name: "Clear history" }).click();
  await second.page.getByRole("button", { name: "Forget all of it" }).click();
  await second.page.getByText("Nothing was asked yet").waitFor();
  const { history } = await (await fetch(`${site.url}/api/query/history`)).json();
  deepEqual(history.map(({ sql }: { sql: string }) => sql), ["SELECT 1 AS elsewhere"]);
  deepEqual([...first.errors, ...second.errors], []);
});

browserTest(
  "parameters have fields, of the likely type, and links carry their values",
  async (scene) => {
    const { site, browser } = scene;
    await makeShop(site, 50);
    const { page, context, errors } = await openPage(browser, site, { width: 1440 });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await ready(page);
    const sql =
      "SELECT id FROM stores WHERE id <= :top AND name <> :name -- not :this\nORDER BY id";
    await write(page, `SELECT :other;\n${sql}`);
    const top = page.getByLabel(":top", { exact: true });
    await top.waitFor();
    deepEqual(await page.locator(".parameter > label").allInnerTexts(), [
      ":other",
      ":top",
      ":name",
    ]);
    equal(await page.getByLabel("Type of :top").inputValue(), "number");
    equal(await page.getByLabel("Type of :name").inputValue(), "text");
    equal(await page.getByLabel("Type of :other").inputValue(), "");

    await page.keyboard.press("Control+Enter");
    await page.getByText("Give :top a value, or choose NULL as its type").waitFor();
    equal(await top.getAttribute("aria-invalid"), "true");
    equal(await page.getByText("Give :other a value").count(), 0);
    await page.waitForFunction(() => document.activeElement?.id === "value-top");
    await page.keyboard.type("seven");
    await page.getByLabel(":name", { exact: true }).fill("it's 'quoted'");
    await page.keyboard.press("Enter");
    await page.getByText("'seven' is no number").waitFor();
    await top.fill("7");
    await page.keyboard.press("Enter");
    await status(page).getByText("7 rows").waitFor();

    const [download] = await Promise.all([page.waitForEvent("download"), exportAs(page, "CSV")]);
    const file = await Deno.readTextFile(await download.path());
    equal(file.replaceAll("\r\n", "\n"), "id\n1\n2\n3\n4\n5\n6\n7\n");
    await page.getByLabel("Dialect").selectOption("snowflake");
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Link copied").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await openPage(browser, site, { width: 1440 });
    await ready(other.page, link);
    equal(await other.page.getByLabel(":top", { exact: true }).inputValue(), "7");
    await other.page.locator("[data-editor=sql] .cm-content").focus();
    await other.page.keyboard.press("Control+End");
    await other.page.keyboard.press("Control+Enter");
    await status(other.page).getByText("7 rows").waitFor();

    const hashed = await openPage(browser, site, { width: 1440 });
    await ready(hashed.page, link.replace("?", "#"));
    await hashed.page.getByLabel(":top", { exact: true }).waitFor();
    equal(await hashed.page.getByLabel(":name", { exact: true }).inputValue(), "it's 'quoted'");
    equal(await hashed.page.getByLabel("Dialect").inputValue(), "snowflake");

    const plain = await openPage(browser, site, { width: 1440, script: false });
    await plain.page.goto(link.replace("SELECT+%3Aother%3B", ""));
    await plain.page.getByRole("button", { name: "Run", exact: true }).click();
    equal(await plain.page.locator(".sample tbody tr").count(), 7);
    await plain.page.getByLabel(":top", { exact: true }).fill("");
    await plain.page.getByRole("button", { name: "Run", exact: true }).click();
    match(await plain.page.getByRole("alert").innerText(), /The parameter ':top' has no value/);
    equal(await plain.page.getByLabel(":name", { exact: true }).inputValue(), "it's 'quoted'");
    deepEqual([...errors, ...other.errors], []);
  },
);

browserTest("a long query is cancelled, and the server gives its place back", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 20_000);
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await ready(page);
  await run(page, LONG);
  await status(page).getByText("Running").waitFor();
  await page.waitForTimeout(300);
  equal((await ask(site, "SELECT 1")).status, 429);
  await page.getByRole("button", { name: "Cancel" }).click();
  await status(page).getByText("Cancelled").waitFor();
  for (let attempt = 0;; attempt++) {
    const { status: code } = await ask(site, "SELECT 1");
    if (code === 200) break;
    ok(attempt < 50, `the server still answers ${code}`);
    await new Promise((resume) => setTimeout(resume, 100));
  }
  await run(page, "SELECT count(*) AS n FROM receipts");
  await page.getByRole("gridcell", { name: "20000" }).waitFor();
  deepEqual(errors, []);
}, ["--limit", "queries=1"]);

browserTest("exports are what the API sends", async ({ site, browser }) => {
  await makeShop(site, 3_000);
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await ready(page);
  const sql = "SELECT * FROM receipts ORDER BY store_id, number";
  await write(page, `SELECT 1;\n${sql}`);
  for (
    const [label, format] of [
      ["CSV", "csv"],
      ["JSON", "json"],
      ["JSON lines", "jsonl"],
      ["Parquet", "parquet"],
    ] as const
  ) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      exportAs(page, label),
    ]);
    equal(download.suggestedFilename(), `shop.${format}`);
    const file = await Deno.readFile(await download.path());
    const sent = new Uint8Array(await (await ask(site, sql, format)).arrayBuffer());
    if (format === "parquet") equal(file.length, sent.length);
    else equal(new TextDecoder().decode(file), new TextDecoder().decode(sent));
    ok(file.length > 3_000);
  }
  deepEqual(errors, []);
});

browserTest("a script is saved, opened, renamed, replaced and deleted", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 10);
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await ready(page);
  await write(page, "SELECT 'first'");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const saving = page.getByRole("dialog", { name: "Save the script" });
  await saving.getByLabel("Name").fill("month end");
  await page.keyboard.press("Enter");
  await saving.waitFor({ state: "hidden" });
  await page.evaluate(() => localStorage.clear());
  await ready(page, `${PATH}?q=SELECT%202`);
  const editor = page.locator("[data-editor=sql] .cm-content");
  equal(await editor.innerText(), "SELECT 2");
  await page.getByRole("link", { name: "month end" }).click();
  equal(await editor.innerText(), "SELECT 'first'");
  await write(page, "SELECT 'second'");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await saving.getByRole("button", { name: "Replace" }).click();
  await saving.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Rename month end" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("year end");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "year end" }).waitFor();
  const { queries } = await (await fetch(`${site.url}/api/queries`)).json();
  deepEqual(
    queries.map(({ name, sql }: { name: string; sql: string }) => [name, sql]),
    [["year end", "SELECT 'second'"]],
  );
  await page.getByRole("button", { name: "Delete year end" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByRole("link", { name: "year end" }).waitFor({ state: "detached" });
  deepEqual((await (await fetch(`${site.url}/api/queries`)).json()).queries, []);
  deepEqual(errors, []);
});

browserTest("a hundred thousand rows scroll, sort and are copied by keyboard", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 10);
  const { page, context, errors } = await openPage(browser, site, { width: 1440 });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await ready(page, `${PATH}?dialect=duckdb`);
  await run(page, "SELECT i, 'row ' || i AS t, i * 0.5 AS h FROM range(150000) r(i)");
  await page.getByText("The first 100,000 rows").waitFor({ timeout: 30_000 });
  const grid = page.getByRole("grid");
  ok(await grid.locator(".grid-rows .grid-row").count() < 120);
  equal(await grid.getAttribute("aria-rowcount"), "100001");
  await grid.focus();
  await page.keyboard.press("Control+End");
  await page.getByRole("gridcell", { name: "row 99999", exact: true }).waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Home");
  await page.getByRole("gridcell", { name: "row 99999", exact: true }).waitFor();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+c");
  await page.getByText("Copied 2 rows").waitFor();
  equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    "99999\trow 99999\n99998\trow 99998\n",
  );
  const frameMs = await page.evaluate(async () => {
    const element = document.querySelector<HTMLElement>(".grid")!;
    const times: number[] = [];
    for (let step = 0; step < 40; step++) {
      element.scrollTop = step * 70_000;
      const from = performance.now();
      await new Promise((resume) => requestAnimationFrame(() => setTimeout(resume)));
      times.push(performance.now() - from);
    }
    return times.sort((a, b) => a - b)[20]!;
  });
  ok(frameMs < 120, `half of the frames take more than ${frameMs} ms`);
  deepEqual(errors, []);
});

browserTest("two hundred columns scroll; selections are summed and copied", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 10);
  const { page, context, errors } = await openPage(browser, site, { width: 1440 });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await ready(page, `${PATH}?dialect=duckdb`);
  const columns = Array.from({ length: 200 }, (_, i) => `i + ${i} AS c${i}`).join(", ");
  await run(page, `SELECT ${columns} FROM range(30000) r(i)`);
  await page.getByText("There are more; export for all of them").waitFor({ timeout: 30_000 });
  const grid = page.getByRole("grid");
  ok(Number(await grid.getAttribute("aria-rowcount")) < 22_000);
  ok(await grid.locator(".grid-rows .grid-cell").count() < 60 * 40);
  await grid.focus();
  await page.keyboard.press("Control+ArrowRight");
  await page.getByRole("columnheader", { name: "c199" }).waitFor();
  equal(await grid.locator(".is-current").innerText(), "199");
  equal(await grid.locator(".grid-name", { hasText: /^c0$/ }).count(), 0);

  await run(
    page,
    `SELECT 'a,b' AS t, NULL AS n, '' AS e, {'k': [1, 2]} AS j, 3 AS x
    UNION ALL SELECT 'say "x"', 2, 'l', NULL, 4.5`,
  );
  await status(page).getByText("2 rows").waitFor();
  const copied = async (label: string) => {
    await page.getByText("Copy", { exact: true }).click();
    await page.getByRole("button", { name: label }).click();
    await page.waitForTimeout(50);
    return await page.evaluate(() => navigator.clipboard.readText());
  };
  const csv = 't,n,e,j,x\n"a,b",,"","{""k"":[1,2]}",3\n"say ""x""",2,l,,4.5\n';
  equal(await copied("All rows, as CSV"), csv);
  match(await copied("All rows, for spreadsheets"), /^t\tn\te\tj\tx\na,b\t\t\t/);
  await grid.locator(".grid-rows .grid-gutter").nth(1).click();
  equal(await copied("Selection, as CSV"), '"say ""x""",2,l,,4.5\n');
  await grid.getByRole("gridcell", { name: "3", exact: true }).click();
  await grid.getByRole("gridcell", { name: "4.5" }).click({ modifiers: ["Shift"] });
  await page.getByText("2 cells · sum 7.5 · mean 3.75 · min 3 · max 4.5").waitFor();
  await grid.getByRole("gridcell", { name: '{"k":[1,2]}' }).click();
  await page.keyboard.press("Space");
  const value = page.getByRole("dialog", { name: "j, row 1" });
  equal(await value.locator("pre").innerText(), '{\n  "k": [\n    1,\n    2\n  ]\n}');
  await page.keyboard.press("Escape");
  await value.waitFor({ state: "detached" });
  const [head, edge] = [page.getByRole("columnheader").nth(1), grid.locator(".grid-edge").first()];
  const before = (await head.boundingBox())!.width;
  const box = (await edge.boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 84, box.y + 10);
  await page.mouse.up();
  equal((await head.boundingBox())!.width, before + 80);
  equal(await head.getAttribute("aria-sort"), "none");
  deepEqual(errors, []);
});

browserTest(
  "files of SQL are opened and saved, and what is open is saved by its key",
  async (scene) => {
    const { site, browser } = scene;
    await makeShop(site, 10);
    const { page, errors } = await openPage(browser, site, { width: 1440 });
    await ready(page);
    const file = `${site.folder}/month.sql`;
    await Deno.writeTextFile(file, "SELECT 1\r\nAS opened;\r\n");
    await page.getByLabel("A file of SQL").setInputFiles(file);
    await page.getByText("AS opened").waitFor();
    equal((await editorText(page)).trimEnd(), "SELECT 1\nAS opened;");
    await page.locator("[data-editor=sql] .cm-content").focus();
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog", { name: "Save the script" }).getByLabel("Name").fill("opened");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "opened" }).waitFor();
    await page.getByText("Saved opened").waitFor();
    await write(page, "SELECT 2 AS changed");
    await page.keyboard.press("Control+s");
    const saved = async () => (await (await fetch(`${site.url}/api/queries/opened`)).json()).sql;
    for (let wait = 0; await saved() !== "SELECT 2 AS changed"; wait++) {
      ok(wait < 50, "it is saved");
      await page.waitForTimeout(50);
    }
    await page.keyboard.press("Control+/");
    equal(await editorText(page), "-- SELECT 2 AS changed");
    await page.getByText("File", { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as .sql" }).click(),
    ]);
    equal(download.suggestedFilename(), "opened.sql");
    equal(await Deno.readTextFile(await download.path()), "-- SELECT 2 AS changed");
    await (await fetch(`${site.url}/api/queries/opened`, { method: "DELETE" })).body?.cancel();
    deepEqual(errors, []);
  },
);

browserTest(
  "functions are the dialect's, and what differs in their answers is told",
  async (scene) => {
    const { site, browser } = scene;
    await makeShop(site, 10);
    const { page, errors } = await openPage(browser, site, { width: 1440 });
    await ready(page);
    const list = page.locator("[data-editor=sql] .cm-tooltip-autocomplete");
    const offered = async (dialect: string) => {
      await page.getByLabel("Dialect").selectOption(dialect);
      await write(page, "");
      await page.keyboard.type("SELECT approx_");
      await page.keyboard.press("Control+Space");
      await page.waitForTimeout(300);
      return await list.isVisible() ? await list.innerText() : "";
    };
    match(await offered("snowflake"), /approx_percentile/);
    equal(await offered("postgres"), "");
    await write(page, "");
    await page.keyboard.type("SELECT * FROM receipts r JOIN stores s ON ");
    await page.keyboard.press("Control+Space");
    await list.getByText("r.store_id = s.id").waitFor();
    await page.waitForTimeout(100);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Enter");
    await status(page).getByText("10 rows").waitFor();
    await page.getByLabel("Dialect").selectOption("snowflake");
    await run(page, "SELECT 1;\nSELECT APPROX_COUNT_DISTINCT(id) AS n FROM stores");
    await page.getByText("'APPROX_COUNT_DISTINCT' does not answer in all as Snowflake does")
      .waitFor();
    await page.getByRole("button", { name: "2:8, go to line 2, column 8" }).click();
    await page.locator(".cm-focused .cm-activeLine", { hasText: "APPROX" }).waitFor();
    deepEqual(errors, []);
  },
);

browserTest("the workspace loads less than 120 KB of script before it is asked", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 10);
  const { page } = await openPage(browser, site, { width: 1440 });
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!response.url().endsWith(".js")) return;
    scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  const weigh = async () => (await Promise.all(scripts)).reduce((sum, each) => sum + each, 0);
  await ready(page);
  await page.waitForLoadState("networkidle");
  const before = await weigh();
  ok(before > 50 * 1024 && before < 120 * 1024, `${before} bytes`);
  await run(page, "SELECT 1");
  await page.getByRole("grid").waitFor();
  const after = await weigh();
  ok(after > before && after < 128 * 1024, `${after} bytes once there is an answer`);
});

browserTest("an answer is drawn as bars, lines and points; a plan is shown", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 50);
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  const scripts: string[] = [];
  page.on("request", (request) => void scripts.push(request.url()));
  await ready(page);
  await run(page, "SELECT number, total FROM receipts ORDER BY number");
  await status(page).getByText("50 rows").waitFor();
  equal(scripts.some((address) => /chart-/.test(address) && /draw/.test(address)), false);
  await page.getByRole("button", { name: "Chart" }).click();
  const picture = page.getByRole("img", { name: "total by number, 50 rows" });
  await picture.locator("canvas").waitFor();
  const pictures = new Set<string>();
  for (const kind of ["bar", "line", "scatter"]) {
    await page.getByLabel("Chart", { exact: true }).selectOption(kind);
    await page.waitForTimeout(200);
    pictures.add(
      await picture.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL()),
    );
  }
  equal(pictures.size, 3);
  const series = page.getByLabel("Series", { exact: true });
  equal(await series.count(), 0);
  const area = (await page.locator(".u-over").boundingBox())!;
  await page.mouse.move(area.x + 1, area.y + 20);
  const { rows: [[first]] } = await (await ask(site, "SELECT min(number) FROM receipts")).json();
  await page.locator(".u-value", { hasText: new RegExp(`^${first}$`) }).first().waitFor();
  await page.getByRole("button", { name: "SQL that ran" }).click();
  match(await page.getByRole("region", { name: "The SQL that ran" }).innerText(), /SELECT/);
  await page.getByRole("button", { name: "Explain" }).click();
  match(await page.getByRole("region", { name: "Plan" }).innerText(), /\w+/);
  deepEqual(errors, []);
});

browserTest("without script SQL is asked by a form, and errors have their place", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 500);
  const { page } = await openPage(browser, site, { width: 390, script: false });
  await page.goto(PATH);
  await page.locator("textarea[name=sql]").fill("SELECT id FROM stores");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText("The first 200 rows").waitFor();
  equal(await page.locator(".sample tbody tr").count(), 200);
  await page.locator("textarea[name=sql]").fill("SELECT id,\n idd FROM stores");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  match(await page.getByRole("alert").innerText(), /2:2/);
  match(await page.locator("textarea[name=sql]").inputValue(), /idd/);
});

browserTest("the workspace fits phones, and axe finds nothing serious in it", async (scene) => {
  const { site, browser } = scene;
  await makeShop(site, 300);
  const { page } = await openPage(browser, site, { width: 390 });
  await ready(page);
  await run(page, "SELECT * FROM receipts");
  await status(page).getByText("300 rows").waitFor();
  for (const width of [360, 390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    ok(wide <= 0, `${wide} pixels too wide at ${width}`);
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(200);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      // deno-lint-ignore no-explicit-any -- axe puts itself there
      const { violations } = await (globalThis as any).axe.run({ resultTypes: ["violations"] });
      return violations
        .filter(({ impact }: { impact: string }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
          nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)
        );
    });
    ok(found.length === 0, `${colorScheme}: ${found.join("\n")}`);
  }
});
