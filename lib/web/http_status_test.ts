import { equal } from "node:assert/strict";
import { type ErrorCode, ERRORS } from "../errors/mod.ts";
import { httpStatus } from "./http_status.ts";

Deno.test("every error there is has a status, and only what is no fault of the caller's is a 5xx", () => {
  for (const [code, { kind }] of Object.entries(ERRORS)) {
    const status = httpStatus({ code: code as ErrorCode, kind });
    const isOurs = ["cancelled", "unavailable", "internal"].includes(kind);
    equal(status >= 500, isOurs, code);
    equal(status >= 400 && status < 600, true, code);
  }
});
