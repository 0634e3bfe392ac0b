import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** Debian's; playwright's own would be a download. */
export const CHROMIUM_PATH = "/usr/bin/chromium";

const ARGUMENTS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** Tells whether there is a browser; says so once where there is none. */
export function hasBrowser(): boolean {
  try {
    return Deno.statSync(CHROMIUM_PATH).isFile;
  } catch {
    return false;
  }
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM_PATH, args: ARGUMENTS });
}

/** A server in a process of its own, over a data folder of its own. */
export class SiteProcess implements AsyncDisposable {
  readonly url: string;
  readonly folder: string;
  readonly #process: Deno.ChildProcess;

  private constructor(process: Deno.ChildProcess, url: string, folder: string) {
    this.#process = process;
    this.url = url;
    this.folder = folder;
  }

  /** @param flags More of `dw-sim serve`. */
  static async start(flags: readonly string[] = []): Promise<SiteProcess> {
    const folder = await Deno.makeTempDir({ prefix: "dw_sim_web_" });
    const process = new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--allow-all", "--no-check", "cli.ts", "serve", "--port", "0", "--log", "none"],
        ...flags,
      ],
      cwd: new URL("../../", import.meta.url),
      env: { DW_SIM_HOME: `${folder}/data`, NO_COLOR: "1" },
      stdin: "null",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      text += value ?? "";
      const [url] = /http:\/\/\S+:\d+/.exec(text) ?? [];
      if (url !== undefined) {
        drain(reader);
        return new SiteProcess(process, url, folder);
      }
      if (done) throw new Error(`the server did not start: ${text}`);
    }
  }

  /** Sends JSON to the API, to set the scene of a test. */
  async post<Answer>(path: string, body: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${text}`);
    return JSON.parse(text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill("SIGTERM");
    await this.#process.status;
    await Deno.remove(this.folder, { recursive: true });
  }
}

async function drain(reader: ReadableStreamDefaultReader<string>): Promise<void> {
  while (!(await reader.read()).done);
}

export interface PageSetting {
  readonly width: number;
  readonly height?: number;
  readonly theme?: "light" | "dark";
  readonly script?: boolean;
}

/** A page in a window of its own; every error on it is kept. */
export async function openPage(
  browser: Browser,
  { url }: SiteProcess,
  { width, height = 900, theme = "light", script = true }: PageSetting,
): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const context = await browser.newContext({
    ...{ baseURL: url, viewport: { width, height }, colorScheme: theme },
    ...{ javaScriptEnabled: script, reducedMotion: "reduce" },
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => void errors.push(error.message));
  page.on("console", (message) => {
    // What the server refuses is part of many tests, and of each the browser writes a line.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) {
      errors.push(message.text());
    }
  });
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !address.startsWith("data:")) errors.push(`asked ${address}`);
  });
  return { page, context, errors };
}

export interface Scene {
  readonly site: SiteProcess;
  readonly browser: Browser;
}

/** Both take seconds to start, so the tests of a file share them. */
const shared = new Map<string, Promise<Scene>>();

/** A test in a browser; skipped where there is none, which `.ci/run` says in a line. */
export function browserTest(
  name: string,
  work: (scene: Scene) => Promise<void>,
  flags: readonly string[] = [],
): void {
  Deno.test({
    name: `${name} (in Chromium)`,
    ignore: !hasBrowser(),
    // The browser is a process that outlives what a test starts in this one.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async () => {
      const key = flags.join(" ");
      const scene = shared.get(key) ?? start(flags);
      shared.set(key, scene);
      const { site, browser } = await scene;
      try {
        await work({ site, browser });
      } finally {
        for (const context of browser.contexts()) await context.close();
        if (key === "") await clear(site);
      }
    },
  });
}

async function start(flags: readonly string[]): Promise<Scene> {
  const [site, browser] = await Promise.all([SiteProcess.start(flags), launch()]);
  return { site, browser };
}

Deno.test.afterAll(async () => {
  for (const scene of shared.values()) {
    const { site, browser } = await scene;
    await browser.close();
    await site[Symbol.asyncDispose]();
  }
});

/** The next test begins with nothing. */
async function clear({ url }: SiteProcess): Promise<void> {
  const answer = await (await fetch(`${url}/api/experiments`)).json();
  for (const { name, active_run: run } of answer.experiments) {
    const path = `${url}/api/experiments/${name}`;
    const json = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    if (run !== null) await (await fetch(`${path}/runs/${run.id}/cancel`, json)).body?.cancel();
    await (await fetch(path, { method: "DELETE" })).body?.cancel();
  }
}

/** Two tables that hang together by a key of one column, and one with a key of two. */
export const SHOP_SQL = `CREATE TABLE stores (
  id INTEGER PRIMARY KEY,
  name VARCHAR(40) NOT NULL
);
CREATE TABLE receipts (
  store_id INTEGER NOT NULL REFERENCES stores (id),
  number INTEGER NOT NULL,
  total DECIMAL(12,2),
  PRIMARY KEY (store_id, number)
);
`;

/** Makes the experiment `shop`, and fills it if rows are asked for. */
export async function makeShop(site: SiteProcess, rows = 0, name = "shop"): Promise<void> {
  const body = { name, sql: SHOP_SQL, dialect: "postgres" };
  await site.post("/api/experiments/import-sql", body);
  if (rows === 0) return;
  const path = `/api/experiments/${name}/generate?wait=true`;
  await site.post(path, { rows: { stores: rows, receipts: rows }, seed: 1 });
}
