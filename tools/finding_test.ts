import { equal } from "node:assert/strict";
import { formatFindings } from "./finding.ts";

Deno.test("formatFindings puts the place first and the fix below", () => {
  const finding = { path: "lib/a.ts", line: 3, rule: "door", message: "It is shut", fix: "knock" };
  equal(formatFindings([finding]), "lib/a.ts:3 [door] It is shut\n    fix: knock\n");
  equal(formatFindings([]), "");
});
