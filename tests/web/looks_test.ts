import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, makeShop, openPage, SHOP_SQL } from "./browser.ts";
import { PAGES } from "./_pages.ts";

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

browserTest("dark is what the system says or what was chosen, and light too", async (scene) => {
  const { page } = await openPage(scene.browser, scene.site, { width: 1440, theme: "dark" });
  await page.goto("/");
  const dark = await background(page);
  await page.getByRole("button", { name: "Theme: system. Change to light" }).click();
  const light = await background(page);
  await page.getByRole("button", { name: "Theme: light. Change to dark" }).click();
  equal(await background(page), dark);
  ok(dark !== light);
  await page.reload();
  equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await page.getByRole("button", { name: "Theme: dark. Change to system" }).click();
  equal(await page.locator("html").getAttribute("data-theme"), null);
});

browserTest(
  "no page is wider than its window, from 360 to 2560 pixels",
  async ({ site, browser }) => {
    await makeShop(site, 200);
    await makeShop(site, 0, "empty");
    const { page } = await openPage(browser, site, { width: 360 });
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto("about:blank");
      await page.goto(path, { waitUntil: "load" });
      for (const width of [360, 390, 768, 2560]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        ok(wide <= 0, `${name} at ${width}: ${wide} pixels too wide`);
      }
    }
  },
);

browserTest("everything is done by keyboard alone", async ({ site, browser }) => {
  const { page } = await openPage(browser, site, { width: 1440 });
  await page.goto("/");
  await page.keyboard.press("Tab");
  equal(await focused(page), "Skip to content");
  await tabTo(page, "Start from your DDL");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/new");
  await tabTo(page, "Name");
  await page.keyboard.type("shop");
  await tabTo(page, "CREATE TABLE statements");
  await page.locator("[data-editor=sql] .cm-content").waitFor();
  await page.keyboard.insertText("CREATE TABLE t (id INT PRIMARY KEY);");
  await page.getByRole("heading", { name: "How it is understood" }).waitFor();
  await tabTo(page, "Create experiment");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/experiments/shop");
  await tabTo(page, "Generate");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Generate data" }).waitFor();
  await tabTo(page, "Generate");
  await page.keyboard.press("Enter");
  const runs = page.getByRole("dialog", { name: "Runs of shop" });
  await runs.locator(".run").getByText("COMPLETED").waitFor({ timeout: 30_000 });
  await page.keyboard.press("Escape");
  await runs.waitFor({ state: "hidden" });
  await page.getByText("1,000 rows in all").waitFor();
});

/** The name of what has the focus, within shadow roots too. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const labels = (element as HTMLInputElement | null)?.labels ?? [];
    const name = element?.getAttribute("aria-label") ?? labels[0]?.textContent ??
      element?.textContent;
    return name?.trim() ?? "";
  });
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab");
    if (await focused(page) === name) return;
  }
  throw new Error(`Tab never reaches '${name}'; it is at '${await focused(page)}'`);
}

browserTest("without script pages read and forms post", async ({ site, browser }) => {
  const { page, errors } = await openPage(browser, site, { width: 1440, script: false });
  await page.goto("/new");
  await page.getByLabel("Name", { exact: true }).fill("shop");
  await page.getByLabel("Dialect").selectOption("postgres");
  await page.locator("textarea[name=sql]").fill(SHOP_SQL.replace("DECIMAL(12,2)", "DECIMAL(12,2"));
  await page.getByRole("button", { name: "Create experiment" }).click();
  match(await page.getByRole("alert").innerText(), /\d+:\d+/);
  match(await page.locator("textarea[name=sql]").inputValue(), /CREATE TABLE receipts/);
  await page.locator("textarea[name=sql]").fill(SHOP_SQL);
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByText("2 tables, 6 columns").waitFor();
  await page.locator(".segments label", { hasText: "JSON" }).click();
  equal(await page.locator("textarea[name=json]").isVisible(), true);
  await page.locator(".segments label", { hasText: "SQL" }).click();
  await page.getByRole("button", { name: "Create experiment" }).click();
  await page.waitForURL("**/experiments/shop");
  await page.getByText("Created shop").first().waitFor();
  await page.getByRole("status").getByRole("button", { name: "Dismiss" }).click();
  equal(await page.getByText("Created shop").first().isVisible(), false);
  await page.getByRole("link", { name: "Generate", exact: true }).click();
  await page.getByLabel("stores").fill("50");
  await page.getByRole("button", { name: "Generate" }).click();
  await page.getByRole("link", { name: "Runs", exact: true }).first().click();
  await waitUntil(async () => {
    await page.reload();
    return await page.getByText("COMPLETED").count() > 0;
  });
  await page.goto("/experiments/shop/tables/receipts");
  await page.getByRole("link", { name: "Show sample rows and profiles" }).click();
  await page.getByRole("heading", { name: "Rows per parent" }).waitFor();
  equal(await page.locator(".sample tbody tr").count(), 20);
  await page.goto("/experiments/shop/delete");
  await page.getByRole("button", { name: "Delete shop" }).click();
  await page.getByText("Deleted shop").waitFor();
  deepEqual(errors.filter((text) => !/status of 400/.test(text)), []);
});

async function waitUntil(isTrue: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await isTrue()) return;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error("it never became true");
}

browserTest("who is asked for a token signs in, and out again", async ({ site, browser }) => {
  const { page } = await openPage(browser, site, { width: 1440 });
  await page.goto("/experiments/nothing?x=1");
  await page.waitForURL("**/sign-in?to=**");
  await page.getByLabel("Token").fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("This is not the token").waitFor();
  await page.getByLabel("Token").fill("a token; ü");
  await page.getByRole("button", { name: "Sign in" }).click();
  match(page.url(), /\/experiments\/nothing\?x=1$/);
  await page.goto("/");
  await page.getByRole("button", { name: "Make and fill ecommerce" }).click();
  await page.getByText("COMPLETED").first().waitFor({ timeout: 30_000 });
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto("/");
  match(page.url(), /sign-in/);
}, ["--token", "a token; ü"]);

browserTest("among many tables one is found by typing", async ({ site, browser }) => {
  const names = Array.from({ length: 30 }, (_, i) => `table_${i}`);
  const sql = names.map((name) => `CREATE TABLE ${name} (id INT);`).join("\n");
  await site.post("/api/experiments/import-sql", { name: "many", sql });
  const { page } = await openPage(browser, site, { width: 1440 });
  await page.goto("/experiments/many");
  await page.getByRole("searchbox", { name: "Find a table" }).fill("TABLE_2");
  await page.getByText("11 rows found").waitFor();
  equal(await page.locator("#table-list tbody tr:visible").count(), 11);
});
