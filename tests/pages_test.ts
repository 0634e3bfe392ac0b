import { deepEqual, equal, match, ok } from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { AppContext, createExperiment } from "../lib/app/mod.ts";
import {
  type Handler,
  makeApp,
  makeRequestLog,
  openClientFiles,
  parseLimits,
} from "../lib/web/mod.ts";
import { Service } from "../lib/web/mod.ts";
import { ROUTES, SITE } from "../routes/manifest_gen.ts";

const FILES = await openClientFiles(() => {});
const HOST = "localhost:8000";

interface Sent {
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

class Pages {
  readonly context: AppContext;
  readonly #handler: Handler;

  constructor(context: AppContext, service: Service, token: string | null) {
    this.context = context;
    this.#handler = makeApp({
      ...{ service, routes: ROUTES, access: { token }, web: { site: SITE, files: FILES } },
      log: makeRequestLog("none", () => {}),
    });
  }

  async ask(path: string, { form, headers = {} }: Sent = {}): Promise<Response> {
    return await this.#handler(
      new Request(`http://${HOST}${path}`, {
        headers: { host: HOST, accept: "text/html", ...headers },
        ...form !== undefined && { method: "POST", body: new URLSearchParams(form) },
      }),
    );
  }

  async text(path: string, sent: Sent = {}): Promise<string> {
    return await (await this.ask(path, sent)).text();
  }
}

async function withPages(
  work: (pages: Pages) => Promise<void>,
  token: string | null = null,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_pages_" });
  try {
    using context = new AppContext({ flag: `${folder}/home` });
    const options = { version: "0.0.0", limits: parseLimits([]), routes: ROUTES, isWide: false };
    const service = new Service(context, options);
    try {
      await work(new Pages(context, service, token));
    } finally {
      await service.stop();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const EVIL = "</script><script>alert(1)</script>";

function makeEvil({ context }: Pages): void {
  const columns = [{ name: "id", data_type: "INT", comment: EVIL }];
  const tables = [{ name: "t", target_rows: 1, columns, comment: EVIL, warnings: [EVIL] }];
  const document = { name: "shop", description: EVIL, tables };
  createExperiment(context, JSON.stringify(document), { source: "test" });
}

Deno.test("nothing that users write becomes markup or script, on any page", async () => {
  await withPages(async (pages) => {
    makeEvil(pages);
    const base = "/experiments/shop";
    const paths = [
      ...["/", base, `${base}/tables/t`, `${base}/generate`, `${base}/runs`, `${base}/lineage`],
      ...[`${base}/delete`, `/experiments/${encodeURIComponent(EVIL)}`, `/${EVIL}`],
      ...[`${base}/tables/${encodeURIComponent(EVIL)}`, `/sign-in?to=${encodeURIComponent(EVIL)}`],
    ];
    for (const path of paths) {
      equal((await pages.text(path)).includes("<script>alert"), false, path);
    }
    for (const field of ["sql", "json", "name", "rows", "columns", "dialect"]) {
      for (const format of ["sql", "json"]) {
        const form = { format, dialect: "redshift", name: "x", sql: "x", [field]: EVIL };
        equal((await pages.text("/new", { form })).includes("<script>alert"), false, field);
      }
    }
  });
});

Deno.test("pages may load from here alone, and hold no script or style of their own", async () => {
  await withPages(async (pages) => {
    makeEvil(pages);
    for (
      const path of ["/", "/new", "/experiments/shop", "/experiments/shop/lineage", "/nothing"]
    ) {
      const response = await pages.ask(path);
      match(
        response.headers.get("content-security-policy")!,
        /script-src 'self'; style-src 'self'/,
      );
      const html = await response.text();
      equal(
        /<script(?! type="application\/json">)(?! type="module" src="\/assets\/)/.test(html),
        false,
      );
      equal(/<style|\sstyle="|\son\w+="|javascript:/.test(html), false, path);
      const addresses = [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, each]) =>
        each
      );
      ok(
        addresses.every((each) => /^(\/(?!\/)|#|data:image\/svg)/.test(each!)),
        `${path}: ${addresses}`,
      );
    }
  });
});

Deno.test("only pages with islands load script", async () => {
  await withPages(async (pages) => {
    makeEvil(pages);
    const hasScript = async (path: string) => (await pages.text(path)).includes('type="module"');
    for (const path of ["/", "/sign-in", "/nothing", "/experiments/shop/delete"]) {
      equal(await hasScript(path), false, path);
    }
    equal(await hasScript("/new"), true);
  });
});

Deno.test("forms of other sites are refused, and those of unknown hosts", async () => {
  await withPages(async (pages) => {
    makeEvil(pages);
    const form = { confirm: "yes" };
    for (const path of ["/experiments/shop/delete", "/experiments/shop/reset", "/new", "/theme"]) {
      for (const origin of ["https://evil.example", "null", "http://localhost:9999"]) {
        equal((await pages.ask(path, { form, headers: { origin } })).status, 403, path);
      }
      const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
      equal((await pages.ask(path, { form, headers })).status, 403, path);
      equal((await pages.ask(path, { form, headers: { host: "evil.example" } })).status, 403, path);
    }
    equal(pages.context.catalog.experiments.list().length, 1);
    equal((await pages.ask("/", { headers: { host: "evil.example" } })).status, 403);
    equal((await pages.ask("/assets/x.js", { headers: { host: "evil.example" } })).status, 403);
  });
});

Deno.test("no form leads away from this server", async () => {
  await withPages(async (pages) => {
    for (const to of ["//evil.example", "https://evil.example", "/\\evil.example", ""]) {
      const themed = await pages.ask("/theme", { form: { to, theme: "dark" } });
      equal(themed.headers.get("location"), "/");
      const signed = await pages.ask("/sign-in", { form: { to, token: "x" } });
      equal(signed.headers.get("location"), "/");
    }
  });
});

Deno.test("where a token is demanded pages ask for it, and a cookie shows it from then on", async () => {
  await withPages(async (pages) => {
    const asked = await pages.ask("/experiments/shop?x=1");
    deepEqual(
      [asked.status, asked.headers.get("location")],
      [303, "/sign-in?to=%2Fexperiments%2Fshop%3Fx%3D1"],
    );
    equal((await pages.ask("/new", { form: { format: "sql" } })).status, 303);
    equal((await pages.ask("/sign-in", { form: { token: "wrong" } })).status, 401);
    const signed = await pages.ask("/sign-in", { form: { token: "secret", to: "/" } });
    const [cookie] = signed.headers.getSetCookie();
    match(cookie!, /HttpOnly; SameSite=Strict$/);
    const headers = { cookie: cookie!.split(";")[0]! };
    equal((await pages.ask("/", { headers })).status, 200);
    equal((await pages.ask("/api/experiments", { headers })).status, 200);
    equal((await pages.ask("/", { headers: { cookie: "dw_sim_token=eHh4" } })).status, 303);
    equal((await pages.ask("/api/experiments")).status, 401);
  }, "secret");
});

Deno.test("what is wrong is a page for browsers, and JSON for programs", async () => {
  await withPages(async (pages) => {
    const page = await pages.ask("/experiments/nothing");
    equal(page.status, 404);
    match(page.headers.get("content-type")!, /^text\/html/);
    match(await page.text(), /nothing/);
    const json = await pages.ask("/experiments/nothing", { headers: { accept: "*/*" } });
    equal(json.headers.get("content-type"), "application/problem+json");
    equal((await json.json()).code, "EXPERIMENT_NOT_FOUND");
    equal((await pages.ask("/theme")).status, 400 + 5);
    const typed = await pages.ask("/new", { headers: { "content-type": "text/plain" }, form: {} });
    equal(typed.status, 415);
  });
});

Deno.test("a form that is refused comes back with everything that was typed", async () => {
  await withPages(async (pages) => {
    const form = {
      ...{ format: "sql", name: "my shop", dialect: "snowflake", rows: "12" },
      ...{ sql: "CREATE TABLE kept_sql (id INT);", json: '{"kept": "json"}' },
    };
    const response = await pages.ask("/new", { form });
    equal(response.status, 400);
    const html = await response.text();
    for (const text of ["my shop", "kept_sql", "&quot;kept&quot;", 'value="12"', "selected"]) {
      ok(html.includes(text), text);
    }
  });
});

Deno.test("the browser's files are kept for good, are told apart, and come compressed", async () => {
  await withPages(async (pages) => {
    const html = await pages.text("/new");
    const [, path] = /src="(\/assets\/[^"]+\.js)"/.exec(html)!;
    const plain = await pages.ask(path!);
    match(plain.headers.get("cache-control")!, /immutable/);
    match(plain.headers.get("content-type")!, /^text\/javascript/);
    const bytes = await plain.bytes();
    for (
      const [encoding, unpack] of [["br", brotliDecompressSync], ["gzip", gunzipSync]] as const
    ) {
      const packed = await pages.ask(path!, { headers: { "accept-encoding": `x, ${encoding}` } });
      equal(packed.headers.get("content-encoding"), encoding);
      deepEqual(new Uint8Array(unpack(await packed.bytes())), bytes);
    }
    const headers = { "if-none-match": plain.headers.get("etag")! };
    equal((await pages.ask(path!, { headers })).status, 304);
    for (
      const name of ["nothing.js", "client.json", "..%2f..%2fdeno.json", "__proto__"]
    ) {
      equal((await pages.ask(`/assets/${name}`)).status, 404, name);
    }
  });
});

Deno.test("tables and columns may be called anything that DDL allows", async () => {
  await withPages(async (pages) => {
    const names = ["constructor", "odd name/1%", "__proto__", "Ünï?#"];
    const sql = names.map((name) => `CREATE TABLE "${name}" ("name" INT, "toString" INT);`).join(
      "",
    );
    const form = { format: "sql", name: "odd", dialect: "postgres", rows: "3", sql };
    equal((await pages.ask("/new", { form })).status, 303);
    for (const name of names) {
      const response = await pages.ask(`/experiments/odd/tables/${encodeURIComponent(name)}`);
      equal(response.status, 200, name);
      equal(/native code|\[object/.test(await response.text()), false, name);
    }
    const rows = Object.fromEntries(names.map((name) => [`rows.${name}`, "5"]));
    const generated = await pages.ask("/experiments/odd/generate", {
      form: { ...rows, seed: "1" },
    });
    equal(generated.status, 303);
  });
});

Deno.test("many experiments come page by page, each once", async () => {
  await withPages(async (pages) => {
    const columns = [{ name: "id", data_type: "INT" }];
    for (let i = 0; i < 130; i++) {
      const document = { name: `e${i}`, tables: [{ name: "t", target_rows: 1, columns }] };
      createExperiment(pages.context, JSON.stringify(document), { source: "test" });
    }
    const seen: string[] = [];
    for (let path: string | undefined = "/"; path !== undefined;) {
      const html: string = await pages.text(path);
      seen.push(...[...html.matchAll(/href="\/experiments\/(e\d+)"/g)].map(([, name]) => name!));
      path = /href="(\/\?after=[^"]+)"/.exec(html)?.[1];
    }
    equal(seen.length, 130);
    equal(new Set(seen).size, 130);
  });
});
