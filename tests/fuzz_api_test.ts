import { ok } from "node:assert/strict";
import { fuzzApi } from "./fuzz_api.ts";

const REQUEST_COUNT = 400;
const SEED = Number(Deno.env.get("DW_SIM_PROPERTY_SEED") ?? 20261122);

Deno.test(`operations answer as documented whatever they are sent (seed ${SEED})`, async () => {
  const statuses = await fuzzApi(REQUEST_COUNT, SEED);
  // A fuzzer all of whose requests are refused at the door would see nothing.
  for (const status of [200, 400, 404]) ok((statuses.get(status) ?? 0) > REQUEST_COUNT / 20);
});
