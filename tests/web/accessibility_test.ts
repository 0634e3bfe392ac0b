import { equal } from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { browserTest, makeShop, openPage, SHOP_SQL } from "./browser.ts";
import { PAGES } from "./_pages.ts";

/** Fails with what axe finds; the dark theme changes colours and nothing else. */
async function accessible(page: Page, place: string, rules?: readonly string[]): Promise<void> {
  const found = await findings(page, rules);
  equal(found.length, 0, `${place}: ${found.join("\n")}`);
}

/** What axe finds that keeps people out. */
async function findings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Colours on their way from one theme to the other are nobody's.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  );
  await page.evaluate(axe.source);
  return await page.evaluate(async (runOnly) => {
    // deno-lint-ignore no-explicit-any -- axe puts itself there
    const { violations } = await (globalThis as any).axe.run({
      resultTypes: ["violations"],
      runOnly,
    });
    return violations
      .filter(({ impact }: { impact: string }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`)
      );
  }, rules);
}

browserTest("axe finds nothing serious on any page, in either theme", async ({ site, browser }) => {
  await makeShop(site, 200);
  await makeShop(site, 0, "empty");
  const { page } = await openPage(browser, site, { width: 1440 });
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto("about:blank");
    await page.goto(path);
    if (name === "table") await page.getByRole("heading", { name: "Profile" }).waitFor();
    await accessible(page, `${name}, light`);
    await page.emulateMedia({ colorScheme: "dark" });
    await accessible(page, `${name}, dark`, ["color-contrast"]);
    await page.emulateMedia({ colorScheme: "light" });
  }
});

browserTest("axe finds nothing serious while something is written and changed", async (scene) => {
  const { page } = await openPage(scene.browser, scene.site, { width: 1440 });
  await page.goto("/new");
  await page.locator("textarea[name=sql]").focus();
  await page.keyboard.insertText(`${SHOP_SQL}CREATE TABLE wrong (id INT`);
  await page.locator("[data-editor=sql] .cm-content").waitFor();
  await page.getByRole("button", { name: "Change name" }).click();
  await page.locator(".preview-values li").nth(9).waitFor();
  await accessible(page, "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await accessible(page, "dark", ["color-contrast"]);
  await page.goto("/");
  await page.getByRole("button", { name: "Make and fill ecommerce" }).click();
  await accessible(page, "a run under way, dark");
  await page.emulateMedia({ colorScheme: "light" });
  await accessible(page, "a run under way, light", ["color-contrast"]);
});
