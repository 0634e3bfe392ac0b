import { deepEqual, equal, match } from "node:assert/strict";
import { browserTest, openPage } from "./browser.ts";

browserTest("from nothing to generated data by clicking only", async ({ site, browser }) => {
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await page.goto("/");
  equal(await page.title(), "Experiments · dw-sim");
  await page.getByRole("button", { name: "Make and fill tpch" }).click();
  const runs = page.getByRole("dialog", { name: "Runs of tpch" });
  await runs.waitFor();
  match(page.url(), /\/experiments\/tpch#runs$/);
  await runs.locator(".run").getByText("COMPLETED").waitFor({ timeout: 30_000 });
  await page.goBack();
  await runs.waitFor({ state: "hidden" });
  await page.goto("/experiments/tpch");
  await page.getByRole("link", { name: "lineitem", exact: true }).last().click();
  await page.getByRole("heading", { name: "Profile" }).waitFor({ timeout: 15_000 });
  equal(await page.locator(".sample tbody tr").count(), 20);
  equal(await page.locator(".pictures .picture").count() >= 17, true);
  await page.getByRole("heading", { name: "Rows per parent" }).waitFor();
  deepEqual(errors, []);
});

browserTest("generating asks for rows and seed, and tells what they take", async (scene) => {
  const { page, errors } = await openPage(scene.browser, scene.site, { width: 1440 });
  await scene.site.post("/api/experiments/import-sql", {
    ...{ name: "shop", sql: "CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20));" },
  });
  await page.goto("/experiments/shop");
  await page.getByText("No data yet.").waitFor();
  await page.getByRole("link", { name: "Generate", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Generate data" });
  await dialog.getByText("1,000", { exact: true }).waitFor();
  await dialog.getByLabel("t", { exact: true }).fill("25000");
  await dialog.getByText("25,000", { exact: true }).waitFor();
  await dialog.getByRole("button", { name: "× 10", exact: true }).click();
  await dialog.getByText("250,000", { exact: true }).waitFor();
  await dialog.getByLabel("Seed").fill("42");
  await dialog.getByRole("button", { name: "Generate" }).click();
  const runs = page.getByRole("dialog", { name: "Runs of shop" });
  await runs.locator(".run").getByText("COMPLETED").waitFor({ timeout: 30_000 });
  match(await runs.locator(".run").first().innerText(), /250,000[\s\S]*42/);
  match(await runs.locator("time").first().getAttribute("title") ?? "", / UTC$/);
  deepEqual(errors, []);
});
