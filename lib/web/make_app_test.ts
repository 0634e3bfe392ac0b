import { equal, match } from "node:assert/strict";
import { AppContext } from "../app/mod.ts";
import { defineRoute } from "./define_route.ts";
import { makeApp } from "./make_app.ts";
import { makeRequestLog } from "./request_log.ts";
import { parseLimits } from "./server_limits.ts";
import { Service } from "./service.ts";

const GET = defineRoute({
  id: "fails",
  tag: "Test",
  summary: "Fails as no operation should",
  answers: { 200: { description: "Never" } },
  handler: () => {
    throw new TypeError("secrets of /etc/our/files");
  },
});

Deno.test("what is our own fault is told to the log, and to the client only that it was", async () => {
  const folder = await Deno.makeTempDir({ prefix: "dw_sim_test_" });
  try {
    using context = new AppContext({ flag: folder });
    const routes = [{ path: "/fails", module: { GET } }];
    const options = { version: "0", limits: parseLimits([]), routes, isWide: false };
    const service = new Service(context, options);
    const lines: string[] = [];
    const log = makeRequestLog("json", (line) => void lines.push(line));
    const app = makeApp({ service, routes, access: { token: null }, log });
    const answer = await app(new Request("http://localhost/fails"));
    equal(answer.status, 500);
    const text = await answer.text();
    const problem = JSON.parse(text);
    equal(problem.code, "INTERNAL_UNEXPECTED");
    equal(/secrets|\/etc/.test(text), false, text);
    const entry = JSON.parse(lines[0]!);
    equal(entry.request_id, problem.request_id);
    match(entry.trace, /TypeError: secrets of .*\n {4}at /);
    await service.stop();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
