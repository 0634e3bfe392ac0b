import { equal } from "node:assert/strict";
import { ownPath, redirect } from "./redirect.ts";

Deno.test("ownPath keeps addresses of this server", () => {
  for (const path of ["/", "/experiments/sales?run=1#t-orders", "/a%20b"]) {
    equal(ownPath(path), path);
  }
});

Deno.test("ownPath leads to no other server, however it is asked", () => {
  const others = ["", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:1"];
  for (const path of [...others, "\t//evil.example", "/\t/evil.example", "http:/x"]) {
    equal(ownPath(path), "/", path);
  }
});

Deno.test("redirect answers with 303 and leaves a toast", () => {
  const response = redirect("/x", { toast: { kind: "success", text: "Saved" }, cookies: ["a=b"] });
  equal(response.status, 303);
  equal(response.headers.get("location"), "/x");
  equal(response.headers.getSetCookie().length, 2);
});
