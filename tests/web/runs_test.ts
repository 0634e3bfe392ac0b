import { deepEqual, equal, match } from "node:assert/strict";
import { browserTest, makeShop, openPage } from "./browser.ts";

/** Long enough to be looked at. */
const MANY = { rows: { stores: 1_000, receipts: 400_000_000 } };

browserTest("a run is seen running, is cancelled, resumed, and keeps others out", async (scene) => {
  const { browser, site } = scene;
  await makeShop(site);
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await site.post("/api/experiments/shop/generate", MANY);
  await page.goto("/experiments/shop#runs");
  const runs = page.getByRole("dialog", { name: "Runs of shop" });
  await runs.locator(".run").getByText("RUNNING").waitFor();
  await page.waitForFunction(() =>
    (document.querySelector<HTMLProgressElement>(".run progress[value]")?.value ?? 0) > 0
  );
  match(await runs.locator(".run").innerText(), /rows\/s/);

  await page.goto("/experiments/shop/reset");
  await page.getByRole("button", { name: "Empty all tables" }).click();
  match(await page.getByRole("alert").innerText(), /'shop'/);
  await page.goto("/experiments/shop/delete");
  await page.getByRole("button", { name: "Delete shop" }).click();
  await page.getByRole("alert").waitFor();

  await page.goto("/experiments/shop#runs");
  await runs.getByRole("button", { name: "Cancel" }).click();
  await runs.locator(".run").getByText("ABORTED").waitFor({ timeout: 15_000 });
  await page.getByText("The run was cancelled").waitFor();
  await runs.getByRole("button", { name: "Resume" }).click();
  await runs.locator(".run").getByText("RUNNING").waitFor();
  await runs.getByRole("button", { name: "Cancel" }).click();
  await runs.locator(".run").getByText("ABORTED").waitFor({ timeout: 15_000 });
  // Refusals are answered with their status, of which the browser writes a line.
  deepEqual(errors.filter((text) => !/status of 409/.test(text)), []);
});

browserTest(
  "the modal is kept fresh from RUNNING to COMPLETED, and the page follows",
  async (scene) => {
    const { browser, site } = scene;
    await makeShop(site);
    const { page, errors } = await openPage(browser, site, { width: 1440 });
    await page.goto("/experiments/shop");
    await page.getByRole("link", { name: "Runs", exact: true }).first().click();
    const runs = page.getByRole("dialog", { name: "Runs of shop" });
    await runs.getByText("No runs yet").waitFor();
    await runs.getByRole("button", { name: "Close" }).click();
    await page.getByRole("link", { name: "Generate", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Generate data" });
    await dialog.getByLabel("receipts").fill("50000000");
    await dialog.getByRole("button", { name: "Generate" }).click();
    await runs.locator(".run").getByText("RUNNING").waitFor();
    await runs.locator(".run").getByText("COMPLETED").waitFor({ timeout: 60_000 });
    match(await runs.locator(".run").innerText(), /50,001,000/);
    await runs.getByText("current data").waitFor();
    await runs.getByRole("button", { name: "Close" }).click();
    await page.getByText("50,001,000 rows in all").waitFor();
    deepEqual(errors, []);
  },
);

browserTest("a run that fails tells its whole error", async ({ site, browser }) => {
  await makeShop(site, 10);
  const folders = [...Deno.readDirSync(`${site.folder}/data/experiments`)].map(({ name }) => name);
  equal(folders.length, 1);
  const runsFolder = `${site.folder}/data/experiments/${folders[0]}/runs`;
  await Deno.rename(runsFolder, `${runsFolder}_moved`);
  // Where the folder of runs should be stands a file, so that nothing can be written.
  await Deno.writeTextFile(runsFolder, "");
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await page.goto("/experiments/shop/generate");
  await page.getByRole("button", { name: "Generate" }).click();
  const runs = page.getByRole("dialog", { name: "Runs of shop" });
  await runs.locator(".run").getByText("FAILED").waitFor({ timeout: 15_000 });
  match(await runs.locator(".run-error").innerText(), /STORAGE_\w+/);
  await runs.getByRole("button", { name: "Resume" }).waitFor();
  deepEqual(errors, []);
  await Deno.remove(runsFolder);
  await Deno.rename(`${runsFolder}_moved`, runsFolder);
});

browserTest("reset empties, delete removes, both after a question", async ({ site, browser }) => {
  await makeShop(site, 200);
  const { page, errors } = await openPage(browser, site, { width: 1440 });
  await page.goto("/experiments/shop");
  await page.getByText("400 rows in all").waitFor();
  await page.getByRole("link", { name: "Reset" }).click();
  const question = page.getByRole("dialog", { name: "Empty all tables of shop?" });
  await question.getByRole("link", { name: "Keep it" }).click();
  await question.waitFor({ state: "hidden" });
  await page.getByRole("link", { name: "Reset" }).click();
  await question.getByRole("button", { name: "Empty all tables" }).click();
  await page.getByText("All tables of shop are empty").waitFor();
  await page.getByText("0 rows in all").waitFor();
  await page.getByRole("link", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete shop" }).click();
  await page.getByText("Deleted shop").waitFor();
  equal(new URL(page.url()).pathname, "/");
  equal((await page.request.get("/api/experiments/shop")).status(), 404);
  deepEqual(errors, []);
});

browserTest("the data of an earlier run is used again", async ({ site, browser }) => {
  await makeShop(site, 200);
  await site.post("/api/experiments/shop/generate?wait=true", { rows: { stores: 7, receipts: 0 } });
  const { page, errors } = await openPage(browser, site, { width: 390 });
  await page.goto("/experiments/shop/runs");
  await page.getByRole("button", { name: "Use this data" }).click();
  await page.getByText("This run's data is what is shown").waitFor();
  match(await page.locator(".run").last().innerText(), /current data/);
  await page.goto("/experiments/shop");
  await page.getByText("400 rows in all").waitFor();
  deepEqual(errors, []);
});
