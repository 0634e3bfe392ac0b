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
      env: { DW_SIM_HOME: `${folder}/home`, NO_COLOR: "1" },
      stdin: "null",
      stdout: "piped",
      stderr: "inherit",
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
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !address.startsWith("data:")) errors.push(`asked ${address}`);
  });
  return { page, context, errors };
}
