import { deepEqual, equal, ok } from "node:assert/strict";
import { z } from "zod";
import { defineRoute } from "./define_route.ts";
import { makeOpenApi } from "./make_open_api.ts";
import { renderDocs } from "./render_docs.ts";

const POST = defineRoute({
  id: "makeThing",
  tag: "Things <b>",
  summary: "Makes a thing & keeps it",
  params: z.strictObject({ name: z.string().describe("Its `name`") }),
  body: z.strictObject({
    size: z.enum(["small", "large"]).default("small"),
    parts: z.array(z.int()).describe("<script>alert(1)</script>"),
  }),
  answers: { 201: { description: "It was made" } },
  errors: ["EXPERIMENT_NAME_TAKEN"],
  handler: () => ({ status: 201 }),
});

const PAGE = renderDocs(
  makeOpenApi([{ path: "/api/things/{name}", module: { POST } }], { version: "1" }),
);

Deno.test("the page of the API tells of every field: its type, whether it is needed, its default", () => {
  const facts = [...PAGE.matchAll(/<dt><code>(\w+)<\/code><\/dt><dd>(.*?)<\/dd>/g)]
    .map(([, name, html]) => [name, html!.replace(/<[^>]+>/g, "")]);
  deepEqual(facts, [
    ["name", "path, string, requiredIts name"],
    ["size", "small or large, default &quot;small&quot;"],
    ["parts", "list of integer, required&lt;script&gt;alert(1)&lt;/script&gt;"],
  ]);
  ok(PAGE.includes("<code>EXPERIMENT_NAME_TAKEN</code>"));
});

Deno.test("the page of the API holds no script and no style of its own, and links to what it has", () => {
  equal(/<script|<style|style=|javascript:|https?:/i.test(PAGE), false);
  const ids = new Set([...PAGE.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const missing = [...PAGE.matchAll(/href="#([^"]+)"/g)].filter(([, id]) => !ids.has(id!));
  deepEqual(missing, []);
});
