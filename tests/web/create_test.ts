import { Buffer } from "node:buffer";
import { deepEqual, equal, match } from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest, makeShop, openPage, SHOP_SQL } from "./browser.ts";

/** Goes into an editor and writes at its end. */
async function write(page: Page, name: "sql" | "json", text: string): Promise<void> {
  const editor = page.locator(`[data-editor=${name}] .cm-content`);
  if (await editor.isVisible()) await editor.click();
  else await page.locator(`textarea[name=${name}]`).focus();
  await page.keyboard.insertText(text);
  await editor.waitFor();
}

async function replace(page: Page, name: "sql" | "json", text: string): Promise<void> {
  await page.locator(`[data-editor=${name}] .cm-content`).click();
  await page.keyboard.press("Control+a");
  // Written over, Chromium would carry styles over to it, and note that it may not.
  await page.keyboard.press("Backspace");
  await page.keyboard.insertText(text);
}

function choose(page: Page, format: "SQL" | "JSON"): Promise<void> {
  return page.locator(".segments label", { hasText: format }).click();
}

browserTest(
  "an error of SQL is shown at its line, mended, and the experiment is made",
  async (scene) => {
    const { page, errors } = await openPage(scene.browser, scene.site, { width: 1440 });
    await page.goto("/new");
    await page.getByLabel("Name", { exact: true }).fill("shop");
    await page.getByLabel("Dialect").selectOption("postgres");
    await write(page, "sql", SHOP_SQL.replace("(store_id, number)", "(store_id, numbr)"));
    const place = page.getByRole("button", { name: "9:26, go to line 9, column 26" });
    await place.waitFor({ timeout: 10_000 });
    await page.getByText("Did you mean 'number'?").first().waitFor();
    await page.locator("[data-editor=sql] .cm-lint-marker-error").first().waitFor();
    await place.click();
    await page.locator("[data-editor=sql] .cm-activeLine", { hasText: "numbr" }).waitFor();
    await page.getByLabel("Leave out what has errors: receipts").waitFor();
    await replace(page, "sql", SHOP_SQL);
    await page.getByRole("heading", { name: "How it is understood" }).waitFor();
    await page.locator("[data-editor=sql] .cm-lint-marker-error").first().waitFor({
      state: "detached",
    });
    await page.locator("summary", { hasText: "receipts" }).getByText("composite key").waitFor();
    await page.getByRole("button", { name: "Create experiment" }).click();
    await page.waitForURL("**/experiments/shop");
    await page.getByText("Created shop").first().waitFor();
    const banner = page.locator(".banner-warn");
    match(await banner.innerText(), /composite primary key \(store_id, number\)/);
    await banner.getByRole("button", { name: "Dismiss" }).click();
    await page.waitForLoadState();
    equal(await banner.count(), 0);
    await page.goto("/");
    await page.locator(".card", { hasText: "shop" }).getByText("composite key").waitFor();
    deepEqual(errors, []);
  },
);

browserTest("the toggle keeps both texts, and so does a reload", async ({ site, browser }) => {
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await page.goto("/new");
  await write(page, "sql", "CREATE TABLE kept_sql (id INT);");
  await choose(page, "JSON");
  await write(page, "json", '{"name": "kept_json", "tables": []}');
  await choose(page, "SQL");
  match(await page.locator("[data-editor=sql] .cm-content").innerText(), /kept_sql/);
  await choose(page, "JSON");
  match(await page.locator("[data-editor=json] .cm-content").innerText(), /kept_json/);
  await page.reload();
  match(await page.locator("textarea[name=json]").inputValue(), /kept_json/);
  match(await page.locator("textarea[name=sql]").inputValue(), /kept_sql/);
  deepEqual(errors, []);
});

browserTest(
  "a column is changed before anything is kept, and its values are shown",
  async (scene) => {
    const { page, errors } = await openPage(scene.browser, scene.site, { width: 1440 });
    await page.goto("/new");
    await page.getByLabel("Name", { exact: true }).fill("prices");
    await write(
      page,
      "sql",
      "CREATE TABLE items (id INT PRIMARY KEY, price DECIMAL(8,2), mood VARCHAR(9));",
    );
    await page.getByRole("button", { name: "Change price" }).click();
    const values = page.locator(".preview-values li");
    await values.nth(9).waitFor();
    await page.getByLabel("Lowest").fill("700");
    await page.getByLabel("Highest").fill("701");
    await page.getByLabel("NULLs in percent").fill("0");
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".preview-values li")].every((item) =>
        /^70[01]\./.test(item.textContent)
      )
    );
    await page.getByLabel("Distribution").selectOption("normal");
    await page.getByLabel("stddev").fill("-1");
    await page.locator(".preview .fault").waitFor();
    await page.getByLabel("stddev").fill("0.2");
    await page.locator(".preview .fault").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Change mood" }).click();
    await values.nth(9).waitFor();
    await page.getByLabel("Distribution").selectOption("values");
    match(await page.getByLabel("Values and weights").inputValue(), /^\S.* 3, \S.* 2, \S.* 1$/);
    await page.locator(".preview .fault").waitFor({ state: "detached" });
    await page.getByLabel("Values and weights").fill("good 3, bad 1");
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".preview-values li")].every(({ textContent }) =>
        ["good", "bad", "NULL"].includes(textContent)
      )
    );
    await page.getByRole("button", { name: "Create experiment" }).click();
    await page.waitForURL("**/experiments/prices");
    const response = await page.request.get("/api/experiments/prices/schema");
    const [, price, mood] = (await response.json()).tables[0].columns;
    deepEqual([price.min_value, price.max_value, price.null_rate], [700, 701, 0]);
    deepEqual(price.distribution.type, "normal");
    deepEqual(mood.distribution.values, [{ value: "good", weight: 3 }, {
      value: "bad",
      weight: 1,
    }]);
    deepEqual(errors, []);
  },
);

browserTest("JSON is completed and checked by its schema", async ({ site, browser }) => {
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await page.goto("/new?from=json");
  await write(
    page,
    "json",
    '{"name": "shop", "tables": [{"name": "t", "target_rows": 5, "columns": [{',
  );
  await page.keyboard.press("Control+Space");
  await page.locator(".cm-tooltip-autocomplete", { hasText: "data_type" }).waitFor();
  await page.keyboard.press("Escape");
  const text =
    '{\n  "name": "shop",\n  "tables": [\n    {"name": "t", "target_rows": "many", "columns": [{"name": "id", "data_type": "INT"}]}\n  ]\n}';
  await replace(page, "json", text);
  await page.getByRole("button", { name: "Go to $.tables[0].target_rows" }).click();
  await page.locator("[data-editor=json] .cm-lint-marker-error").waitFor();
  await page.locator("[data-editor=json] .cm-activeLine", { hasText: "many" }).waitFor();
  await replace(page, "json", text.replace('"many"', "7"));
  await page.getByRole("heading", { name: "How it is understood" }).waitFor();
  await page.getByRole("button", { name: "Create experiment" }).click();
  await page.waitForURL("**/experiments/shop");
  deepEqual(errors, []);
});

browserTest("files that are dropped become the text, and SQL goes on as JSON", async (scene) => {
  const { page, errors } = await openPage(scene.browser, scene.site, { width: 1440 });
  await page.goto("/new");
  await page.getByText("Drop files anywhere").waitFor();
  await page.locator("input[type=file]").setInputFiles([
    { name: "Retail 2024.sql", mimeType: "text/plain", buffer: Buffer.from(SHOP_SQL) },
    {
      name: "more.sql",
      mimeType: "text/plain",
      buffer: Buffer.from("CREATE TABLE extra (id INT);"),
    },
  ]);
  await page.locator("summary", { hasText: "extra" }).waitFor();
  equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Retail_2024");
  await page.getByRole("button", { name: "Continue as JSON" }).click();
  match(await page.locator("textarea[name=json]").inputValue(), /"name": "extra"/);
  await page.getByRole("button", { name: "Create experiment" }).click();
  await page.waitForURL("**/experiments/Retail_2024");
  deepEqual(errors, []);
});

browserTest(
  "a name is asked for, and one that is taken is told with the text kept",
  async (scene) => {
    await makeShop(scene.site);
    const { page, errors } = await openPage(scene.browser, scene.site, { width: 1440 });
    await page.goto("/new");
    await write(page, "sql", "CREATE TABLE kept (id INT);");
    await page.getByRole("heading", { name: "How it is understood" }).waitFor();
    await page.getByRole("button", { name: "Create experiment" }).click();
    await page.getByText("Give the experiment a name first.").waitFor();
    await page.keyboard.type("Shop");
    await page.getByRole("button", { name: "Create experiment" }).click();
    const alert = page.getByRole("alert");
    await alert.getByText(/'shop'/i).first().waitFor();
    await page.locator("[data-editor=sql] .cm-content", { hasText: "kept" }).waitFor();
    await page.getByRole("heading", { name: "How it is understood" }).waitFor();
    equal(await alert.isVisible(), true);
    await page.getByLabel("Name", { exact: true }).fill("shop_2");
    await page.getByRole("button", { name: "Create experiment" }).click();
    await page.waitForURL("**/experiments/shop_2");
    deepEqual(errors, []);
  },
);

browserTest(
  "a name with a space is told at the field, with one to take, and the text is read all the same",
  async ({ browser, site }) => {
    const { page, errors } = await openPage(browser, site, { width: 390 });
    await page.goto("/new");
    await page.getByLabel("Name", { exact: true }).fill("Shop DE");
    await page.getByText("letters, digits and underscores only, and no space").waitFor();
    await page.getByLabel("Names and towns").selectOption("de");
    await write(page, "sql", "CREATE TABLE kunden (id INT PRIMARY KEY, vorname VARCHAR(40));");
    await page.getByRole("heading", { name: "How it is understood" }).waitFor();
    await page.getByRole("button", { name: "Create experiment" }).click();
    await page.getByText("Give the experiment another name first.").waitFor();
    await page.getByRole("button", { name: "Use shop_de" }).click();
    equal(await page.getByLabel("Name", { exact: true }).inputValue(), "shop_de");
    await page.getByLabel("Name", { exact: true }).fill("select");
    await page.getByText("it is a reserved word of SQL").waitFor();
    await page.getByRole("heading", { name: "How it is understood" }).waitFor();
    await page.getByLabel("Name", { exact: true }).fill("shop_de");
    await page.getByText("it is a reserved word of SQL").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Create experiment" }).click();
    await page.waitForURL("**/experiments/shop_de");
    const schema = await (await page.request.get("/api/experiments/shop_de/schema")).json();
    equal(schema.locale, "de");
    deepEqual(errors, []);
  },
);
