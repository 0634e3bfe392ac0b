import { ok } from "node:assert/strict";
import { fuzzApi } from "./fuzz_api.ts";

Deno.test("requests drawn from the API's own document never end in a 5xx, a hang or a surprise", async () => {
  const seed = crypto.getRandomValues(new Uint32Array(1))[0]!;
  const statuses = await fuzzApi(250, seed);
  ok((statuses.get(200) ?? 0) > 10, `seed ${seed}: some requests succeed`);
});
